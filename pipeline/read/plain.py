"""Plain text: a title, if the first line looks like one, and the body."""

from collections.abc import Iterator

from pipeline.read.options import ReadOptions
from pipeline.read.record import Record, Refusal

_LONGEST_TITLE = 160  # of 11,820 titles of news one in a thousand is longer than 119, the longest 186
_SENTENCE_ENDS = (".", "؛", "،", "…", "...")


def read_plain(text: str, _: ReadOptions) -> Iterator[Record | Refusal]:
    """The one article of a text file."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    title = text.split("\n", 1)[0]
    body = text[len(title) :]
    yield Record(title=title, text=body) if body.strip() and looks_like_title(title) else Record(text=text)


def looks_like_title(line: str) -> bool:
    """A title is one short line that does not end like a sentence of the body."""
    line = line.strip()
    return 0 < len(line) <= _LONGEST_TITLE and not line.endswith(_SENTENCE_ENDS)
