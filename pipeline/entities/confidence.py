"""How sure a mention is, by the rule that made it; one table, to be calibrated on annotated articles."""

CONFIDENCE = {
    "country:name": 0.98,
    "country:demonym": 0.95,
    "country:capital": 0.8,
    "country:home": 0.95,
    "country:own": 0.7,
    "country:deixis": 0.75,
    "country:government": 0.95,
    "both": 0.7,
    "place:name": 0.9,
    "place:capital": 0.85,
    "place:tagged": 0.6,
    "organization:name": 0.95,
    "organization:acronym": 0.9,
    "organization:body": 0.9,
    "organization:medium": 0.85,
    "organization:head": 0.75,
    "organization:short": 0.7,
    "organization:tagged": 0.6,
    "name:lexicon": 0.95,
    "name:tagged": 0.85,
    "name:honorific": 0.8,
    "name:given": 0.8,
    "name:title": 0.75,
    "title:lexicon": 0.9,
    "title:counterpart": 0.8,
    "title:pointing": 0.7,
    "anaphor": 0.65,
    "pronoun": 0.65,
}
# A title that only a tenure which no article confirms ties to its person is less sure.
UNCHECKED = 0.85
DEFAULT = 0.5


def confidence(rule: str, guessed: bool = False) -> float:
    """The confidence of a rule's mentions, rounded to 4 decimals; lower where the person is guessed."""
    return round(CONFIDENCE.get(rule, DEFAULT) * (UNCHECKED if guessed else 1), 4)
