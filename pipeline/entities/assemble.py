"""From spans and chains to the entities, mentions, offices and office statements of an article."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.entities.anaphora import affiliation_of
from pipeline.entities.chains import Chain
from pipeline.entities.confidence import confidence
from pipeline.entities.describe import describe
from pipeline.entities.ids import unlisted_id
from pipeline.entities.offices import office_stated
from pipeline.entities.settle import Settled
from pipeline.entities.spans import Span
from pipeline.model import Kind, Mention, Mentions, Office, OfficeStatement, TaggedDocument


@dataclass(frozen=True, slots=True)
class Found:
    """All that is known of one article before it is written down; `people` holds the chain of each person span."""

    document: TaggedDocument
    settled: Settled
    spans: Sequence[Span]
    chains: Sequence[Chain]
    people: Mapping[Span, Chain]
    texts: Mapping[Span, str]
    links: Mapping[Span, Span]
    former: frozenset[Span]


def assemble(found: Found) -> Mentions:
    """Write down what was found, in reading order."""
    person_ids = {id(chain): _person_id(chain, found) for chain in found.chains}
    by_span: dict[Span, tuple[str, ...]] = dict(found.settled.ids)
    by_span.update({span: (person_ids[id(chain)],) for span, chain in found.people.items()})
    mentions = tuple(_mentions(found, by_span))
    chains = {person_ids[id(chain)]: chain for chain in found.chains}
    statements = tuple(_statements(mentions, by_span, found))
    kinds = {one.of: _kind_of(one.of, found) for one in statements}
    kinds |= {mention.entity_id: mention.kind for mention in mentions}
    entities = describe(kinds, mentions, chains, found.settled)
    return Mentions(found.document, entities, mentions, tuple(_known_offices(chains, found)), statements)


def _kind_of(owner: str, found: Found) -> Kind:
    return "country" if owner in found.settled.lexicon.countries else "organization"


def _person_id(chain: Chain, found: Found) -> str:
    if chain.person:
        return chain.person
    article = found.document.text.article.article_id
    longest = max(chain.names or chain.titles, key=lambda span: (span.last - span.first, -span.line, -span.first))
    alone = len(chain.keys) < 2
    return unlisted_id("person", found.texts[longest], affiliation_of(chain, found.settled), article if alone else "")


def _mentions(found: Found, by_span: Mapping[Span, tuple[str, ...]]) -> Iterator[Mention]:
    document = found.document
    seen: set[tuple[int, int, int, str]] = set()
    parts = [part for span in found.spans for part in span.nested()]
    for span in sorted(parts, key=lambda part: (part.line, part.first, -part.last)):
        tokens = document.sentences[span.line][span.first : span.last]
        start, end = tokens[0].start, tokens[-1].end
        for entity in by_span.get(span, ()):
            place = (span.line, span.first, span.last, entity)
            if place in seen:
                continue
            seen.add(place)
            sure = confidence(span.rule, _is_guessed(span, found))
            yield Mention(
                f"m{len(seen) - 1}", span.line, span.first, span.last, start, end, found.texts[span],
                span.kind, span.form, entity, sure, span.rule, _others(span, entity, found),
            )  # fmt: skip


def _is_guessed(span: Span, found: Found) -> bool:
    chain = found.people.get(span)
    return chain is not None and span in chain.guessed


def _others(span: Span, entity: str, found: Found) -> tuple[str, ...]:
    """The other persons of the lexicon that a name fits."""
    chain = found.people.get(span)
    return tuple(person for person in chain.candidates if person != entity) if chain else ()


def _known_offices(chains: Mapping[str, Chain], found: Found) -> Iterator[Office]:
    lexicon = found.settled.lexicon
    for person, chain in sorted(chains.items()):
        for tenure in lexicon.tenures_of(chain.person) if chain.person else ():
            title = lexicon.titles[tenure.title]
            yield Office(
                person, title.label, title.label_en, tenure.of, tenure.start, tenure.end, f"lexicon:{tenure.source}"
            )


def _statements(
    mentions: Sequence[Mention], by_span: Mapping[Span, tuple[str, ...]], found: Found
) -> Iterator[OfficeStatement]:
    at = {(mention.sentence, mention.first, mention.last, mention.entity_id): mention for mention in mentions}
    for title in sorted(found.people, key=lambda span: (span.line, span.first)):
        if title.form != "title" or title.sort not in ("title", "counterpart"):
            continue
        person = by_span[title][0]
        of = office_stated(title, found.people[title], found.settled)
        own = at.get((title.line, title.first, title.last, person))
        if not of or own is None:
            continue
        name = found.links.get(title)
        beside = at.get((name.line, name.first, name.last, person)) if name else None
        ends = [mention for mention in (own, beside) if mention]
        yield OfficeStatement(
            person, of, own.text, own.mention_id, beside.mention_id if beside else "", title.line,
            min(mention.start for mention in ends), max(mention.end for mention in ends), title in found.former,
        )  # fmt: skip
