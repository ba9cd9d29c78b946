"""Whom «وی», «این مقام …», «کشورش» and the like refer to: the person whom the text is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.entities.chains import Chain
from pipeline.entities.sentences import Reading
from pipeline.entities.settle import Settled
from pipeline.entities.spans import Span


@dataclass(slots=True)
class Focus:
    """The persons the text is about, the most salient last."""

    subjects: list[Chain] = field(default_factory=list)

    def see(self, chain: Chain) -> None:
        """A person becomes the subject."""
        if chain in self.subjects:
            self.subjects.remove(chain)
        self.subjects.append(chain)


def refer_back(
    readings: Sequence[Reading], chains: Sequence[Chain], settled: Settled
) -> tuple[dict[Span, Chain], dict[Span, str]]:
    """The persons of pronouns and pointing descriptions, and the countries of «کشورش»."""
    owner = {span: chain for chain in chains for span in chain.spans()}
    people: dict[Span, Chain] = {}
    own: dict[Span, str] = {}
    focus = Focus()
    for reading in readings:
        subject: Chain | None = None
        for span in reading.spans:
            chain = owner.get(span)
            if chain is None and span.kind == "person" and span.sort in ("pronoun", "anaphor"):
                chain = _antecedent(span, focus, settled)
                if chain:
                    people[span] = chain
            if chain and subject is None and _is_subject(reading, span):
                subject = chain
            for part in span.nested():
                if part.sort == "own" and (subject or focus.subjects):
                    own[part] = settled.country_of(affiliation_of(subject or focus.subjects[-1], settled))
        for span in reading.spans:
            chain = owner.get(span)
            if chain and chain is not subject and chain not in focus.subjects:
                focus.subjects.insert(0, chain)
        if subject:
            focus.see(subject)
    return people, own


def affiliation_of(chain: Chain, settled: Settled) -> str:
    """For whom a person acts: by the offices the article names, else by what is known of the person."""
    for _, of, _ in chain.offices:
        if of:
            return of
    person = settled.lexicon.people.get(chain.person)
    return person.affiliation if person else ""


def _is_subject(reading: Reading, span: Span) -> bool:
    """Whether a span is the first of its clause: no preposition and no noun that it belongs to stands before it."""
    line = reading.line
    return not line.is_cue(span.first - 1, "preposition")


def _antecedent(span: Span, focus: Focus, settled: Settled) -> Chain | None:
    if not focus.subjects:
        return None
    if span.sort == "anaphor":
        country = settled.one(span.of) if span.of else ""
        for chain in reversed(focus.subjects):
            affiliation = settled.country_of(affiliation_of(chain, settled))
            titles = {title for title, _, _ in chain.offices}
            vague = not span.id or span.id in settled.lexicon.cue("vague_title_ids")
            if span.id in titles or (vague and country in ("", affiliation)):
                return chain
        return None
    return focus.subjects[-1]
