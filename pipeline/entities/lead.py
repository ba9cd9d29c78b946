"""The speaker of an article: the lead gives the title, the next sentence the name («به گزارش …، X گفت»).

Later a further title may take the name's place («سفیر پیشین … همچنین افزود»)."""

from collections.abc import Mapping, Sequence

from pipeline.entities.chains import Chain
from pipeline.entities.sentences import Reading
from pipeline.entities.spans import Span

LEAD_LINES = 3
NAME_LINES = 6
REACH = 4


def lead(
    readings: Sequence[Reading], loose: Sequence[Span], by_name: Mapping[Span, Chain]
) -> tuple[Span, Chain] | None:
    """The title that opens the lead and the person named after it, where that person has no title of his own."""
    titles = [title for title in loose if title.line < LEAD_LINES and title.first <= 1]
    for title in titles:
        for reading in readings[title.line + 1 : title.line + NAME_LINES]:
            name = next((span for span in reading.spans if span.sort == "name"), None)
            if name is None:
                continue
            chain = by_name.get(name)
            if chain and not chain.offices and name not in reading.links.values() and _is_subject(reading, name):
                return title, chain
            break
    return None


def _is_subject(reading: Reading, name: Span) -> bool:
    before = name.first - 1
    while before >= 0 and reading.line.found(before, "honorific"):
        before -= 1
    text = reading.line.tokens[before].text if before >= 0 else "،"
    return text in "،,:؛" or before < 0 or not reading.line.is_cue(before, "preposition")


def speaker_before(title: Span, readings: Sequence[Reading], by_name: Mapping[Span, Chain]) -> Chain | None:
    """The person who spoke last before a title: the first one named in the nearest sentence that names one."""
    for reading in reversed(readings[: title.line]):
        for span in reading.spans:
            if span in by_name and _is_subject(reading, span):
                return by_name[span]
    return None


def goes_on(title: Span, reading: Reading) -> bool:
    """Whether a title opens a sentence that goes on with what the same person says."""
    after = range(title.last, min(title.last + REACH, len(reading.line.keys)))
    return title.first <= 1 and any(reading.line.is_cue(position, "goes_on") for position in after)
