"""Two runs over the same articles side by side: what the second found that the first did not, and the other way round.

`sides` reads the runs, `settings` compares what they were made with, `entities` and
`relations` what they found in one article, and `difference` puts it together.
"""

from pipeline.compare.difference import ArticleDifference, Difference, compare
from pipeline.compare.record import as_record

__all__ = ["ArticleDifference", "Difference", "as_record", "compare"]
