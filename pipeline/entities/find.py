"""The stage: from a tagged document to its entities and mentions."""

from pipeline.entities.anaphora import refer_back
from pipeline.entities.assemble import Found, assemble
from pipeline.entities.line import read_lines
from pipeline.entities.people import chain_people
from pipeline.entities.sentences import Reading, read_sentences
from pipeline.entities.settle import settle
from pipeline.entities.spans import Span
from pipeline.lexicon import Lexicon
from pipeline.model import Mentions, TaggedDocument


def find_entities(document: TaggedDocument, lexicon: Lexicon) -> Mentions:
    """Everyone and everything that one article names or describes; nothing is known of other articles."""
    readings = read_sentences(read_lines(document, lexicon))
    spans = [span for reading in readings for span in reading.spans]
    texts = {part: _text(document, part) for span in spans for part in span.nested()}
    settled = settle(readings, lexicon, texts)
    chains = chain_people(readings, settled, document.text.article.published)
    pointed, own = refer_back(readings, chains, settled)
    settled.ids.update({span: (country,) for span, country in own.items() if country})
    people = {span: chain for chain in chains for span in chain.spans()} | pointed
    links = {title: name for reading in readings for title, name in reading.links.items()}
    former = frozenset(span for reading in readings for span in reading.spans if _is_former(reading, span))
    return assemble(Found(document, settled, spans, chains, people, texts, links, former))


def _text(document: TaggedDocument, span: Span) -> str:
    tokens = document.sentences[span.line][span.first : span.last]
    return document.text.article.text[tokens[0].start : tokens[-1].end]


def _is_former(reading: Reading, span: Span) -> bool:
    if span.form != "title":
        return False
    return any(reading.line.is_cue(position, "former") for position in range(span.first, span.last))
