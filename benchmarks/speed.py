"""Measure how fast articles are read and tagged, beside stanza called once per article.

    python -m benchmarks.speed --data $RAVABET_DATA

Both sides take the same articles of the news corpus, with the same models, in turn, some
articles at a time, so that what else the machine does falls on both. Ours is all that stands
before relations: reading files, normalizing, tokenizing, tags, lemmas, names, entities, and
dependencies of the sentences in which a relation may be stated. The other side is
`stanza.Pipeline`, called once per article on words that are given to it: reading,
normalizing and tokenizing cost it nothing. Loading models is left out on both sides.

Writes `benchmarks/speed.md`.
"""

import argparse
import gzip
import json
import multiprocessing
import platform
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

import stanza
import torch

from pipeline.config import Settings
from pipeline.model import Article
from pipeline.read import ReadOptions, read_file
from pipeline.run.stages import load_stages
from pipeline.tag.bundle import open_bundle
from pipeline.tag.spelling import model_form
from pipeline.tag.tagger import DEFAULT_MODELS, LONGEST_PIECE, LONGEST_WORD

REPORT = Path(__file__).with_name("speed.md")
BATCH = Settings().batch
TURN = 20
FEW, RARE = 12, 25  # the other ways take one turn of so many
Word = tuple[str, str, str, str, int, str]  # form, tag, features, name, head, relation
Work = Callable[[Sequence[Path]], list[list[Word]]]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to tag: whose, and with how many processes and threads in each."""

    name: str
    side: str
    processes: int
    threads: int
    every: int


WAYS = (
    Way("ravabet, two processes", "ravabet", 2, 1, 1),
    Way("stanza per article, two processes", "stanza", 2, 1, 1),
    Way("stanza per article, one process of two threads", "stanza", 1, 2, RARE),
    Way("ravabet, one process", "ravabet", 1, 1, FEW),
    Way("stanza per article, one process", "stanza", 1, 1, FEW),
)


def load_ravabet() -> Work:
    """Our way from files to tagged sentences, batch by batch as `ravabet run` goes."""
    stages = load_stages(Settings())

    def work(files: Sequence[Path]) -> list[list[Word]]:
        found = []
        for start in range(0, len(files), BATCH):
            articles = [one for file in files[start : start + BATCH] for one in _articles(file)]
            documents = [stages.tokenize(stages.normalize(article)) for article in articles]
            mentions = stages.parse([stages.find_entities(document) for document in stages.tag(documents)])
            found += [sentence for one in mentions for sentence in one.document.sentences]
        return [[(_form(t.text), t.upos, t.feats, t.ner, t.head, t.deprel) for t in sentence] for sentence in found]

    return work


def load_stanza() -> Work:
    """stanza's own pipeline; the words of a file stand beside it, made by our tokenizer in our spelling."""
    with tempfile.TemporaryDirectory() as stub:
        Path(stub, "resources.json").write_text("{}", encoding="utf-8")
        nlp = stanza.Pipeline(
            "fa",
            dir=stub,
            download_method=None,
            processors="tokenize,pos,lemma,depparse,ner",
            tokenize_pretokenized=True,
            allow_unknown_language=True,
            device="cpu",
            logging_level="ERROR",
            ner_predict_tagset=0,
            **open_bundle(DEFAULT_MODELS).settings,
        )

    def work(files: Sequence[Path]) -> list[list[Word]]:
        found = [nlp(json.loads(file.with_suffix(".words").read_text(encoding="utf-8"))) for file in files]
        return [_words(sentence) for document in found for sentence in document.sentences]

    return work


def _words(sentence: stanza.models.common.doc.Sentence) -> list[Word]:
    return [
        (word.text, word.upos, word.feats or "", _iob(token.ner), word.head, word.deprel)
        for token, word in zip(sentence.tokens, sentence.words, strict=True)
    ]


def _iob(tag: str) -> str:
    return {"S": "B", "E": "I"}.get(tag[0], tag[0]) + tag[1:]


def _form(text: str) -> str:
    return model_form(text)[:LONGEST_WORD]


def _articles(file: Path) -> Iterator[Article]:
    return (one for one in read_file(file.parent, file, ReadOptions()) if isinstance(one, Article))


LOADERS = {"ravabet": load_ravabet, "stanza": load_stanza}


def serve(side: str, line: Connection) -> None:
    """Answer orders with the sentences tagged and when work began, ended, and what it cost the processor."""
    work = LOADERS[side]()
    while order := line.recv():
        threads, files = order
        torch.set_num_threads(threads)
        began, cost = time.perf_counter(), time.process_time()
        found = work(files)
        line.send((found, began, time.perf_counter(), time.process_time() - cost))


@dataclass(slots=True)
class Result:
    """What a way has done so far."""

    articles: int = 0
    words: int = 0
    wall: float = 0.0
    processor: float = 0.0


