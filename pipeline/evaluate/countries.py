"""The country that an entity is or acts for, on either side."""

from collections.abc import Mapping

from pipeline.columns import NodeRow
from pipeline.evaluate.gold import GoldArticle


def gold_country(gold: GoldArticle, entity: str) -> str:
    """The ISO code of the country that a gold entity is or acts for, through others if need be; empty for none."""
    by_id, seen = gold.by_id, set[str]()
    while entity and entity not in seen:
        seen.add(entity)
        if by_id[entity].kind == "country":
            return by_id[entity].iso3
        entity = by_id[entity].affiliation
    return ""


def found_country(nodes: Mapping[str, NodeRow], node: str) -> str:
    """The ISO code of the country that a node is or acts for, through others if need be; empty for none."""
    seen: set[str] = set()
    while node in nodes and node not in seen:
        seen.add(node)
        if nodes[node].kind == "country":
            return nodes[node].iso3
        node = nodes[node].affiliation
    return ""
