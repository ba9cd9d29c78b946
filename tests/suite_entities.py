"""Expected mentions of the entity suite, and how they compare with those found.

Besides its marks a case may state facts, as `p1 affiliation TSN`, `p1 office TSN`, `p1 label …`, `p1 label_en …`.
Keys that no table lists are labels: the same key is the same entity, whatever its id.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from suite_files import ENTITIES, Case, Fields, read_cases
from suite_marks import Marked, kind_of, lexicon, parse
from suite_texts import tagged

from pipeline.entities import find_entities
from pipeline.model import Entity, Mentions

FIELDS = Fields(texts=("id", "text"), optional=("facts",))
Row = tuple[int, int, str, str, str]


@dataclass(frozen=True)
class Compared:
    """What a case wants and what was found, in the same words."""

    marked: Marked
    found: Mentions
    labels: Mapping[str, str]

    def faults(self, facts: tuple[str, ...]) -> list[str]:
        """What is missed, what is too much, and which facts do not hold."""
        wanted, optional, rows = self._wanted(False), self._wanted(True), self._rows()
        missed = [f"missed {self._told(row)}" for row in sorted(wanted - rows)]
        extra = [f"extra {self._told(row)}" for row in sorted(rows - wanted - optional) if not _echoes(row, wanted)]
        return missed + extra + [fault for fact in facts for fault in self._fault(fact)]

    def _wanted(self, optional: bool) -> set[Row]:
        marks = [mark for mark in self.marked.marks if mark.optional == optional]
        return {(mark.start, mark.end, mark.form, kind_of(key), key) for mark in marks for key in mark.keys}

    def _rows(self) -> set[Row]:
        rows = self.found.mentions
        return {(one.start, one.end, one.form, one.kind, self._label(one.entity_id)) for one in rows}

    def _label(self, entity: str) -> str:
        return self.labels.get(entity, entity)

    def _told(self, row: Row) -> str:
        return f"{row[4]}:{row[2]} “{self.marked.text[row[0] : row[1]]}”"

    def _fault(self, fact: str) -> list[str]:
        key, name, wanted = fact.split(" ", 2)
        entity = next((one for one in self.found.entities if self._label(one.id) == key), None)
        values = FACTS[name](self, entity) if entity else ["nobody"]
        return [] if wanted in values else [f"{key} {name} is {' | '.join(values) or 'not known'}, not {wanted}"]

    def _offices(self, entity: Entity) -> list[str]:
        return [self._label(one.of) for one in self.found.office_statements if one.person == entity.id]


FACTS: dict[str, Callable[[Compared, Entity], list[str]]] = {
    "affiliation": lambda ours, entity: [ours._label(entity.affiliation)],
    "office": Compared._offices,
    "label": lambda _, entity: [entity.label],
    "label_en": lambda _, entity: [entity.label_en],
}


def _echoes(row: Row, wanted: set[Row]) -> bool:
    """Whether a mention is a shorter name of the same entity inside its name («کاژنفت» in «شرکت کاژنفت»)."""
    return any(row[0] >= one[0] and row[1] <= one[1] and row[3:] == one[3:] for one in wanted)


def entity_cases() -> list[Case]:
    """All cases of the entity suite."""
    return read_cases(ENTITIES, FIELDS)


def is_listed(key: str) -> bool:
    """Whether a key is the id of an entity and no label."""
    ours = lexicon()
    body = kind_of(key) == "organization" and key.partition("-")[2] in ours.bodies
    return body or any(key in table for table in (ours.countries, ours.people, ours.organizations, ours.places))


def compared(case: Case) -> Compared:
    """Take a case through the stages up to the entities."""
    marked = parse(case.text)
    found = find_entities(tagged(marked.text), lexicon())
    places = {
        (mark.start, mark.end, kind_of(key)): key
        for mark in marked.marks
        for key in mark.keys
        if len(mark.keys) == 1 and not is_listed(key)
    }
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for one in found.mentions:
        key = places.get((one.start, one.end, one.kind))
        if key and key not in taken and not is_listed(one.entity_id):
            labels.setdefault(one.entity_id, key)
            taken.add(labels[one.entity_id])
    return Compared(marked, found, _shared(labels, marked, found))


def _shared(labels: dict[str, str], marked: Marked, found: Mentions) -> dict[str, str]:
    """Labels of those who share one title («وزیران … و …»), in the order in which they are found."""
    for mark in marked.marks:
        here = [one.entity_id for one in found.mentions if (one.start, one.end) == (mark.start, mark.end)]
        free = [key for key in mark.keys if not is_listed(key) and key not in labels.values()]
        unnamed = [one for one in here if one not in labels and not is_listed(one)]
        labels |= dict(zip(unnamed, free, strict=False)) if len(mark.keys) > 1 else {}
    return labels
