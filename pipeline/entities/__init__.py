"""Who and what an article speaks of: persons, countries, organizations and places, by name, title or pronoun."""

from pipeline.entities.find import find_entities

__all__ = ["find_entities"]
