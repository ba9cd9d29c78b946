"""A person of an article: the chain of names and titles that refer to him or her."""

from dataclasses import dataclass, field

from pipeline.entities.spans import Span

Office = tuple[str, str, str]


@dataclass(slots=True)
class Chain:
    """One person of an article: names, titles and offices, as (title id, country or organization, portfolio).

    `candidates` are the persons of the lexicon that the names fit; `guessed` the titles that only an
    unchecked tenure ties to the person.
    """

    keys: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    names: list[Span] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    held: dict[Span, Office] = field(default_factory=dict)
    guessed: set[Span] = field(default_factory=set)

    @property
    def person(self) -> str:
        """The lexicon id, where there is just one candidate."""
        return self.candidates[0] if len(self.candidates) == 1 else ""

    def spans(self) -> list[Span]:
        """All names and titles, in reading order."""
        return sorted((*self.names, *self.titles), key=lambda span: (span.line, span.first))
