"""Who did what to whom, said by whom, and was it so."""

from pipeline.relations.find import RelationFinder

__all__ = ["RelationFinder"]
