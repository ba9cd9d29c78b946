"""A person of an article: the chain of names and titles that refer to him or her."""

from dataclasses import dataclass, field

from pipeline.entities.spans import Span

Office = tuple[str, str, str]


@dataclass(slots=True)
class Chain:
    """One person of an article: names, titles and offices, as (title id, country or organization, portfolio)."""

    keys: tuple[str, ...] = ()
    person: str = ""
    names: list[Span] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    held: dict[Span, Office] = field(default_factory=dict)

    def spans(self) -> list[Span]:
        """All names and titles, in reading order."""
        return sorted((*self.names, *self.titles), key=lambda span: (span.line, span.first))
