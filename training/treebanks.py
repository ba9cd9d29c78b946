"""Read the Persian UD treebanks as sentences of surface tokens in one tag set and one dependency scheme: PerDT's.

Seraji and iPerUDT are rewritten towards PerDT (README.md lists the differences and what is
done about each). Fused tokens (multiword tokens, `goeswith`) become one token, because the
pipeline's tokens are surface tokens.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

KEPT_FEATURES = ("Mood", "Number", "Person", "Polarity", "Tense", "VerbForm")
_JOINER = "\N{ZERO WIDTH NON-JOINER}"
_RELATIONS = {
    "acl:relcl": "acl",
    "aux:pass": "aux",
    "cc:preconj": "cc",
    "compound": "flat:num",
    "compound:prt": "compound:lvc",
    "compound:redup": "nmod",
    "compound:svc": "aux",
    "det:predet": "det",
    "discourse": "dep",
    "discourse:top/foc": "dep",
    "dislocated": "nsubj",
    "flat": "flat:name",
    "flat:foreign": "flat:name",
    "goeswith": "dep",
    "nmod:poss": "nmod",
    "obl:tmod": "obl",
    "orphan": "dep",
}
_RELATIONAL_NOUNS = frozenset(
    ("کنار", "برابر", "بین", "زیر", "داخل", "مقابل", "میان", "روی", "رو", "خاطر", "مورد", "طول", "پی", "دنبال", "پشت")
)
_ADVERBS_OF_FOCUS = frozenset(("نیز", "هم"))
_NOMINAL = ("nmod:poss", "nmod", "amod", "det", "nummod", "case", "fixed")
_COPULA_LEMMA_HEADED = "هست"


@dataclass(frozen=True, slots=True)
class Word:
    """One surface token of a treebank; `head` is 1-based, 0 for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str


Sentence = tuple[Word, ...]


