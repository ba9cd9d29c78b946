"""Every column of every table a run writes, declared once: name, type, allowed values and one line on its meaning.

A table's row class is its declaration. The annotations give type and description,
`UNKNOWN` marks a column that may be empty; schema.json, CSV, Parquet and the frames of
`load_run` are all made from this page. Columns may be added at the end of a table.
"""

from dataclasses import dataclass, fields
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pipeline.model import Attribution, DateBasis, DatePrecision, Form, Kind, Polarity, Realis, Resolution

ColumnType = Literal["text", "time", "integer", "number", "boolean", "list"]
Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", ""]
Level = Literal["actor", "country"]
Status = Literal["ok", "duplicate", "failed"]
EVENTS = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
STANDING = ("OFFICE", "MEMBER")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `values` lists all it may hold (none: anything), `required` says that it is never empty."""

    name: str
    type: ColumnType
    description: str
    required: bool
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Values:
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Unknown:
    """Marks a column that is empty where the value is unknown."""


UNKNOWN = _Unknown()
Time = Annotated[str, "time"]
Names = tuple[str, ...]
EventKind = Annotated[str, _Values((*EVENTS, *STANDING))]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article that was read, or that failed after it was read."""

    article_id: Annotated[str, "Hash of text and publication date; a further identical copy ends in -2, -3 …"]
    path: Annotated[str, "File, relative to the input folder"]
    record: Annotated[str, "Row within a JSON Lines or CSV file", UNKNOWN]
    title: Annotated[str, "Title as read", UNKNOWN]
    published: Annotated[Time, "When the article was published", UNKNOWN]
    author: Annotated[str, "Author as read", UNKNOWN]
    source_name: Annotated[str, "Publisher", UNKNOWN]
    source_url: Annotated[str, "Address of the article", UNKNOWN]
    encoding: Annotated[str, "Encoding the file was read in", UNKNOWN]
    language: Annotated[str, "Language code", UNKNOWN]
    chars: Annotated[int, "Code points of the text"]
    sentences: Annotated[int, "Number of sentences"]
    tokens: Annotated[int, "Number of words and marks"]
    status: Annotated[Status, "Whether it was analysed, and whether it counts"]
    duplicate_of: Annotated[str, "Article of which this one is a copy", UNKNOWN]
    sha256: Annotated[str, "Hash of the file", UNKNOWN]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """The text that all offsets point into."""

    article_id: Annotated[str, "Article"]
    text: Annotated[str, "Title, newline, body; offsets count its code points"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """One place in a text that refers to an entity."""

    mention_id: Annotated[str, "Mention"]
    article_id: Annotated[str, "Article"]
    sentence: Annotated[int, "Sentence of the article, from 0"]
    char_start: Annotated[int, "First code point"]
    char_end: Annotated[int, "Code point after the last"]
    text: Annotated[str, "What stands there: text[char_start:char_end]"]
    kind: Annotated[Kind, "Kind of entity"]
    form: Annotated[Form, "How it is referred to"]
    entity_id: Annotated[str, "Node Id"]
    confidence: Annotated[float, "Probability that the mention is right, 0 to 1"]
    rule: Annotated[str, "Rule that made it"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRow:
    """One person, country, organization or place; counts leave duplicates out."""

    Id: Annotated[str, "Node"]
    Label: Annotated[str, "Persian name or description"]
    label_en: Annotated[str, "English name", UNKNOWN]
    kind: Annotated[Kind, "Kind of entity"]
    iso3: Annotated[str, "ISO 3166-1 alpha-3 code, for countries only", UNKNOWN]
    wikidata: Annotated[str, "Wikidata item", UNKNOWN]
    sector: Annotated[str, "PLOVER sector code", UNKNOWN]
    affiliation: Annotated[str, "Node Id of the country or organization it acts for", UNKNOWN]
    aliases: Annotated[Names, "Other names it has in the articles, most frequent first"]
    articles: Annotated[int, "Articles that mention it"]
    mentions: Annotated[int, "Mentions in them"]
    first_seen: Annotated[Time, "Earliest publication date of these articles", UNKNOWN]
    last_seen: Annotated[Time, "Latest publication date of these articles", UNKNOWN]
    resolution: Annotated[Resolution, "How it was identified"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """One office of a person, stated in an article or known from the lexicon."""

    node: Annotated[str, "Node Id of the person"]
    office: Annotated[str, "Office in Persian"]
    office_en: Annotated[str, "Office in English", UNKNOWN]
    of: Annotated[str, "Node Id of the country or organization", UNKNOWN]
    start: Annotated[Time, "First day", UNKNOWN]
    end: Annotated[Time, "Last day", UNKNOWN]
    source: Annotated[str, "lexicon:… or the relation_id of a statement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """One statement of a relation in an article."""

    relation_id: Annotated[str, "Statement"]
    article_id: Annotated[str, "Article"]
    sentence: Annotated[int, "Sentence of the article, from 0"]
    char_start: Annotated[int, "First code point of the evidence"]
    char_end: Annotated[int, "Code point after its last"]
    evidence: Annotated[str, "Sentence or clause that says it, at most 400 characters: text[char_start:char_end]"]
    predicate: Annotated[str, "Frame that matched"]
    kind: Annotated[EventKind, "PLOVER event, or a standing kind"]
    mode: Annotated[str, "PLOVER mode", UNKNOWN]
    cameo: Annotated[str, "CAMEO code", UNKNOWN]
    quad: Annotated[Quad, "Quad class of the event; SANCTION is material conflict; empty for standing kinds"]
    goldstein: Annotated[float | None, "Goldstein score of the CAMEO code, ICEWS table, -10 to 10"]
    plover_score: Annotated[float | None, "PLOVER score of the event and mode, -10 to 10; ACCUSE is -3"]
    source: Annotated[str, "Node Id of who does it"]
    target: Annotated[str, "Node Id of whom it is done to or with"]
    source_mention: Annotated[str, "Mention of the source", UNKNOWN]
    target_mention: Annotated[str, "Mention of the target", UNKNOWN]
    reciprocal: Annotated[bool, "Whether both do it together"]
    polarity: Annotated[Polarity, "Whether it is said to be so or not to be so"]
    realis: Annotated[Realis, "Whether it is said of what happened, what is to come, or what might be"]
    speaker: Annotated[str, "Node Id of the one in whose words it is stated, if neither source nor agency", UNKNOWN]
    speaker_chain: Annotated[Names, "Node Ids of all speakers, outermost first"]
    attribution: Annotated[Attribution, "Direct or indirect speech"]
    date_start: Annotated[Time, "First day it may have happened", UNKNOWN]
    date_end: Annotated[Time, "Last day it may have happened, inclusive", UNKNOWN]
    date_precision: Annotated[DatePrecision, "What the date is known to"]
    date_basis: Annotated[DateBasis, "What the date rests on"]
    date_text: Annotated[str, "Words that state the date", UNKNOWN]
    date_jalali: Annotated[str, "The date in the Jalali calendar", UNKNOWN]
    date_conflict: Annotated[str, "Stated weekday or date that does not fit", UNKNOWN]
    place: Annotated[str, "Node Id of the place", UNKNOWN]
    confidence: Annotated[float, "Probability that the statement is right, 0 to 1"]
    rule: Annotated[str, "Rule that made it"]
    event_id: Annotated[str, "Event; statements that tell of the same event share it"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """One edge per level, source, target, kind, predicate, polarity and realis; duplicates are left out."""

    Source: Annotated[str, "Node Id; of a reciprocal edge the smaller one"]
    Target: Annotated[str, "Node Id"]
    Type: Annotated[Literal["Directed"], "Always Directed: Gephi merges or drops what is mixed"]
    Id: Annotated[str, "Edge"]
    Label: Annotated[str, "Predicate in Persian"]
    Kind: Annotated[str, "Edge type, unique per pair: event:predicate, then :negated, :future, :hypothetical"]
    Weight: Annotated[int, "Number of distinct events"]
    level: Annotated[Level, "Between actors as named, or between their countries"]
    event: Annotated[EventKind, "PLOVER event, or a standing kind"]
    predicate: Annotated[str, "Frame"]
    reciprocal: Annotated[bool, "Whether both do it together"]
    polarity: Annotated[Polarity, "As in relations"]
    realis: Annotated[Realis, "As in relations"]
    default: Annotated[bool, "False for negated, future, hypothetical and standing edges"]
    statements: Annotated[int, "Rows of relations behind it"]
    articles: Annotated[int, "Articles behind it"]
    publishers: Annotated[int, "Publishers of these articles"]
    first_date: Annotated[Time, "Earliest day of its events", UNKNOWN]
    last_date: Annotated[Time, "Latest day of its events", UNKNOWN]
    cameo: Annotated[str, "CAMEO code of the statement with the highest confidence", UNKNOWN]
    quad: Annotated[Quad, "Quad class of the event"]
    goldstein: Annotated[float | None, "Goldstein score of this CAMEO code"]
    confidence: Annotated[float, "Highest confidence of its statements"]
    speakers: Annotated[Names, "Node Ids of those in whose words it is stated"]
    evidence: Annotated[str, "Evidence of the statement with the highest confidence"]
    relation_ids: Annotated[Names, "Statements behind it"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRow:
    """Something that could not be read or analysed."""

    path: Annotated[str, "File, relative to the input folder"]
    record: Annotated[str, "Row within a JSON Lines or CSV file", UNKNOWN]
    stage: Annotated[str, "Stage that failed"]
    reason: Annotated[str, "What happened and what to do"]
    exception: Annotated[str, "Class of the exception", UNKNOWN]


Row = ArticleRow | TextRow | MentionRow | NodeRow | OfficeRow | RelationRow | EdgeRow | FailureRow


def columns_of(row: type[Row]) -> tuple[Column, ...]:
    """The columns of a table in the order in which they are written."""
    key: Any = row  # mypy takes no dataclass for hashable
    return _columns(key)


@cache
def _columns(row: type[Any]) -> tuple[Column, ...]:
    hints = get_type_hints(row, include_extras=True)
    return tuple(_column(field.name, hints[field.name]) for field in fields(row))


def _column(name: str, hint: Any) -> Column:
    python_type, *marks = get_args(hint)
    listed = get_args(python_type) if get_origin(python_type) is Literal else ()
    listed += tuple(value for mark in marks if isinstance(mark, _Values) for value in mark.allowed)
    texts = [mark for mark in marks if isinstance(mark, str)]
    kind: ColumnType = "time" if texts[0] == "time" else _type(python_type)
    required = UNKNOWN not in marks and "" not in listed and kind != "list" and python_type != float | None
    return Column(name, kind, texts[-1], required, tuple(value for value in listed if value))


def _type(python_type: Any) -> ColumnType:
    simple: dict[Any, ColumnType] = {int: "integer", bool: "boolean", Names: "list", float: "number"}
    return "number" if python_type == float | None else simple.get(python_type, "text")
