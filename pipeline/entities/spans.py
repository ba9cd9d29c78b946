"""What the rules find in a sentence, before anyone knows whom it refers to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Form, Kind

Sort = Literal[
    "country",  # id: a country
    "home",  # «کشورمان»
    "deixis",  # «این کشور»
    "own",  # «کشورش»
    "government",  # «دولت …»: of the country in `of`
    "place",  # id: a place
    "organization",  # id: an organization
    "body",  # id: a body; of the country or organization in `of`, or of one not named
    "unlisted",  # an organization that no table lists
    "anaphor",  # «این سازمان»
    "title",  # id: a title; of the country, organization or person in `of`
    "counterpart",  # «همتای … خود»
    "name",  # a person's name
    "pronoun",  # «وی»
    "both",  # «دو کشور»
]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of tokens in a sentence; `of` is the span inside it that it belongs to, `parts` are further ones.

    `shared` is what it belongs to outside of it («وزیر دفاع و وزیر خارجه …»), `detail` the
    words between a title and its owner.
    """

    line: int
    first: int
    last: int
    kind: Kind
    form: Form
    sort: Sort
    id: str = ""
    of: "Span | None" = None
    parts: tuple["Span", ...] = ()
    rule: str = ""
    shared: "Span | None" = None
    detail: str = ""

    def nested(self) -> Iterator["Span"]:
        """All spans inside this one, itself first."""
        yield self
        for part in ((self.of,) if self.of else ()) + self.parts:
            yield from part.nested()

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies within this one."""
        return self.line == other.line and self.first <= other.first and other.last <= self.last
