"""The country that a node acts for, along its chain of affiliations."""

from collections.abc import Iterable

from pipeline.columns import NodeRow


def countries_of(nodes: Iterable[NodeRow]) -> dict[str, str]:
    """The country Id of every node that is a country or acts for one.

    A minister acts for a ministry, the ministry for its country; the United Nations act for none,
    and neither does a chain that turns round.
    """
    by_id = {node.Id: node for node in nodes}
    found = {node: _country(node, by_id) for node in by_id}
    return {node: country for node, country in found.items() if country}


def _country(node: str, by_id: dict[str, NodeRow]) -> str:
    seen: set[str] = set()
    while node in by_id and node not in seen:
        if by_id[node].kind == "country":
            return node
        seen.add(node)
        node = by_id[node].affiliation
    return ""
