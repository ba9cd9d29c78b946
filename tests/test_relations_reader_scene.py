"""Who is an actor of a sentence, which pairs are asked about, and what grammar says of them."""

from reader_parts import scenes, staged

MEETING = "[S:person نازنین فرهمند] با [T:person رابرت ولمار] دیدار کرد."
TOLD = "[S:person نازنین فرهمند] گفت: ما به [T:country هیرماند] کمک کردیم.\nاین کمک‌ها به [T:country هیرماند] رسید."


def _actors(markup: str, at: int = 0) -> dict[str, int]:
    return {actor.entity: actor.seat for actor in scenes(markup)[at].actors}


def _traits(markup: str, source: str, target: str) -> set[str]:
    scene = scenes(markup)[0]
    names = [actor.entity for actor in scene.actors]
    (pair,) = [one for one in scene.pairs if (names[one.source], names[one.target]) == (source, target)]
    return set(pair.traits)


def test_both_who_are_named_are_actors_and_are_asked_about_in_either_direction() -> None:
    (scene,) = scenes(MEETING)
    names = [actor.entity for actor in scene.actors]

    assert _actors(MEETING) == {"S": -1, "T": -1}
    assert {(names[pair.source], names[pair.target]) for pair in scene.pairs} == {("S", "T"), ("T", "S")}


def test_who_spoke_before_takes_a_seat_of_the_context() -> None:
    assert _actors(TOLD, 1) == {"T": -1, "S": 1}


def test_two_of_the_context_are_no_pair() -> None:
    text = "[S:person نازنین فرهمند] با [T:person رابرت ولمار] دیدار کرد.\n[O:country هیرماند] خشمگین شد."
    scene = scenes(text)[1]
    seated = {number for number, actor in enumerate(scene.actors) if actor.seat >= 0}

    assert len(seated) == 2
    assert scene.pairs
    assert not any({pair.source, pair.target} <= seated for pair in scene.pairs)


def test_a_sentence_without_an_actor_has_no_scene() -> None:
    assert scenes("هوا در سراسر کشور سرد می‌شود.") == []


def test_a_pair_knows_markers_order_and_what_frames_propose() -> None:
    traits = _traits(MEETING, "S", "T")

    assert {"source first", "same clause", "slots=bare>با", "person>person"} <= traits
    assert {"proposed CONSULT", "frame=meet", "frame=meet listed=11"} <= traits
    assert "target first" in _traits(MEETING, "T", "S")


def test_a_reciprocal_frame_proposes_both_directions() -> None:
    assert "frame=meet" in _traits(MEETING, "T", "S")


def test_places_stand_for_the_country_they_lie_in() -> None:
    article = staged("[S:person نازنین فرهمند] به [T:country هیرماند] سفر کرد.")

    assert [actor.entity for actor in article.scenes[0][0].actors] == ["S", "T"]
    assert article.scenes[0][1][0][0] == "CONSULT"
