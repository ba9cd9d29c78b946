"""The files a run writes, one module per format; each file is whole or untouched."""

from pipeline.export.atomic import replacing
from pipeline.export.outputs import write_json, write_outputs, write_table
from pipeline.export.rows import article_row, failure_row, mention_row, office_row, relation_row, text_row

__all__ = [
    "article_row",
    "failure_row",
    "mention_row",
    "office_row",
    "relation_row",
    "replacing",
    "text_row",
    "write_json",
    "write_outputs",
    "write_table",
]
