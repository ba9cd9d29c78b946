"""Organizations and places that only the tagger knows."""

import pytest
from entities_markup import lexicon, tagged

from pipeline.entities.line import read_lines
from pipeline.entities.tagged import tagged_spans


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("انجمن هامونیان آمد", "ORG:انجمن هامونیان", ["انجمن هامونیان"]),
        ("روابط عمومی انجمن هامونیان", "ORG:روابط عمومی انجمن هامونیان", ["انجمن هامونیان"]),
        ("حزب «هامونیان نو» آمد", "ORG:حزب « هامونیان", ["هامونیان نو"]),
        ("هامونیان آمد", "ORG:هامونیان", []),
        ("دولت هامون آمد", "ORG:دولت هامون", []),
    ],
)
def test_organizations(text, names, expected):
    """Marks, leads and lone words are no names; words in quotation marks are."""
    line = read_lines(tagged(text, names), lexicon())[0]
    spans = tagged_spans(line, "ORG")

    assert [" ".join(token.text for token in line.tokens[span.first : span.last]) for span in spans] == expected
