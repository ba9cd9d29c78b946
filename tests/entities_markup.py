"""Sentences with marked mentions, and the lexicon of invented countries and people they speak of.

`{form label|words}` marks a mention, nested ones inside. A label in capitals or beginning with
`per-`, `org-` or `plc-` is the id of the entity; other labels stand for entities that no table
lists: the same label means the same entity.
"""

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.entities import find_entities
from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.model import Article, Mentions, TaggedDocument, TaggedToken
from pipeline.normalize import normalize, normalize_string
from pipeline.tokenize import tokenize

TABLES = {
    "countries": """\
id,label,label_en,names,adjectives,capital_names
ZRK,زرناک,Zarnak,زرناک|جمهوری زرناک,زرناکی|زرناکی‌ها,مهرگرد
TLM,تلماس,Talmas,تلماس,تلماسی|تلماسی‌ها,بورسان
""",
    "places": """\
id,label,label_en,names,type,country
plc-mehrgerd,مهرگرد,Mehrgerd,مهرگرد,capital,ZRK
plc-bursan,بورسان,Bursan,بورسان,capital,TLM
plc-lake-sorna,دریاچه سورنا,Lake Sorna,دریاچه سورنا,sea,
""",
    "organizations": """\
id,label,label_en,names,acronyms,type,sector,affiliation
org-northern-pact,پیمان شمالگان,Northern Pact,پیمان شمالگان|سازمان پیمان شمالگان,شمپا,igo,IGO,
org-sorna-news,سورنانیوز,Sorna News,سورنانیوز|خبرگزاری سورنانیوز,,media,MED,TLM
""",
    "people": """\
id,label,label_en,names,surnames,affiliation
per-sara-kavian,سارا کاویانفر,Sara Kavianfar,سارا کاویانفر,کاویانفر,ZRK
per-borna-telvar,برنا تلوارچی,Borna Telvarchi,برنا تلوارچی,تلوارچی,TLM
""",
    "offices": """\
person,title,of,start,end,source
per-sara-kavian,foreign-minister,ZRK,2010,2015-06,invented
per-borna-telvar,foreign-minister,TLM,2010,2015-06,invented
""",
}
MARK = re.compile(r"\{(?P<form>\w+) (?P<label>[\w-]+)\||\}")


@dataclass(frozen=True)
class Marked:
    """A plain text and the mentions marked in it, as (start, end, form, label)."""

    text: str
    mentions: tuple[tuple[int, int, str, str], ...]


def parse(markup: str) -> Marked:
    """Read marked-up text; a brace that opens or closes nothing is an error."""
    text, open_marks, mentions, position = "", [], [], 0
    for mark in MARK.finditer(markup):
        text += markup[position : mark.start()]
        position = mark.end()
        if mark["form"]:
            open_marks.append((len(text), mark["form"], mark["label"]))
        elif not open_marks:
            raise ValueError(f"closing brace without an opening one in {markup!r}")
        else:
            start, form, label = open_marks.pop()
            mentions.append((start, len(text), form, label))
    text += markup[position:]
    if open_marks or "{" in text:
        raise ValueError(f"unclosed or unknown mark in {markup!r}")
    return Marked(text, tuple(sorted(mentions)))


def tagged(text: str, names: str = "", published: str = "") -> TaggedDocument:
    """The text as an untagged document; the words of `names` (`PER:سارا کاویان|LOC:…`) carry name tags."""
    article = Article("doc", "doc.txt", text, published=published)
    document = tokenize(normalize(article))
    tags = {}
    for name in filter(None, names.split("|")):
        kind, _, words = name.partition(":")
        for number, word in enumerate(words.split()):
            tags[word] = f"{'I' if number else 'B'}-{kind}"
    sentences = tuple(
        tuple(TaggedToken(t.text, t.start, t.end, "", "", "", -1, "", tags.get(t.text, "O")) for t in sentence)
        for sentence in document.sentences
    )
    return TaggedDocument(document.text, sentences)


@cache
def lexicon() -> Lexicon:
    """Our lexicon with the invented one merged over it."""
    with tempfile.TemporaryDirectory() as folder:
        for stem, rows in TABLES.items():
            (Path(folder) / f"{stem}.csv").write_text(rows, encoding="utf-8")
        return load_lexicon([Path(folder)], normalize_string)


def mentions(text: str, names: str = "", published: str = "") -> Mentions:
    """What is found in a plain text."""
    return find_entities(tagged(text, names, published), lexicon())


def compare(markup: str, names: str = "", published: str = "") -> tuple[object, object]:
    """The mentions found in the plain text of marked-up text, and the marked ones, each as (form, label, words)."""
    expected = parse(markup)
    result = marked_up(mentions(expected.text, names, published), expected)
    return tuple(
        [(start, form, label, expected.text[start:end]) for start, end, form, label in rows]
        for rows in (result, expected.mentions)
    )


def marked_up(mentions: Mentions, expected: Marked) -> tuple[tuple[int, int, str, str], ...]:
    """What was found in the terms of what was expected: ids of unlisted entities become the labels at their places."""
    labels = {}
    places = {(start, end): label for start, end, _, label in expected.mentions}
    for mention in mentions.mentions:
        if "-x" in mention.entity_id and (mention.start, mention.end) in places:
            labels.setdefault(mention.entity_id, places[mention.start, mention.end])
    rows = ((m.start, m.end, m.form, labels.get(m.entity_id, m.entity_id)) for m in mentions.mentions)
    return tuple(sorted(rows))
