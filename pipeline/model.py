"""The values that flow from stage to stage: one frozen dataclass per step.

Offsets are half open and count Unicode code points of `Article.text`, the text as
read; `text[start:end]` is the stored string of every mention and every evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "country", "organization", "place"]
Form = Literal["name", "title", "demonym", "metonym", "acronym", "pronoun"]
Resolution = Literal["lexicon", "chain", "described"]
Polarity = Literal["affirmed", "negated"]
Realis = Literal["actual", "future", "hypothetical"]
Attribution = Literal["direct", "indirect", ""]
DatePrecision = Literal["day", "week", "month", "year", "range", ""]
DateBasis = Literal["explicit", "relative", "publication", ""]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: title, newline, body in `text`; fields that are missing are empty."""

    article_id: str
    path: str
    text: str
    record: str = ""
    title: str = ""
    published: str = ""
    author: str = ""
    source_name: str = ""
    source_url: str = ""
    encoding: str = ""
    language: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """The normalized text of an article, with the way back.

    `origins[i]` is the raw offset of the character that normalized character `i` came
    from; a joiner that normalization put in has the raw offset of the character after it.
    """

    article: Article
    text: str
    origins: Sequence[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of a non-empty normalized span that begins and ends with real characters."""
        return self.origins[start], self.origins[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: its normalized form and its raw offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """Sentences of tokens in reading order; no sentence is empty."""

    text: Text
    sentences: tuple[tuple[Token, ...], ...]


@dataclass(frozen=True, slots=True)
class TaggedToken:
    """A token with universal tag, features, lemma, dependency (head 0 is the root, else 1-based) and IOB name tag.

    A sentence that was not parsed has head -1 and an empty deprel throughout.
    """

    text: str
    start: int
    end: int
    upos: str
    feats: str
    lemma: str
    head: int
    deprel: str
    ner: str


@dataclass(frozen=True, slots=True)
class TaggedDocument:
    """A document whose tokens carry tags, names and, where parsed, dependencies."""

    text: Text
    sentences: tuple[tuple[TaggedToken, ...], ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something the article names or describes; `id` is a lexicon id or a hash of content.

    `affiliation` is the id of the country or organization it acts for, which stands
    among the entities of the same article.
    """

    id: str
    kind: Kind
    label: str
    label_en: str
    iso3: str = ""
    wikidata: str = ""
    sector: str = ""
    affiliation: str = ""
    resolution: Resolution = "lexicon"
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that refers to an entity; token offsets count within the sentence, half open."""

    mention_id: str
    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    kind: Kind
    form: Form
    entity_id: str
    confidence: float
    rule: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """A person's office: stated in the article (`source` a relation id) or known (`lexicon:…`)."""

    node: str
    office: str
    office_en: str
    of: str
    start: str = ""
    end: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class OfficeStatement:
    """A place in the text that states a person's office; `name_mention` is empty where the title stands alone."""

    person: str
    of: str
    title: str
    title_mention: str
    name_mention: str
    sentence: int
    start: int
    end: int
    former: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """The entities of an article and the places that refer to them, in reading order; nested ones included.

    A mention of several entities at once («دو کشور») stands once per entity, on the same span.
    """

    document: TaggedDocument
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[Office, ...] = ()
    office_statements: tuple[OfficeStatement, ...] = ()


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event is said to have happened: an interval of days, both inclusive, with its basis."""

    start: str = ""
    end: str = ""
    precision: DatePrecision = ""
    basis: DateBasis = ""
    text: str = ""
    jalali: str = ""
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement of a relation between two entities of an article (a row of relations.csv)."""

    relation_id: str
    sentence: int
    start: int
    end: int
    evidence: str
    predicate: str
    kind: str
    mode: str
    cameo: str
    source: str
    target: str
    source_mention: str
    target_mention: str
    reciprocal: bool
    polarity: Polarity
    realis: Realis
    speaker: str
    speaker_chain: tuple[str, ...]
    attribution: Attribution
    date: EventDate
    place: str
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """All that a run keeps of one article; made without knowledge of any other article."""

    article: Article
    sentences: int
    tokens: int
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[Office, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read or analysed (a row of failures.csv)."""

    path: str
    record: str
    stage: str
    reason: str
    exception: str
