"""The stages of the pipeline as one value, loaded once per process."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.config import Settings
from pipeline.model import Article, Document, Mentions, Relation, TaggedDocument, Text

if TYPE_CHECKING:
    from pipeline.relations import RelationFinder
    from pipeline.tag import Tagger

PACKAGE = Path(__file__).resolve().parent.parent
LEXICON = PACKAGE / "lexicon"
MODELS = PACKAGE / "models"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement that was thought of, kept or not: its entities, its probability and what spoke for and against."""

    sentence: int
    predicate: str
    phrase: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    probability: float
    reasons: tuple[tuple[str, float], ...]


def _nothing(_: Mentions) -> tuple[Weighed, ...]:
    return ()


def _unparsed(found: Sequence[Mentions]) -> list[Mentions]:
    return list(found)


@dataclass(frozen=True, slots=True)
class Stages:
    """What happens within one article, stage by stage; `tag` and `parse` take several at once, for speed.

    `tag` gives no dependencies; `parse` adds them to the sentences in which a relation may be stated.
    `weigh` is no stage of a run: it tells `explain` what `find_relations` thought of.
    """

    normalize: Callable[[Article], Text]
    tokenize: Callable[[Text], Document]
    tag: Callable[[Sequence[Document]], list[TaggedDocument]]
    find_entities: Callable[[TaggedDocument], Mentions]
    find_relations: Callable[[Mentions], tuple[Relation, ...]]
    weigh: Callable[[Mentions], tuple[Weighed, ...]] = _nothing
    parse: Callable[[Sequence[Mentions]], list[Mentions]] = _unparsed


def lexicon_folders(settings: Settings) -> tuple[Path, ...]:
    """The folders of data files, the built-in one first."""
    return (LEXICON, *settings.lexicon)


def models_folder(settings: Settings) -> Path:
    """The folder of trained models."""
    return Path(settings.models) if settings.models else MODELS


def load_stages(settings: Settings) -> Stages:
    """Load lexicon and models and bind them to their stages.

    Raises:
        LexiconError: Data files hold problems; all of them are listed.
        ModelError: A trained model is missing or damaged.
    """
    from pipeline.entities import find_entities
    from pipeline.lexicon import load_lexicon
    from pipeline.normalize import normalize, normalize_string
    from pipeline.relations import RelationFinder
    from pipeline.tag import Tagger
    from pipeline.tokenize import tokenize

    lexicon = load_lexicon(settings.lexicon, normalize_string)
    tagger, finder = Tagger(models_folder(settings)), RelationFinder(lexicon)
    return Stages(
        normalize=normalize,
        tokenize=tokenize,
        tag=lambda documents: tagger.tag(documents, lambda _: False),
        find_entities=lambda document: find_entities(document, lexicon),
        find_relations=finder,
        weigh=lambda mentions: _weighed(finder, mentions),
        parse=lambda found: _parsed(found, tagger, finder),
    )


def _parsed(found: Sequence[Mentions], tagger: "Tagger", finder: "RelationFinder") -> list[Mentions]:
    """The mentions on documents with dependencies wherever the relation stage reads them."""
    documents = tagger.parse([one.document for one in found], [finder.promising(one) for one in found])
    return [replace(one, document=document) for one, document in zip(found, documents, strict=True)]


def _weighed(finder: "RelationFinder", mentions: Mentions) -> tuple[Weighed, ...]:
    staged = finder.staged(mentions)
    weighed = []
    for one in finder.weigh(staged):
        predicate = finder.predicate(one, staged)
        phrase, reasons = " ".join(predicate.hit.phrase), finder.reasons(one)
        weighed.append(
            Weighed(one.sentence, predicate.id, phrase, (one.source,), (one.target,), one.probability, reasons)
        )
    return tuple(weighed)


def predicate_labels(settings: Settings) -> dict[str, str]:
    """The Persian label of every predicate: of each frame, and of each kind where no frame says more.

    Raises:
        LexiconError: A frame file holds problems.
    """
    from pipeline.lexicon.frames import load_frames
    from pipeline.lexicon.grammar import load_kinds

    folders = lexicon_folders(settings)
    general = {kind.lower(): words.label for kind, words in load_kinds(folders).items()}
    return general | {frame.id: frame.label for frame in load_frames(folders, str)}
