"""A sentence as the rules see it: matching keys beside the tokens, and the lexicon names found in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.lexicon import Found, Lexicon
from pipeline.lexicon.match import key_of
from pipeline.lexicon.schema import NameKind
from pipeline.model import TaggedDocument, TaggedToken

LONGEST_CUE = 4
TAGS: dict[NameKind, str] = {"organization": "ORG", "acronym": "ORG", "body": "ORG", "place": "LOC", "surname": "PER"}
# Kinds whose ambiguous names count only where the tagger or a word before them agrees.
STRICT = ("place", "surname", "given", "organization", "acronym", "body")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence; positions beyond its ends read as empty words."""

    index: int
    tokens: tuple[TaggedToken, ...]
    keys: tuple[str, ...]
    hits: Mapping[int, tuple[Found, ...]]
    lexicon: Lexicon

    def key(self, position: int) -> str:
        """The matching key of a token."""
        return self.keys[position] if 0 <= position < len(self.keys) else ""

    def found(self, position: int, *kinds: NameKind) -> list[Found]:
        """The names of some kinds that begin at a token, longer ones first."""
        return [hit for hit in self.hits.get(position, ()) if hit.kind in kinds]

    def cue(self, position: int, name: str) -> int:
        """Where the longest cue of a class that begins at a token ends; the token itself where there is none."""
        if self.key(position) in self.lexicon.cue_firsts.get(name, ()):
            words = self.lexicon.cue(name)
            for last in range(min(position + LONGEST_CUE, len(self.keys)), position, -1):
                if "".join(self.keys[position:last]) in words:
                    return last
        return position

    def is_cue(self, position: int, name: str) -> bool:
        """Whether a token alone is a cue of a class."""
        return self.key(position) in self.lexicon.cue(name)

    def is_word(self, position: int) -> bool:
        """Whether a token is a word of letters."""
        return self.key(position)[:1].isalpha()

    def skip(self, position: int, marks: str) -> int:
        """The first position from here that holds none of the marks."""
        while position < len(self.keys) and self.tokens[position].text in marks:
            position += 1
        return position


def read_lines(document: TaggedDocument, lexicon: Lexicon) -> list[Line]:
    """The sentences of a document with all lexicon names in them."""
    lines = []
    for index, tokens in enumerate(document.sentences):
        keys = tuple(key_of(token.text) for token in tokens)
        hits: dict[int, list[Found]] = {}
        for hit in lexicon.matcher.find(keys):
            if _context_met(hit, keys, tokens, lexicon):
                hits.setdefault(hit.first, []).append(hit)
        lines.append(Line(index, tokens, keys, {first: tuple(found) for first, found in hits.items()}, lexicon))
    return lines


def _context_met(hit: Found, keys: tuple[str, ...], tokens: tuple[TaggedToken, ...], lexicon: Lexicon) -> bool:
    """Whether a name that is also a common word stands where it is a name."""
    if hit.loose and any(_is_small(key, lexicon) for key in keys[hit.first : hit.last]):
        return False
    demand = lexicon.demands.get("".join(keys[hit.first : hit.last]))
    before = keys[hit.first - 1] if hit.first else ""
    after = keys[hit.last] if hit.last < len(keys) else ""
    if demand and (not demand.kinds or hit.kind in demand.kinds):
        return before in demand.before or after in demand.after
    common = hit.last == hit.first + 1 and hit.kind in ("organization", "acronym") and keys[hit.first] in lexicon.common
    if common or (hit.ambiguous and hit.kind in STRICT):
        wanted = TAGS.get(hit.kind, "")
        near = before in lexicon.cue("name_noun") or (wanted == "ORG" and after in lexicon.cue("source_after"))
        return near or tokens[hit.first].ner.endswith(wanted or tuple(TAGS.values()))
    return True


def _is_small(key: str, lexicon: Lexicon) -> bool:
    return (key.isalpha() and not key.isascii() and len(key) < 2) or key in lexicon.cue("function_word")
