"""The doctor looks at everything and says what to do; one problem hides no other."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import pipeline.run.doctor as doctor
import pipeline.tag
from pipeline.cli.checkup import print_checks
from pipeline.config import Settings
from pipeline.errors import LexiconError, ModelError
from pipeline.lexicon import Lexicon
from pipeline.lexicon.schema import Tenure
from pipeline.run.doctor import Check, examine

TENURES = (
    Tenure("per-a", "minister", "IRN", "2013", "2021", "a list", checked=("n1",)),
    Tenure("per-b", "minister", "IRN", "2021", "", "a list"),
)


class Models:
    """A tagger that loads."""

    def __init__(self, _: Path) -> None:
        self.hashes = {"pos.pt": "0123456789abcdef0123"}


@pytest.fixture(autouse=True)
def sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lexicon, frames and models that load."""
    lexicon = Lexicon(matcher=SimpleNamespace(find=list), offices=TENURES)
    monkeypatch.setattr(doctor, "load_lexicon", lambda *_: lexicon)
    monkeypatch.setattr(doctor, "predicate_labels", lambda _: {"meet": "دیدار"})
    monkeypatch.setattr(pipeline.tag, "Tagger", Models)


def checks(output: Path, **options: Any) -> dict[str, Check]:
    return {check.name: check for check in examine(Settings(), output, **options)}


def test_a_sound_place_has_no_problem(tmp_path: Path) -> None:
    found = checks(tmp_path / "out")

    assert [check for check in found.values() if check.state == "problem"] == []
    assert {"ravabet", "stanza", "lexicon", "frames", "models", "output"} <= found.keys()


def test_unchecked_tenures_are_counted(tmp_path: Path) -> None:
    found = checks(tmp_path)["tenures"]

    assert (found.state, found.detail.split(":")[0]) == ("note", "1 of 2 tenures are unchecked")


def test_unchecked_tenures_are_listed_on_demand(tmp_path: Path) -> None:
    details = [check.detail for check in examine(Settings(), tmp_path, list_unchecked=True)]

    assert "per-b: minister of IRN, 2021 to … (a list)" in details


def test_a_problem_hides_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(error: Exception) -> Any:
        def fail(*_: Any) -> None:
            raise error

        return fail

    monkeypatch.setattr(doctor, "load_lexicon", refuse(LexiconError("people.csv:3: one")))
    monkeypatch.setattr(pipeline.tag, "Tagger", refuse(ModelError("pos.pt is missing")))
    monkeypatch.setattr(doctor, "LIBRARIES", ("no-such-library",))

    found = checks(tmp_path)

    problems = {name: check.detail for name, check in found.items() if check.state == "problem"}
    assert problems == {
        "no-such-library": "not installed; pip install no-such-library",
        "lexicon": "people.csv:3: one",
        "models": "pos.pt is missing",
    }


def test_a_folder_that_cannot_be_written_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", refuse)

    found = checks(tmp_path / "out")["output"]

    assert found == Check(
        "output", "problem", f"{tmp_path / 'out'}: Permission denied; change its rights or choose another --out"
    )


@pytest.mark.parametrize(("state", "well"), [("ok", True), ("note", True), ("problem", False)])
def test_only_a_problem_keeps_a_run_from_being_done(state: Any, well: bool, capsys: pytest.CaptureFixture[str]) -> None:
    check = replace(Check("models", "ok", "[loaded]"), state=state)

    assert print_checks([check]) is well
    assert "models" in capsys.readouterr().out
