"""An explanation as a page: each mention and relation with its rule and tokens, and what was nearly found."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Console, Group
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from pipeline.model import Entity, Failure, Mention, Mentions, Relation, TaggedToken
from pipeline.run.explain import Explanation
from pipeline.run.stages import Weighed

Sentence = Sequence[TaggedToken]


def print_explanation(outcome: Explanation | Failure) -> bool:
    """Print what was made of an article, or why nothing was; returns whether it failed."""
    console = Console(highlight=False)
    if isinstance(outcome, Failure):
        console.print(f"{outcome.path} {outcome.record}: {outcome.stage}: {outcome.reason}", markup=False)
        return True
    article, mentions = outcome.article, outcome.mentions
    where = f"{article.path}, record {article.record}" if article.record else article.path
    console.print(f"[bold]{escape(article.title or where)}[/bold]")
    console.print(f"{where}  {article.article_id}  {article.published or 'no date'}", style="dim", markup=False)
    console.print(_entities(mentions))
    for number, sentence in enumerate(mentions.document.sentences):
        parts = [*_sentence(number, sentence, outcome)]
        if parts:
            words = article.text[sentence[0].start : sentence[-1].end]
            console.print(Panel(Group(Text(words), *parts), title=f"sentence {number}", title_align="left"))
    return False


def _entities(mentions: Mentions) -> Table:
    table = Table("id", "kind", "label", "acts for", "known by", "offices", title="Entities", title_justify="left")
    for entity in mentions.entities:
        offices = "; ".join(f"{one.office} ({one.source})" for one in mentions.offices if one.node == entity.id)
        row = (entity.id, entity.kind, entity.label, entity.affiliation, entity.resolution, offices)
        table.add_row(*map(escape, row))
    return table


def _sentence(number: int, sentence: Sentence, found: Explanation) -> Iterator[Table | Text]:
    """The mentions and relations of one sentence; nothing where it has none."""
    mentions = [mention for mention in found.mentions.mentions if mention.sentence == number]
    if mentions:
        yield _mentions(mentions, sentence, {entity.id: entity for entity in found.mentions.entities})
    spans = {mention.mention_id: mention.text for mention in found.mentions.mentions}
    for relation in found.relations:
        if relation.sentence == number:
            yield _relation(relation, spans, found.behind(relation))
            yield _tokens(sentence, relation)
    for missed in found.near_misses(number):
        yield _near_miss(missed, found.outdone(missed))


def _mentions(mentions: Sequence[Mention], sentence: Sentence, entities: Mapping[str, Entity]) -> Table:
    table = Table(
        "mention", "form", "entity", "rule", "confidence", "tokens", "instead of", box=None, header_style="dim"
    )
    for _, group in groupby(mentions, key=lambda mention: (mention.start, mention.end, mention.rule)):
        some = list(group)
        first = some[0]
        named = ", ".join(
            f"{entities[one.entity_id].label} {one.entity_id}" for one in some if one.entity_id in entities
        )
        tags = " ".join(f"{token.upos}/{token.ner}" for token in sentence[first.first : first.last])
        row = (
            first.text,
            first.form,
            named,
            first.rule,
            f"{first.confidence:.2f}",
            tags,
            ", ".join(first.alternatives),
        )
        table.add_row(*map(escape, row))
    return table


def _relation(relation: Relation, spans: Mapping[str, str], behind: Weighed | None) -> Text:
    arrow = "↔" if relation.reciprocal else "→"
    source = f"{spans.get(relation.source_mention, '')} {relation.source}".strip()
    target = f"{spans.get(relation.target_mention, '')} {relation.target}".strip()
    text = Text(f"\n{relation.kind}:{relation.predicate}  {source} {arrow} {target}\n", style="bold")
    text.append("  " + "  ".join(f"{name} {value}" for name, value in _facts(relation) if value), style="not bold")
    if behind:
        text.append(f"\n  because {_reasons(behind)}", style="not bold")
    return text


def _near_miss(missed: Weighed, outdone: bool) -> Text:
    """What was not made, and what spoke for and against it."""
    pair = f"{', '.join(missed.sources)} → {', '.join(missed.targets)}"
    text = f"not made: {missed.predicate} «{missed.phrase}»  {pair}  probability {missed.probability:.2f}"
    text += ", but another reading of its words or pair is likelier" if outdone else ""
    return Text(f"\n{text}\n  because {_reasons(missed)}", style="dim")


def _reasons(one: Weighed) -> str:
    return ", ".join(f"{name} {weight:+.1f}" for name, weight in one.reasons)


def _facts(relation: Relation) -> Iterator[tuple[str, str]]:
    date = relation.date
    yield "rule", relation.rule
    yield "confidence", f"{relation.confidence:.2f}"
    yield "cameo", relation.cameo
    yield "polarity", relation.polarity
    yield "realis", relation.realis
    yield "speaker", " > ".join(relation.speaker_chain) or relation.speaker
    yield "date", f"{date.start}…{date.end} ({date.basis}, {date.text or 'not in the text'})" if date.start else ""
    yield "place", relation.place
    yield "evidence", f"«{relation.evidence}»"


def _tokens(sentence: Sentence, relation: Relation) -> Table:
    """The tokens of the evidence as the relation stage saw them."""
    table = Table("", "token", "lemma", "tag", "head", "relation", "name", box=None, header_style="dim")
    for place, token in enumerate(sentence, start=1):
        if relation.start <= token.start and token.end <= relation.end:
            head = str(token.head) if token.head >= 0 else ""
            table.add_row(
                *map(escape, (str(place), token.text, token.lemma, token.upos, head, token.deprel, token.ner))
            )
    return table
