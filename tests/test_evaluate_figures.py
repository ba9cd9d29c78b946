"""Precision, recall and F1 from counts that add up."""

from pipeline.evaluate.figures import Tally, compared, share, summed


def test_rates_follow_from_the_counts() -> None:
    tally = Tally(right=6, extra=2, missed=4)

    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.6, 0.6667)


def test_rates_of_nothing_are_zero() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)


def test_f1_is_made_of_rates_that_are_not_rounded_yet() -> None:
    assert Tally(1, 2, 2).f1 == 0.3333


def test_two_sides_are_compared() -> None:
    assert compared({"a", "b", "c"}, {"b", "d"}) == Tally(right=1, extra=1, missed=2)


def test_tallies_of_one_name_add_up() -> None:
    assert summed([{"x": Tally(1, 2, 3)}, {"y": Tally(1)}, {"x": Tally(1, 1, 1)}]) == {
        "x": Tally(2, 3, 4),
        "y": Tally(1),
    }


def test_a_share_of_nothing_is_unknown() -> None:
    assert (share(1, 3), share(0, 0)) == (0.3333, None)
