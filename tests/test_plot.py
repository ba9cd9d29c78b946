"""Persian labels in figures."""

import pytest

from pipeline import plot
from pipeline.errors import ConfigError


def test_a_matplotlib_that_shapes_text_itself_gets_it_as_it_is(monkeypatch):
    monkeypatch.setattr(plot, "version", lambda _: "3.11.0")

    assert plot.persian_label("ایران") == "ایران"


def test_an_older_one_gets_joined_letters_in_the_order_of_drawing(monkeypatch):
    pytest.importorskip("arabic_reshaper", reason="the notebook extra is not installed")
    monkeypatch.setattr(plot, "version", lambda _: "3.10.9")

    assert plot.persian_label("ایران") == "\ufee5\ufe8d\ufeae\ufbfe\ufe8d"


def test_lines_keep_their_order(monkeypatch):
    pytest.importorskip("arabic_reshaper", reason="the notebook extra is not installed")
    monkeypatch.setattr(plot, "version", lambda _: "3.10.9")
    first, second = plot.persian_label("ایران\nب").split("\n")

    assert (plot.persian_label("ایران"), plot.persian_label("ب")) == (first, second)


def test_without_matplotlib_the_extra_is_named(monkeypatch):
    def missing(name):
        raise plot.PackageNotFoundError(name)

    monkeypatch.setattr(plot, "version", missing)

    with pytest.raises(ConfigError, match=r"ravabet\[notebook\]"):
        plot.persian_label("ایران")


def test_without_the_reshaper_the_extra_is_named(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(plot, "version", lambda _: "3.10.9")
    monkeypatch.setattr(plot, "import_module", missing)

    with pytest.raises(ConfigError, match="arabic_reshaper is not installed"):
        plot.persian_label("ایران")
