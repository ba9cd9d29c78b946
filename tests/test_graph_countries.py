"""Countries along chains of affiliation."""

from dataclasses import replace

import pytest
from sample_run import ENTITIES, article, result, sample_tables

from pipeline.graph.countries import countries_of
from pipeline.graph.nodes import node_rows


@pytest.mark.parametrize(
    ("node", "expected"),
    [("IRN", "IRN"), ("IRN-foreign-ministry", "IRN"), ("per-kazemi", "IRN"), ("org-un", None), ("nobody", None)],
)
def test_country(node, expected):
    assert expected == countries_of(sample_tables().nodes).get(node)


def test_a_chain_that_turns_round_has_no_country():
    one = replace(ENTITIES["org-un"], affiliation="org-two")
    two = replace(ENTITIES["org-un"], id="org-two", affiliation="org-un")
    circle = replace(result(article("1", "2019"), []), entities=(one, two), mentions=())

    assert countries_of(node_rows([circle])) == {}
