"""A run held against annotated articles: how much of what a careful reader states was found, and how much more.

The rooms in the order of reading: `gold_files` checks the annotations, `found` reads the
run, `matching` brings entities together, `free` says what counts on neither side, then
`entities`, `relations`, `qualities` and `confidence` count, and `assess` puts it together.
"""

from pipeline.evaluate.assess import Evaluation, evaluate
from pipeline.evaluate.mistakes import Mistake, chosen
from pipeline.evaluate.record import as_record

__all__ = ["Evaluation", "Mistake", "as_record", "chosen", "evaluate"]
