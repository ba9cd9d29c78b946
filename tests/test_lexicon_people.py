"""The tables of people, offices, titles, honorifics and given names: well formed, without overlap."""

import csv
import gzip
import json
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

import pipeline.lexicon
from pipeline.lexicon.match import key_of
from pipeline.lexicon.schema import Tenure
from training.check_offices import find_checks, in_office, named_offices, published, rewrite

FOLDER = Path(pipeline.lexicon.__file__).parent
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
ARTICLE = re.compile(r"[a-z0-9_]+/[\w.#-]+")
SCOPES = {"country", "body", "role"}


def read(stem: str) -> list[dict[str, str]]:
    with (FOLDER / f"{stem}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


PEOPLE, OFFICES, TITLES = read("people"), read("offices"), read("titles")
COUNTRIES = {row["id"] for row in read("countries")}
ORGANIZATIONS = {row["id"] for row in read("organizations")}
BODIES = {row["id"] for row in read("bodies")}


def named(row: dict[str, str], column: str = "names") -> list[str]:
    return [name for name in row[column].split("|") if name]


def not_after(one: str, other: str) -> bool:
    """Whether a day, month or year is not after another, as far as both say."""
    size = min(len(one), len(other))
    return one[:size] <= other[:size]


def overlap(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether two tenures share more than the day, month or year of a handover."""
    first, second = sorted((one, other), key=lambda row: row["start"])
    return not first["end"] or not not_after(first["end"], second["start"])


@pytest.mark.parametrize(
    ("rows", "key"),
    [(PEOPLE, ("id",)), (TITLES, ("id",)), (OFFICES, ("person", "title", "of", "start"))],
    ids=["people", "titles", "offices"],
)
def test_rows_are_sorted_and_unique(rows: list[dict[str, str]], key: tuple[str, ...]) -> None:
    keys = [tuple(row[name] for name in key) for row in rows]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("stem", ["honorifics", "given_names"])
def test_names_are_listed_once(stem: str) -> None:
    names = [row["name"] for row in read(stem)]
    assert names == sorted(names)
    assert len({key_of(name) for name in names}) == len(names)


def test_the_tables_are_large_enough() -> None:
    assert len(PEOPLE) >= 1500
    assert len(TITLES) >= 250
    assert len(read("given_names")) >= 1200


def test_every_tenure_names_a_person_a_title_and_an_owner_that_exist() -> None:
    people, titles = {row["id"] for row in PEOPLE}, {row["id"] for row in TITLES}
    unknown = [
        row
        for row in OFFICES
        if row["person"] not in people or row["title"] not in titles or not owner_exists(row["of"])
    ]
    assert unknown == []


def owner_exists(owner: str) -> bool:
    country, _, body = owner.partition("-")
    return owner in COUNTRIES | ORGANIZATIONS or (country in COUNTRIES and body in BODIES)


def test_every_affiliation_exists() -> None:
    assert [row["id"] for row in PEOPLE if row["affiliation"] not in COUNTRIES | ORGANIZATIONS] == []


def test_dates_are_dates_and_in_order() -> None:
    wrong = [
        row
        for row in OFFICES
        if any(row[name] and not DATE.fullmatch(row[name]) for name in ("start", "end"))
        or (row["start"] and row["end"] and not not_after(row["start"], row["end"]))
    ]
    assert wrong == []


def test_an_office_of_one_holder_is_never_held_by_two() -> None:
    unique = {row["id"] for row in TITLES if row["unique"] == "true"}
    tenures = defaultdict(list)
    for row in OFFICES:
        if row["title"] in unique:
            tenures[row["title"], row["of"]].append(row)
    clashes = [
        (one["person"], other["person"], *office)
        for office, rows in tenures.items()
        for one, other in combinations(rows, 2)
        if overlap(one, other)
    ]
    assert clashes == []


def test_overlap_allows_a_handover_and_nothing_more() -> None:
    def tenure(start: str, end: str) -> dict[str, str]:
        return {"start": start, "end": end}

    assert not overlap(tenure("2001", "2005-08"), tenure("2005-08-03", "2009"))
    assert not overlap(tenure("2009", ""), tenure("2001", "2009-05"))
    assert overlap(tenure("2001", "2005-09"), tenure("2005-08", ""))
    assert overlap(tenure("2001", ""), tenure("2005", "2006"))


def test_titles_say_for_whom_their_holder_acts() -> None:
    assert {row["scope"] for row in TITLES} == SCOPES
    assert {row["unique"] for row in TITLES} == {"true", "false"}


def test_a_title_name_belongs_to_one_title() -> None:
    owners = defaultdict(set)
    for row in TITLES:
        for name in named(row):
            owners[key_of(name)].add(row["id"])
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_a_full_name_belongs_to_one_person() -> None:
    owners = defaultdict(set)
    for row in PEOPLE:
        for name in named(row):
            owners[key_of(name)].add(row["id"])
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_a_short_form_is_none_of_the_full_names_of_its_person() -> None:
    for row in PEOPLE:
        assert not {key_of(name) for name in named(row)} & {key_of(name) for name in named(row, "surnames")}, row["id"]


def test_checked_articles_look_like_articles() -> None:
    articles = [article for row in OFFICES for article in row["checked"].split("|") if article]
    assert len(articles) >= 500
    assert [article for article in articles if not ARTICLE.fullmatch(article)] == []


def holders(title: str, owner: str, day: str) -> list[str]:
    return [
        row["person"]
        for row in OFFICES
        if (row["title"], row["of"]) == (title, owner)
        and not_after(row["start"], day)
        and (not row["end"] or not_after(day, row["end"]))
    ]


@pytest.mark.parametrize(
    ("title", "owner", "day", "person"),
    [
        ("first-vice-president", "IRN", "2019-11-02", "per-eshaq-jahangiri"),
        ("prime-minister", "KGZ", "2019-11-02", "per-mukhammedkalyi-abylgaziev"),
        ("foreign-minister", "IRN", "2003-05-10", "per-kamal-kharrazi"),
        ("foreign-minister", "USA", "2003-05-10", "per-colin-powell"),
        ("spokesperson", "IRN-foreign-ministry", "2019-07-01", "per-abbas-mousavi"),
        ("head", "IRN-parliament", "2010-01-01", "per-ali-larijani"),
        ("foreign-policy-chief", "org-european-union", "2015-07-14", "per-federica-mogherini"),
        ("director-general", "org-international-atomic-energy-agency", "2008-02-02", "per-mohamed-elbaradei"),
    ],
)
def test_the_holder_of_an_office_on_a_day(title: str, owner: str, day: str, person: str) -> None:
    assert holders(title, owner, day) == [person]


@pytest.mark.parametrize(
    ("article", "day"),
    [
        ({"source": "hamshahri", "id": "HAM2-811011-007.ham"}, "2003-01-01"),
        ({"source": "farsnews", "id": "1", "url": "x/news/13911222000865/y"}, "2013-03-12"),
        ({"source": "farsnews", "id": "1", "url": "x/news/8707060255"}, "2008-09-27"),
        ({"source": "fars", "id": "1", "date": "۱۳۹۷/۹/۱۰ - ۰۰:۰۱"}, "2018-12-01"),
        ({"source": "isna", "id": "politic1.txt"}, "2019"),
        ({"source": "unheard", "id": "1"}, ""),
    ],
)
def test_the_day_of_an_article(article: dict[str, str], day: str) -> None:
    assert published(article) == day


def test_a_tenure_fits_a_day_as_far_as_both_are_known() -> None:
    tenure = Tenure("per-a", "president", "IRN", "2013-08-03", "2021-08")
    assert [in_office(tenure, day) for day in ("2013", "2013-08-02", "2021-08-30", "2021-09")] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        ("ظریف وزیر خارجه در وین ماند", {("per-mohammad-javad-zarif", "foreign-minister", "IRN")}),
        (
            "سرگئی لاوروف وزیر خارجه روسیه به باکو رفت",
            {("per-sergey-lavrov", "foreign-minister", "RUS")},
        ),
        (
            "سخنگوی وزارت خارجه آمریکا مورگان اورتاگوس نپذیرفت",
            {("per-morgan-ortagus", "spokesperson", "USA-foreign-ministry")},
        ),
        ("باران تهران بند آمد", set()),
    ],
)
def test_offices_named_in_a_sentence(sentence: str, offices: set[tuple[str, str, str]]) -> None:
    lexicon = pipeline.lexicon.load_lexicon([], lambda text: text)
    found = set(named_offices(lexicon, [key_of(word) for word in sentence.split()]))
    assert offices <= found
    assert bool(offices) == bool(found)


def test_checks_come_from_the_corpus_and_go_into_the_table(tmp_path: Path) -> None:
    (tmp_path / "corpora").mkdir()
    article = {"source": "isna", "id": "a1", "title": "دیدار", "text": "ظریف وزیر خارجه در وین ماند."}
    with gzip.open(tmp_path / "corpora" / "news.jsonl.gz", "wt", encoding="utf-8") as handle:
        handle.write(json.dumps(article, ensure_ascii=False) + "\n")
    table = tmp_path / "offices.csv"
    table.write_text((FOLDER / "offices.csv").read_text(encoding="utf-8"), encoding="utf-8")
    checks = find_checks(pipeline.lexicon.load_lexicon([], lambda text: text), tmp_path)
    assert checks["per-mohammad-javad-zarif", "foreign-minister", "IRN", "2013-08-15"] == ["isna/a1"]
    assert rewrite(table, checks) == len([articles for articles in checks.values() if articles])
