"""A small run made by hand: two meetings, an accusation, a denial, a plan and an office, some told twice."""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.export import article_row, failure_row, mention_row, office_row, relation_row, text_row
from pipeline.graph import build_edges, node_rows
from pipeline.lexicon.codes import load_codes
from pipeline.model import Article, ArticleResult, Entity, EventDate, Failure, Mention, Office, Relation
from pipeline.tables import RunTables

NASTY = 'مهدی\u200cنژاد "ابو|علی"\n=cmd|calc!A0 \x0b<&>\ud800'
LABELS = {"meet": "دیدار با", "accuse": "متهم کردن", "office": "سِمَت", "visit": "سفر به"}
ENTITIES = {
    one.id: one
    for one in (
        Entity("IRN", "country", "ایران", "Iran", iso3="IRN", wikidata="Q794"),
        Entity("RUS", "country", "روسیه", "Russia", iso3="RUS", wikidata="Q159"),
        Entity("NAM", "country", "نامیبیا", "NA", iso3="NAM"),
        Entity("IRN-foreign-ministry", "organization", "وزارت خارجه ایران", "", sector="GOV", affiliation="IRN"),
        Entity("org-un", "organization", "سازمان ملل", "United Nations", sector="UNO"),
        Entity("per-kazemi", "person", "مریم کاظمی", "", affiliation="IRN-foreign-ministry", resolution="chain"),
        Entity("per-petrov", "person", "ایوان پتروف", "Ivan Petrov", affiliation="RUS"),
        Entity("per-nasty", "person", NASTY, "NA", affiliation="RUS", resolution="described"),
    )
}
FAILURE = Failure("bad/=1+1.txt", "7", "read", 'reason, with "quotes"\nand a line', "ReadError")


def article(name: str, published: str, source: str = "پیک") -> Article:
    text = f"خبر {name}\nمریم کاظمی با ایوان پتروف دیدار کرد."
    return Article(name, f"news/{name}.txt", text, title=f"خبر {name}", published=published, source_name=source)


def relation(name: str, predicate: str, kind: str, source: str, target: str, **changes: object) -> Relation:
    plain = Relation(
        relation_id=name,
        sentence=1,
        start=8,
        end=44,
        evidence="مریم کاظمی با ایوان پتروف دیدار کرد.",
        predicate=predicate,
        kind=kind,
        mode="",
        cameo="",
        source=source,
        target=target,
        source_mention="",
        target_mention="",
        reciprocal=False,
        polarity="affirmed",
        realis="actual",
        speaker="",
        speaker_chain=(),
        attribution="",
        date=EventDate(),
        place="",
        confidence=0.8,
        rule="sample",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def on(day: str, end: str = "") -> EventDate:
    return EventDate(day, end or day, "day" if not end else "range", "explicit")


def result(of: Article, relations: Iterable[Relation], offices: tuple[Office, ...] = ()) -> ArticleResult:
    told = tuple(relations)
    named = sorted({end for one in told for end in (one.source, one.target)} | {"IRN", "RUS", "IRN-foreign-ministry"})
    entities = tuple(ENTITIES[one] for one in named)
    mentions = tuple(_mention(of, number, one) for number, one in enumerate(entities))
    return ArticleResult(of, 2, 11, entities, mentions, offices, told)


def _mention(of: Article, number: int, one: Entity) -> Mention:
    return Mention(
        f"{of.article_id}-m{number}", 1, 0, 2, 8, 18, "مریم کاظمی", one.kind, "name", one.id, 1e-05, "sample"
    )


def sample_results() -> list[ArticleResult]:
    """Results with event ids at hand in `EVENTS`; a-2 is a copy of a-1."""
    meet = {"reciprocal": True, "cameo": "040"}
    office = Office("per-kazemi", "سخنگو", "spokesperson", "IRN-foreign-ministry", source="r-7")
    return [
        result(
            article("a-1", "2019-11-02T10:00:00+00:00"),
            [
                relation("r-1", "meet", "CONSULT", "per-petrov", "per-kazemi", date=on("2019-11-02"), **meet),
                relation("r-2", "accuse", "ACCUSE", "IRN", "per-petrov", cameo="112", speaker="org-un"),
            ],
        ),
        result(
            article("a-2", "2019-11-03"),
            [relation("r-3", "meet", "CONSULT", "per-petrov", "per-kazemi", date=on("2019-11-02"), **meet)],
        ),
        result(
            article("a-3", "2019-11-05", "بامداد"),
            [
                relation(
                    "r-4", "meet", "CONSULT", "per-kazemi", "per-petrov", confidence=0.9, date=on("2019-11-02"), **meet
                ),
                relation(
                    "r-5", "meet", "CONSULT", "per-kazemi", "per-petrov", date=on("2019-11-01", "2019-11-04"), **meet
                ),
                relation("r-6", "meet", "CONSULT", "IRN", "RUS", polarity="negated", realis="future", **meet),
                relation("r-7", "office", "OFFICE", "per-kazemi", "IRN-foreign-ministry"),
                relation("r-8", "visit", "CONSULT", "per-nasty", "NAM", mode="visit", cameo="042", evidence=NASTY),
                relation("r-9", "accuse", "ACCUSE", "IRN", "per-kazemi", date=on("2019-10-30")),
                relation("r-10", "accuse", "ACCUSE", "IRN", "RUS", date=EventDate("2019", "2019", "year", "explicit")),
            ],
            (office,),
        ),
    ]


EVENTS = {"r-1": "ev-1", "r-3": "ev-1", "r-4": "ev-1"}


def sample_tables() -> RunTables:
    """The same run as tables, edges included."""
    results = sample_results()
    codes = load_codes()
    rows = RunTables(
        articles=[
            article_row(
                one.article,
                sentences=one.sentences,
                tokens=one.tokens,
                status="duplicate" if one.article.article_id == "a-2" else "ok",
                duplicate_of="a-1" if one.article.article_id == "a-2" else "",
            )
            for one in results
        ],
        texts=[text_row(one.article) for one in results],
        mentions=[mention_row(one.article, mention) for one in results for mention in one.mentions],
        nodes=node_rows(results, {"a-2"}),
        offices=[office_row(office) for one in results for office in one.offices],
        relations=[
            relation_row(one.article, told, EVENTS.get(told.relation_id, f"ev-{told.relation_id}"), codes)
            for one in results
            for told in one.relations
        ],
        failures=[failure_row(FAILURE)],
    )
    return replace(rows, edges=build_edges(rows.relations, rows.nodes, rows.articles, LABELS))
