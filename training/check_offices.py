"""Finds, for each tenure of the lexicon, news articles that name the person in that office at a fitting time.

    RAVABET_DATA=… python -m training.check_offices

rewrites the column `checked` of pipeline/lexicon/offices.csv: up to three articles of corpora/news.jsonl.gz as
«source/id», in the order of the corpus. A tenure without one stays unchecked, which says nothing against it.
"""

import csv
import gzip
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from persiantools.jdatetime import JalaliDate

from pipeline.lexicon import Found, Lexicon, load_lexicon
from pipeline.lexicon.load import OWN_FOLDER
from pipeline.lexicon.match import key_of
from pipeline.lexicon.schema import Tenure
from pipeline.persian import to_ascii_digits

MOST = 3
GAP = 4  # words between a title with its owner and the name
REACH = 5  # words from a title to the end of its owner
HOME = "IRN"  # Persian news names the offices of this country without naming it
# Sources whose articles carry no date but are known to be of one year.
YEARS = {"isna": "2019", "sci2lab_radiofarda": "2020"}
SENTENCE = re.compile(r"[.!؟?؛\n]+")
WORD = re.compile(r"[\w\u200c]+")
JALALI = re.compile(r"\b(1[34]\d\d)[-/](\d{1,2})[-/](\d{1,2})")
FARS_URL = re.compile(r"/news/(?:13)?([789]\d)(\d\d)(\d\d)\d{4,6}")
HAMSHAHRI = re.compile(r"HAM2-(\d\d)(\d\d)(\d\d)-")


def published(article: Mapping[str, Any]) -> str:
    """The day or the year of an article; empty where neither is known."""
    jalali = (
        HAMSHAHRI.match(article["id"])
        or FARS_URL.search(article.get("url") or "")
        or JALALI.search(to_ascii_digits(article.get("date") or ""))
    )
    if not jalali:
        return YEARS.get(article["source"], "")
    year, month, day = map(int, jalali.groups())
    try:
        return str(JalaliDate(year if year > 1000 else 1300 + year, month, day).to_gregorian().isoformat())  # type: ignore[no-untyped-call]
    except ValueError:
        return ""


def in_office(tenure: Tenure, day: str) -> bool:
    """Whether a day or year may lie within a tenure, as far as both are known."""

    def upto(one: str, other: str) -> bool:
        size = min(len(one), len(other))
        return one[:size] <= other[:size]

    return upto(tenure.start, day) and (not tenure.end or upto(day, tenure.end))


def named_offices(lexicon: Lexicon, keys: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """(person, title, owner) of every person in a sentence who stands beside a title and its owner."""
    hits = lexicon.matcher.find(keys)
    people = list(_people(hits))
    if not people:
        return
    for title in _whole([hit for hit in hits if hit.kind == "title"]):
        for owner, last in _owners(title, hits):
            for person in people:
                if 0 <= person.first - last <= GAP or 0 <= title.first - person.last <= GAP:
                    yield person.id, title.id, owner


def _people(hits: Sequence[Found]) -> Iterator[Found]:
    """Persons by full name, or by a family name that no given name and no longer name claims."""
    named = [hit for hit in hits if hit.kind in ("person", "surname")]
    given = {hit.last for hit in hits if hit.kind == "given"}
    yield from (hit for hit in _whole(named) if hit.kind == "person" or hit.first not in given)


def _whole(hits: Sequence[Found]) -> list[Found]:
    """Those that stand within no longer one."""
    spans = {(hit.first, hit.last) for hit in hits}
    return [
        hit
        for hit in hits
        if not any(
            first <= hit.first and hit.last <= last and last - first > hit.last - hit.first for first, last in spans
        )
    ]


def _owners(title: Found, hits: Sequence[Found]) -> Iterator[tuple[str, int]]:
    """What a title may belong to, and where that ends; nothing named is the home country."""
    near = [hit for hit in hits if title.last <= hit.first and hit.last <= title.last + REACH]
    countries = [hit for hit in near if hit.kind in ("country", "demonym", "capital")]
    bodies = [hit for hit in near if hit.kind == "body"]
    if not any(hit.first == title.last for hit in countries):
        yield HOME, title.last
    for hit in countries:
        yield hit.id, hit.last
    for hit in near:
        if hit.kind in ("organization", "acronym"):
            yield hit.id, hit.last
    for body in bodies:
        after = [hit for hit in countries if body.last <= hit.first <= body.last + 1]
        yield from ((f"{hit.id}-{body.id}", hit.last) for hit in after)
        if not after:
            yield f"{HOME}-{body.id}", body.last


def articles(data: Path) -> Iterator[tuple[str, str, str]]:
    """(name, day, text) of each dated article of the news corpus."""
    with gzip.open(data / "corpora" / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            day = published(article)
            if day and day <= date.today().isoformat():
                yield f"{article['source']}/{article['id']}", day, f"{article['title']}\n{article['text']}"


def find_checks(lexicon: Lexicon, data: Path) -> dict[tuple[str, str, str, str], list[str]]:
    """Articles for each tenure, by person, title, owner and start."""
    tenures: dict[tuple[str, str, str], list[Tenure]] = defaultdict(list)
    for tenure in lexicon.offices:
        tenures[tenure.person, tenure.title, tenure.of].append(tenure)
    checks: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for name, day, text in articles(data):
        for sentence in SENTENCE.split(text):
            keys = [key_of(word) for word in WORD.findall(sentence)]
            for office in named_offices(lexicon, keys):
                for tenure in tenures.get(office, ()):
                    known = checks[(*office, tenure.start)]
                    if len(known) < MOST and name not in known and in_office(tenure, day):
                        known.append(name)
    return checks


def rewrite(table: Path, checks: Mapping[tuple[str, str, str, str], Sequence[str]]) -> int:
    """Put the articles into the table; gives the number of tenures that have one."""
    with table.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for row in rows:
        row["checked"] = "|".join(checks.get((row["person"], row["title"], row["of"], row["start"]), ()))
    with table.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return sum(bool(row["checked"]) for row in rows)


def main() -> None:
    """Check all tenures against the news corpus of $RAVABET_DATA."""
    data = os.environ.get("RAVABET_DATA")
    if not data:
        sys.exit("RAVABET_DATA is not set. Set it to the folder that holds corpora/news.jsonl.gz.")
    lexicon = load_lexicon([], lambda text: text)
    checked = rewrite(OWN_FOLDER / "offices.csv", find_checks(lexicon, Path(data)))
    print(f"{checked} of {len(lexicon.offices)} tenures are named by an article of their time")


if __name__ == "__main__":
    main()
