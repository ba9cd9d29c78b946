"""Reading the reference data that `$RAVABET_DATA` names: gold articles, the seed article, hostile suites."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.model import Article, Failure
from pipeline.read import ReadOptions, read_folder

DATA = Path(os.environ.get("RAVABET_DATA", ""))
OPTIONS = ReadOptions()

pytestmark = pytest.mark.skipif("RAVABET_DATA" not in os.environ, reason="RAVABET_DATA names no reference data")


@pytest.fixture(scope="module")
def gold_articles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    folder = tmp_path_factory.mktemp("gold")
    program = str(DATA / "gold/to_articles.py")
    subprocess.run([sys.executable, program, str(DATA / "gold/dev"), str(folder)], check=True)
    return {Path(item.path).stem: item for item in read_folder(folder, OPTIONS) if isinstance(item, Article)}


def gold(number: int) -> dict[str, str]:
    loaded: dict[str, str] = json.loads((DATA / f"gold/dev/dev-{number:03}.json").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("number", range(114))
def test_a_gold_article_is_read_exactly(gold_articles: dict[str, Article], number: int) -> None:
    document, article = gold(number), gold_articles[f"dev-{number:03}"]

    assert article.text == document["title"] + "\n" + document["text"]
    assert (article.title, article.published) == (document["title"], document["published"])
    assert article.language == "fa"


def test_the_seed_article_is_read_with_all_its_parts() -> None:
    [article] = read_folder(DATA / "seed-articles", OPTIONS)
    document = gold(0)

    assert isinstance(article, Article)
    assert article.text == document["title"] + "\n" + document["text"]
    assert article.published == "2019-11-02T14:43:00+00:00"
    assert article.source_url == "https://www.alef.ir/news/3980811120.html"
    assert (article.author, article.encoding) == ("", "utf-8")


def suite(letter: str) -> Iterator[Article | Failure]:
    return (item for item in read_folder(DATA / "suites/json-parsing", OPTIONS) if Path(item.path).name[0] == letter)


def test_json_outside_the_standard_is_refused() -> None:
    refused = [item for item in suite("n") if isinstance(item, Failure)]

    assert len({item.path for item in refused}) == 188
    assert [item for item in refused if not item.reason.startswith(("not JSON", "not readable as JSON", "empty"))] == []


def test_json_within_the_standard_is_understood() -> None:
    failed = [item for item in suite("y") if isinstance(item, Failure)]

    assert [item for item in failed if not item.reason.startswith(("not an article", "no title", "empty"))] == []


def test_naughty_strings_are_read_as_they_stand(tmp_path: Path) -> None:
    strings = json.loads((DATA / "suites/blns.json").read_text(encoding="utf-8"))
    rows = [json.dumps({"title": "تیتر", "text": f"«{string}»"}) for string in strings]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    texts = [item.text for item in read_folder(tmp_path, OPTIONS) if isinstance(item, Article)]

    assert texts == [f"تیتر\n«{string}»".replace("\r", "\n").replace("\x00", "\ufffd") for string in strings]
