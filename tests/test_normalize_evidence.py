"""What speaks for a joiner."""

from pipeline.normalize.evidence import Evidence, Piece
from pipeline.normalize.vocabulary import Vocabulary

PIECES = {"بی": Piece(begins=40, joined_after=90, free_after=3), "ها": Piece(ends=70, joined_before=500, free_before=0)}
EVIDENCE = Evidence(PIECES, Vocabulary({"کار": 9_000_000}, {"میرود": frozenset({2})}))


def test_only_places_beside_known_pieces_or_in_verbs_are_looked_at() -> None:
    assert [at for at, _ in EVIDENCE.inside("بیکارها")] == [2, 5]
    assert [at for at, _ in EVIDENCE.inside("میرود")] == [2]


def test_a_form_is_no_evidence_for_itself() -> None:
    alone = Evidence({"سپ": Piece(begins=1), "هر": Piece(ends=1)}, EVIDENCE.words)

    assert [at for at, _ in alone.inside("سپهر")] == [2]
    assert not list(alone.inside("سپهر", ("سپ", "هر")))


def test_pieces_that_were_joined_before_may_join_again() -> None:
    assert EVIDENCE.may_join("بی", "باک")
    assert EVIDENCE.may_join("باک", "ها")
    assert not EVIDENCE.may_join("ها", "بی")


def test_a_pair_names_its_prefix_and_suffix() -> None:
    names = EVIDENCE.between("بی", "ها")

    assert {"prefix=بی", "suffix=ها", "begins6", "ends7"} <= set(names)
