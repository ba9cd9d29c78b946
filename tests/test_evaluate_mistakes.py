"""Relations that are missed or extra, one by one."""

from pathlib import Path

import pytest
from small_runs import evaluated, relation, relation_row

from pipeline.evaluate import Mistake, chosen

SOME = [
    Mistake(True, f"doc-{number}", kind, "a", "b", None, "", "") for number in range(6) for kind in ("ACCUSE", "AID")
]


def test_what_only_one_side_states_is_a_mistake(tmp_path: Path) -> None:
    gold = [relation("ACCUSE", "zrk", "tlm"), relation("CONSULT", "kazemi", "petrov")]
    found = [
        relation_row("ACCUSE", "ZRK", "TLM"),
        relation_row("REJECT", "TLM", "per-nobody", confidence=0.5, rule="r"),
    ]

    assert evaluated(tmp_path, gold, found).mistakes == [
        Mistake(True, "a", "CONSULT", "مریم کاظمی", "ایوان پتروف", None, "دیدار کرد", ""),
        Mistake(False, "a", "REJECT", "تلمار", "per-nobody (not in gold)", 0.5, "دیدار کرد", "r"),
    ]


def test_the_first_are_chosen_where_there_is_no_seed() -> None:
    assert chosen(SOME, 3) == tuple(SOME[:3])


def test_one_kind_can_be_asked_for() -> None:
    assert {one.kind for one in chosen(SOME, 99, kind="AID")} == {"AID"}


def test_a_seed_makes_a_choice_that_stays() -> None:
    assert chosen(SOME, 5, seed=3) == chosen(list(SOME), 5, seed=3) != chosen(SOME, 5)


@pytest.mark.parametrize("number", [0, 5, 99])
def test_so_many_are_chosen_at_most(number: int) -> None:
    assert len(chosen(SOME, number, seed=1)) == min(number, len(SOME))
