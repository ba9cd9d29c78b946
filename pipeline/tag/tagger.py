"""Give the tokens of documents their tags, lemmas, names and, where wanted, dependencies.

A result never depends on which documents or sentences come along (`pipeline.tag.annotator`
says how). Sentences longer than the models are made for are cut for the models only; the
tokens and their sentences stay as they are.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pipeline.model import Document, TaggedDocument, TaggedToken, Token
from pipeline.tag.annotator import Annotator
from pipeline.tag.bundle import open_bundle
from pipeline.tag.spelling import model_form

DEFAULT_MODELS = Path(__file__).parents[1] / "models"
LONGEST_PIECE = 120
LONGEST_WORD = 40
_PIECE_ENDS = frozenset(".!؟?؛;:،,")
_NOT_PARSED = -1
_NOMINAL = ("NOUN", "ADJ")

Tagged = list[TaggedToken]
_Row = TypeVar("_Row", bound=tuple[str, ...])


class Tagger:
    """Stanza models, loaded once; give it the folder of another bundle to use other models.

    Args:
        models: A folder with a `models.toml` (see `pipeline.tag.bundle`).
        names_column: Which conventions names follow, where the name model learned several.

    Raises:
        ModelError: The folder has no usable models.
    """

    def __init__(self, models: Path = DEFAULT_MODELS, names_column: int = 0) -> None:
        self._bundle = open_bundle(models)
        self._annotator = Annotator(self._bundle, names_column)

    @property
    def hashes(self) -> dict[str, str]:
        """The SHA-256 of every model file, by name."""
        return self._bundle.hashes()

    def tag(
        self, documents: Sequence[Document], wants_parse: Callable[[Sequence[TaggedToken]], bool]
    ) -> list[TaggedDocument]:
        """Tag all sentences of all documents; parse only the sentences that `wants_parse` says yes to.

        `wants_parse` sees the sentence with tags, lemmas and names. A sentence that is not parsed has
        head -1 and an empty deprel throughout.
        """
        tagged = self._tagged([sentence for document in documents for sentence in document.sentences])
        wanted = [number for number, sentence in enumerate(tagged) if wants_parse(sentence)]
        return _documents(documents, self._with_parses(tagged, wanted))

    def parse(self, documents: Sequence[TaggedDocument], wanted: Sequence[Collection[int]]) -> list[TaggedDocument]:
        """Parse the sentences of each document whose numbers are wanted; the others stay as they are."""
        sentences = [
            (n in own, list(s)) for d, own in zip(documents, wanted, strict=True) for n, s in enumerate(d.sentences)
        ]
        numbers = [number for number, (asked, _) in enumerate(sentences) if asked]
        return _documents(documents, self._with_parses([sentence for _, sentence in sentences], numbers))

    def _with_parses(self, sentences: list[Tagged], wanted: Sequence[int]) -> list[Tagged]:
        found = dict(zip(wanted, self._parsed([sentences[number] for number in wanted]), strict=True))
        return [found.get(number, sentence) for number, sentence in enumerate(sentences)]

    def _form(self, text: str) -> str:
        form = model_form(text) if self._bundle.folded else "".join(text.split()) or "-"
        return form[:LONGEST_WORD]

    def _tagged(self, sentences: Sequence[Sequence[Token]]) -> list[Tagged]:
        words = [[(self._form(token.text),) for token in sentence] for sentence in sentences]
        forms = [[form for (form,) in piece] for sentence in words for piece in _pieces(sentence)]
        names = [name for piece in self._annotator.names(forms) for name in piece]
        tags = [pair for piece in self._annotator.tags(forms) for pair in piece]
        settled = [(_settled(upos, name), feats, name) for (upos, feats), name in zip(tags, names, strict=True)]
        flat = [form for piece in forms for form in piece]
        lemmas = self._annotator.lemmas((form, upos) for form, (upos, _, _) in zip(flat, settled, strict=True))
        rest = iter(zip(flat, settled, strict=True))
        rows = [[(token, *next(rest)) for token in sentence] for sentence in sentences]
        return [[_token(token, form, *tag, lemmas[form, tag[0]]) for token, form, tag in row] for row in rows]

    def _parsed(self, sentences: Sequence[Tagged]) -> Iterator[Tagged]:
        words = [[(self._form(t.text), t.upos, t.feats, t.lemma) for t in sentence] for sentence in sentences]
        rows = [piece for sentence in words for piece in _pieces(sentence)]
        results = iter(self._annotator.dependencies(rows))
        for sentence in sentences:
            arcs: list[tuple[int, str]] = []
            while len(arcs) < len(sentence):
                arcs += _shifted(next(results), arcs)
            yield [replace(token, head=head, deprel=rel) for token, (head, rel) in zip(sentence, arcs, strict=True)]


def _documents(documents: Sequence[Document | TaggedDocument], sentences: Iterable[Tagged]) -> list[TaggedDocument]:
    rest = iter(sentences)
    return [TaggedDocument(one.text, tuple(tuple(next(rest)) for _ in one.sentences)) for one in documents]


def _settled(upos: str, name: str) -> str:
    """A noun or adjective within a name is a proper noun: the name model has seen ten times more names."""
    return "PROPN" if name != "O" and upos in _NOMINAL else upos


def _token(token: Token, form: str, upos: str, feats: str, name: str, lemma: str) -> TaggedToken:
    """A lemma that equals the form, and any lemma of a word with digits, is the token itself as it is spelled."""
    kept = lemma == form or any(letter.isdigit() for letter in form) or len(form) == LONGEST_WORD
    spelled = token.text if kept else lemma
    return TaggedToken(token.text, token.start, token.end, upos, feats, spelled, _NOT_PARSED, "", name)


def _pieces(words: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    """Cut a sentence after the last mark that keeps a piece short enough, or where it must be cut."""
    start = 0
    while len(words) - start > LONGEST_PIECE:
        window = range(start + LONGEST_PIECE - 1, start + LONGEST_PIECE // 2, -1)
        end = next((place for place in window if words[place][0] in _PIECE_ENDS), start + LONGEST_PIECE - 1) + 1
        yield words[start:end]
        start = end
    yield words[start:]


def _shifted(arcs: list[tuple[int, str]], before: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Renumber the arcs of a later piece and hang its root on the first root of the sentence."""
    if not before:
        return arcs
    offset = len(before)
    root = next(place for place, (head, _) in enumerate(before, 1) if head == 0)
    return [(head + offset, relation) if head else (root, "parataxis") for head, relation in arcs]