class Bench:
    """Two worker processes for each side, and what came of each way."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._lines: dict[str, list[Connection]] = {side: [] for side in LOADERS}
        for side in (*LOADERS, *LOADERS):
            ours, theirs = context.Pipe()
            context.Process(target=serve, args=(side, theirs), daemon=True).start()
            self._lines[side].append(ours)
        self.results = {way: Result() for way in WAYS}

    def take(self, way: Way, files: Sequence[Path], timed: bool = True) -> list[list[Word]]:
        """Let one way tag some files, shared out by length; the sentences come in no order."""
        ordered = sorted(files, key=lambda file: -file.stat().st_size)
        lines = self._lines[way.side][: way.processes]
        for number, line in enumerate(lines):
            line.send((way.threads, ordered[number :: way.processes]))
        answers = [line.recv() for line in lines]
        found = [sentence for answer in answers for sentence in answer[0]]
        if timed:
            result = self.results[way]
            result.articles += len(files)
            result.words += sum(map(len, found))
            result.wall += max(answer[2] for answer in answers) - min(answer[1] for answer in answers)
            result.processor += sum(answer[3] for answer in answers)
        return found


class Agreement:
    """How often two sides say the same of a word, by what they say of it."""

    def __init__(self) -> None:
        self.same = dict.fromkeys(("universal tag", "features", "name", "head", "head and relation"), 0)
        self.of = dict.fromkeys(self.same, 0)

    def add(self, ours: Sequence[Sequence[Word]], theirs: Sequence[Sequence[Word]]) -> None:
        """Compare the sentences that both sides took whole; dependencies where both have them."""
        other = {tuple(word[0] for word in sentence): sentence for sentence in theirs}
        for sentence in ours:
            match = other.get(tuple(word[0] for word in sentence))
            if match and len(sentence) <= LONGEST_PIECE:
                for pair in zip(sentence, match, strict=True):
                    self._compare(*pair)

    def _compare(self, our: Word, their: Word) -> None:
        said = {
            "universal tag": (_settled(our), _settled(their)),
            "features": (our[2], their[2]),
            "name": (our[3], their[3]),
            "head": (our[4], their[4]),
            "head and relation": (our[4:], their[4:]),
        }
        for what, (one, other) in said.items():
            if our[4] >= 0 or not what.startswith("head"):
                self.of[what] += 1
                self.same[what] += one == other


def _settled(word: Word) -> str:
    """Our rule that nouns and adjectives within names are proper nouns, applied to both sides."""
    return "PROPN" if word[3] != "O" and word[1] in ("NOUN", "ADJ") else word[1]


def write_articles(corpus: Path, folder: Path, most: int) -> list[Path]:
    """Spread over the corpus, so many articles as Markdown files, and beside each the words for stanza."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    stages, files = load_stages(Settings()), []
    for number, row in enumerate(islice(rows[:: max(1, len(rows) // most)], most)):
        file = folder / f"{number:05}.md"
        file.write_text(f"# {row['title']}\n\n{row['text']}\n", encoding="utf-8")
        (article,) = _articles(file)
        sentences = stages.tokenize(stages.normalize(article)).sentences
        words = [[_form(token.text) for token in sentence] for sentence in sentences]
        file.with_suffix(".words").write_text(json.dumps(words), encoding="utf-8")
        files.append(file)
    return files


def measure(files: Sequence[Path]) -> tuple[dict[Way, Result], Agreement]:
    """Let all ways take their turns; before that each process tags one file untimed."""
    bench, agreement = Bench(), Agreement()
    for way in WAYS[:2]:
        bench.take(way, files[:2], timed=False)
    for turn, start in enumerate(range(0, len(files), TURN)):
        found = {way: bench.take(way, files[start : start + TURN]) for way in WAYS if turn % way.every == 0}
        agreement.add(found[WAYS[0]], found[WAYS[1]])
        done = bench.results[WAYS[0]], bench.results[WAYS[1]]
        print(start + TURN, *(f"{result.words / result.wall:.0f} words/s" for result in done), flush=True)
    return bench.results, agreement


def report(results: dict[Way, Result], agreement: Agreement, options: argparse.Namespace) -> str:
    """The report as Markdown."""
    command = f"python -m benchmarks.speed --data $RAVABET_DATA --articles {options.articles}"
    about = f"Python {platform.python_version()}, torch {version('torch')}, stanza {version('stanza')}"
    lines = ["# Speed, measured", "", __doc__.split("\n\n")[2], "", f"`{command}` ({about}, two cores) printed:", ""]
    lines += ["| way | articles | words | words/s | words per second of processor |", "|---|---|---|---|---|"]
    for way, one in results.items():
        speeds = f"{one.words / one.wall:.0f} | {one.words / one.processor:.0f}"
        lines.append(f"| {way.name} | {one.articles} | {one.words} | {speeds} |")
    lines += ["", "| comparison | times as fast | by processor time |", "|---|---|---|"]
    for ours, theirs in ((0, 1), (0, 2), (3, 4)):
        one, other = (results[WAYS[number]] for number in (ours, theirs))
        wall = one.words / one.wall / (other.words / other.wall)
        cost = one.words / one.processor / (other.words / other.processor)
        lines.append(f"| {WAYS[ours].name} / {WAYS[theirs].name} | {wall:.1f} | {cost:.1f} |")
    lines += ["", "| equal on both sides | % | of |", "|---|---|---|"]
    for what, of in agreement.of.items():
        lines.append(f"| {what} | {100 * agreement.same[what] / max(1, of):.3f} | {of} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = write_articles(options.data / "corpora" / "news.jsonl.gz", Path(folder), options.articles)
        text = report(*measure(files), options)
    print(text)
    REPORT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
