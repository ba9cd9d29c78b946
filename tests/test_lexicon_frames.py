"""Every frame does what its examples say, and leaves alone what its counter-examples say.

Candidates are looked at before they are judged: an example needs one in slots that the frame lists.
"""

from collections.abc import Iterator

import pytest
from marked_sentences import candidates, lexicon, mentions, parse, sketches, tag

from pipeline.lexicon.codes import load_codes
from pipeline.lexicon.frames import KINDS, Frame
from pipeline.model import Mention
from pipeline.relations.candidates import Candidate, admits
from pipeline.relations.phrases import PhraseIndex

FRAMES = {frame.id: frame for frame in lexicon().grammar.frames}
EXAMPLES = [(frame.id, markup) for frame in FRAMES.values() for markup in frame.examples]
COUNTER_EXAMPLES = [(frame.id, markup) for frame in FRAMES.values() for markup in frame.counter_examples]
STANDING = {"OFFICE", "MEMBER"}
POSITIONS = {"را", "subj", "subjhead", "ez", "speaker", "we", "party", "csubj", "bare", "*"}


def _numbered(rows: list[tuple[str, str]]) -> list[str]:
    """The frame and the number of the row: Persian in the name of a test is hard to read and to call."""
    names = [frame for frame, _ in rows]
    return [f"{name}-{names[:at].count(name) + 1}" for at, name in enumerate(names)]


@pytest.fixture(scope="module", autouse=True)
def _tagged() -> None:
    tag([markup for _, markup in EXAMPLES + COUNTER_EXAMPLES])


def _linked(frame: Frame, markup: str) -> bool:
    """Whether a candidate of the frame, in slots that it lists, leads from S to T."""
    return any(("S", "T") in _pairs(one) for one in candidates(markup) if one.frame == frame and _listed(one))


def _listed(one: Candidate) -> bool:
    if one.source is one.target:
        return one.frame.pair and admits(one.frame.source, one.source.slot)
    return admits(one.frame.source, one.source.slot) and admits(one.frame.target, one.target.slot)


def _pairs(one: Candidate) -> set[tuple[str, str]]:
    sources, targets = _ids(one.source.mentions), _ids(one.target.mentions)
    pairs = {(source, target) for source in sources for target in targets}
    return pairs | {(target, source) for source, target in pairs} if one.frame.reciprocal or one.frame.pair else pairs


def _ids(found: tuple[Mention, ...]) -> set[str]:
    return {mention.entity_id for mention in found}


@pytest.mark.parametrize(("frame", "markup"), EXAMPLES, ids=_numbered(EXAMPLES))
def test_an_example_is_linked(frame: str, markup: str) -> None:
    assert _linked(FRAMES[frame], markup)


@pytest.mark.parametrize(("frame", "markup"), COUNTER_EXAMPLES, ids=_numbered(COUNTER_EXAMPLES))
def test_a_counter_example_holds_the_words_and_is_not_linked(frame: str, markup: str) -> None:
    phrases = PhraseIndex({frame: FRAMES[frame].phrases})

    assert any(phrases.find(one) for one in sketches(markup))
    assert not _linked(FRAMES[frame], markup)


@pytest.mark.parametrize("frame", FRAMES)
def test_every_frame_has_two_examples_and_a_counter_example(frame: str) -> None:
    ours = FRAMES[frame]

    assert len(set(ours.examples)) >= 2
    assert len(ours.counter_examples) >= 1
    assert all({"S", "T"} <= {one.role for one in parse(markup).brackets} for markup in _all(ours))


def _all(frame: Frame) -> Iterator[str]:
    yield from frame.examples
    yield from frame.counter_examples


@pytest.mark.parametrize("frame", FRAMES)
def test_codes_stand_in_the_tables(frame: str) -> None:
    ours = FRAMES[frame]

    assert (ours.kind in STANDING and not ours.cameo) or load_codes().has(ours.kind, ours.mode, ours.cameo)
    assert bool(ours.cameo) != (ours.kind in STANDING)


@pytest.mark.parametrize("frame", FRAMES)
def test_every_slot_listed_is_one_that_can_occur(frame: str) -> None:
    known = POSITIONS | set(lexicon().grammar.markers.values())

    assert {*FRAMES[frame].source, *FRAMES[frame].target} - known == set()


def test_there_are_predicates_of_all_kinds() -> None:
    assert len(FRAMES) >= 220
    assert {frame.kind for frame in FRAMES.values()} | {"OFFICE"} == set(KINDS)


def test_a_phrase_stands_in_one_frame_unless_objects_decide() -> None:
    plain: dict[tuple[str, ...], list[str]] = {}
    for frame in FRAMES.values():
        for phrase in set(frame.phrases) if not (frame.needs or frame.unless) else ():
            plain.setdefault(phrase, []).append(frame.id)

    assert {" ".join(phrase): names for phrase, names in plain.items() if len(names) > 1} == {}


@pytest.mark.parametrize("markup", ["[S:person نازنین", "نازنین]", "[P:person نازنین]", "[S:human نازنین]", "[نازنین]"])
def test_marks_that_mean_nothing_are_refused(markup: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|mark|none of"):
        parse(markup)


def test_a_bracket_within_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="cuts a word"):
        mentions("[S:person نازن]ین آمد.")


def test_a_title_acts_for_the_country_inside_it() -> None:
    found = mentions("[S:person وزیر خارجه [O:country آرلند]] به [T:country ولدانیا] رفت.")

    assert {one.id: one.affiliation for one in found.entities} == {"S": "آرلند", "آرلند": "", "T": ""}
    assert (found.mentions[0].form, found.mentions[0].text) == ("title", "وزیر خارجه آرلند")