def read_treebank(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file; fused tokens are one word, in the tag set and scheme of PerDT."""
    scheme = path.name.partition("-")[0]
    return [_rewritten(_collapsed(rows), scheme) for rows in _blocks(path) if rows]


def write_treebank(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write sentences as CoNLL-U with the columns that models are trained on."""
    with path.open("w", encoding="utf-8") as stream:
        for sentence in sentences:
            for number, word in enumerate(sentence, 1):
                cells = [str(number), word.form, word.lemma, word.upos, "_", word.feats, str(word.head), word.deprel]
                stream.write("\t".join([*cells, "_", "_"]) + "\n")
            stream.write("\n")


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        yield [row for row in rows if "." not in row[0]]


def _collapsed(rows: list[list[str]]) -> Sentence:
    """Make every fused token one word that stands for its highest part."""
    groups = _groups(rows)
    heads = {row[0]: row[6] for row in rows if "-" not in row[0]}
    position = {part: number for number, (_, parts) in enumerate(groups, 1) for part in parts}
    position["0"] = 0
    cells = {row[0]: row for row in rows}
    words = []
    for form, parts in groups:
        top = min(parts, key=lambda part: _depth(part, heads))
        row = cells[top]
        lemma = row[2].split("#")[0].strip().replace(" ", _JOINER)
        relation = row[7] if len(parts) == 1 or row[7] != "goeswith" else "dep"
        words.append(Word(form, lemma, row[3], _features(row[3], row[5]), position[row[6]], relation))
    return tuple(words)


def _groups(rows: list[list[str]]) -> list[tuple[str, list[str]]]:
    """Group the numbers of words by the surface token they stand in."""
    groups: list[tuple[str, list[str]]] = []
    last = 0
    for row in rows:
        if "-" in row[0]:
            first, last = (int(number) for number in row[0].split("-"))
            groups.append((row[1].replace(" ", _JOINER), [str(number) for number in range(first, last + 1)]))
        elif row[7] == "goeswith" and groups:
            form, parts = groups[-1]
            groups[-1] = (form + _JOINER + row[1].strip(_JOINER), [*parts, row[0]])
        elif int(row[0]) > last:
            groups.append((row[1].replace(" ", _JOINER), [row[0]]))
    return groups


def _depth(part: str, heads: dict[str, str]) -> int:
    depth = 0
    while part != "0":
        part = heads[part]
        depth += 1
    return depth


def _features(upos: str, feats: str) -> str:
    """Keep the features of verbs that later stages read."""
    if upos not in ("VERB", "AUX"):
        return "_"
    return "|".join(pair for pair in feats.split("|") if pair.split("=")[0] in KEPT_FEATURES) or "_"


def _rewritten(sentence: Sentence, scheme: str) -> Sentence:
    if scheme == "perdt":
        return sentence
    words = list(sentence)
    _raise_passive_verbs(words)
    _raise_copulas(words)
    _raise_relational_nouns(words)
    return tuple(replace(word, upos=_tag(word), deprel=_relation(word), lemma=_lemma(word)) for word in words)


def _tag(word: Word) -> str:
    if word.upos == "PART" and word.deprel == "case":
        return "ADP"
    if word.form in _ADVERBS_OF_FOCUS and word.upos in ("SCONJ", "PART", "CCONJ"):
        return "ADV"
    return "NOUN" if word.upos == "X" else word.upos


def _relation(word: Word) -> str:
    if word.form in _ADVERBS_OF_FOCUS and word.upos in ("SCONJ", "PART"):
        return "dep"
    return _RELATIONS.get(word.deprel, word.deprel)


def _lemma(word: Word) -> str:
    """Seraji gives the passive light verb «شد» the lemma of the active one."""
    is_do = word.lemma == "کرد" and word.upos in ("VERB", "AUX")
    return "شد" if is_do and "کن" not in word.form and "کرد" not in word.form else word.lemma


def _raise_passive_verbs(words: list[Word]) -> None:
    """Seraji hangs the light verb «شد» on its noun as `compound`; PerDT does the reverse (`compound:lvc`)."""
    for number, word in enumerate(words, 1):
        if word.deprel == "compound" and word.upos == "VERB" and word.head:
            _swap(words, number, "compound:lvc", keep=_NOMINAL)


def _raise_copulas(words: list[Word]) -> None:
    """iPerUDT makes «هست، نیست» a copula; PerDT makes it the head and the predicate its `xcomp`."""
    for number, word in enumerate(words, 1):
        if word.deprel == "cop" and word.lemma == _COPULA_LEMMA_HEADED and word.head:
            words[number - 1] = replace(word, upos="VERB")
            _swap(words, number, "xcomp", keep=(*_NOMINAL, "flat", "acl", "acl:relcl", "compound:lvc"))


def _swap(words: list[Word], number: int, relation: str, keep: tuple[str, ...]) -> None:
    """Put a word in the place of its head; the head keeps only dependents of the relations given."""
    old = words[number - 1].head
    head = words[old - 1]
    words[number - 1] = replace(words[number - 1], head=head.head, deprel=head.deprel)
    words[old - 1] = replace(head, head=number, deprel=relation)
    for place, word in enumerate(words):
        if word.head == old and place != number - 1 and word.deprel not in keep:
            words[place] = replace(word, head=number)


def _raise_relational_nouns(words: list[Word]) -> None:
    """«در کنار X»: in Seraji and iPerUDT two words of one preposition, in PerDT a noun with X as its `nmod`."""
    for number, word in enumerate(words, 1):
        if word.deprel != "fixed" or word.form not in _RELATIONAL_NOUNS:
            continue
        preposition = word.head
        target = words[preposition - 1].head
        if words[preposition - 1].deprel != "case" or target <= number:
            continue
        owner = words[target - 1]
        words[number - 1] = replace(word, upos="NOUN", head=owner.head, deprel=owner.deprel)
        words[target - 1] = replace(owner, head=number, deprel="nmod")
        words[preposition - 1] = replace(words[preposition - 1], head=number)
