"""What a run may list or leave out, being neither right nor wrong.

Free are names that stand in the article only inside a longer one (the United Nations in the
name of its Security Council), and countries that are there only as adjectives or demonyms.
"""

from collections.abc import Mapping, Set

from pipeline.evaluate.found import FoundEntity
from pipeline.evaluate.gold import GoldArticle, GoldEntity
from pipeline.evaluate.spelling import key, within, words

_GAP = "\n"  # stands in no key


def free_in_gold(gold: GoldArticle, text: str) -> frozenset[str]:
    """The ids of the gold entities that a run may list or leave out."""
    flat = key(text)
    return frozenset(entity.id for entity in gold.entities if _only_demonym(entity) or _only_inside(entity, gold, flat))


def is_free(node: FoundEntity, gold: GoldArticle, known: Mapping[str, Set[str]]) -> bool:
    """Whether a node that is no gold entity is right to be there all the same.

    Args:
        node: The node, with its mentions in the article.
        gold: The article's annotation.
        known: The keys of all names of the gold folder, by kind: what is free must be a name somewhere.
    """
    if node.kind == "person":
        return False
    if node.kind == "country" and all(form == "demonym" for form, _ in node.surfaces):
        return True
    longer = [words(text) for entity in gold.entities for text in (*entity.forms, *entity.titles)]
    names = known.get(node.kind, frozenset())
    return all(key(text) in names and any(within(words(text), other) for other in longer) for _, text in node.surfaces)


def _only_demonym(entity: GoldEntity) -> bool:
    return entity.kind == "country" and not entity.forms and not entity.titles


def _only_inside(entity: GoldEntity, gold: GoldArticle, flat: str) -> bool:
    """Whether no name of the entity is left in the text without the longer names and titles of others."""
    longer = _longer(entity, gold)
    for wording in sorted(longer, key=lambda one: (-len(one), one)):
        flat = flat.replace(wording, _GAP)
    return bool(longer) and not any(name in flat for name in entity.names)


def _longer(entity: GoldEntity, gold: GoldArticle) -> set[str]:
    """The keys of what refers to other entities and has a name of this one inside."""
    others = (other for other in gold.entities if other.id != entity.id)
    wordings = {key(text) for other in others for text in (*other.forms, *other.titles)}
    return {one for one in wordings if any(name in one and name != one for name in entity.names)}
