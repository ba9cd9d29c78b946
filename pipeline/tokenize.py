"""Cut text into sentences and tokens that remember where they stood.

hazm's tokenizers do the cutting; here stands what they leave undone: the way back to
raw offsets, numbers, dates and addresses kept whole, dashes and quotes cut off,
initials kept in their sentence, line breaks that end a sentence and those that do not.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import quantiles

import hazm

from pipeline.model import Document, Text, Token
from pipeline.persian import LETTER_CLASS

Span = tuple[int, int]

_DIGITS = "0-9۰-۹"
_WHOLE = re.compile(
    r"(?:https?|ftp)://[!-~]*[\w/]|(?<![\w.])www\.[!-~]*[\w/]"
    r"|(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
    r"|(?<![\w.@-])(?:[A-Za-z0-9-]{1,63}\.){1,8}(?:com|org|net|ir|info|gov|edu|int|uk|ru|de|fr|eu)\b"
    rf"|(?<![\w.])[{_DIGITS}]{{1,30}}(?:[.,/:+٫٬’'][{_DIGITS}]{{1,30}}){{1,9}}(?![\w])"
    rf"|(?<![\w.-])[{_DIGITS}]{{4}}-[{_DIGITS}]{{1,2}}-[{_DIGITS}]{{1,2}}(?![\w-])"
    r"|(?<![\w.])(?:[A-Za-z]\.){2,}+"
    r"|(?<![A-Za-z0-9])(?:(?=[0-9]*[A-Za-z])[A-Za-z0-9]{2,}+|[A-Za-z0-9]++(?=-[A-Za-z0-9]))(?:-[A-Za-z0-9]+)*+",
    re.ASCII | re.IGNORECASE,
)
_WHOLE_HINT = re.compile(rf"[A-Za-z@]|[{_DIGITS}][^\w\s]")
_SIGNS = frozenset(chr(code) for code in (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670))
_INITIAL = re.compile(rf"(?:^|[\s«(\"'.])(?:[{LETTER_CLASS}]|[A-Z])\.$")
_GOING_ON = re.compile(r"\bو *(?:\.{2,}|…)$")
_NUMBERED = re.compile(rf"^[{_DIGITS}]{{1,3}}\.$")
_QUOTED_END = re.compile(r"[.!?؟…][»”\")\]]+ +(?=[^\s\-–—])")
_MARK = re.compile("\\.{2,}|[!?؟]+|[\\-‐‑‒–—―−]+|[^\\w\\s\u200c\u0640]", re.UNICODE)
_FINAL = '.!?؟…:؛»")”'
_ENDLESS = re.compile("[!.?⸮؟]{99}")  # hazm's sentence pattern takes quadratic time over such runs
_WRAPPED_LINES = 8


def tokenize(text: Text) -> Document:
    """Sentences of tokens in reading order; a zero-width non-joiner never cuts.

    A line break ends a sentence, but not in the middle of the running lines of a
    hard-wrapped article.
    """
    content = _unwrap(text)
    sentences = (_tokens(text, content, span) for span in _sentences(content))
    return Document(text, tuple(sentence for sentence in sentences if sentence))


def _unwrap(text: Text) -> str:
    """The text with spaces in place of the line breaks that only wrap a line."""
    title, *lines = text.text.split("\n") if text.article.title else ["", *text.text.split("\n")]
    width = _wrap_width(lines)
    if not width:
        return text.text
    pieces = [title, "\n"] if text.article.title else []
    for line, after in pairwise([*lines, ""]):
        runs_on = len(line) > width * 0.6 and after.strip() and line.rstrip()[-1:] not in _FINAL
        pieces += line, " " if runs_on else "\n"
    return "".join(pieces[:-1])


def _wrap_width(lines: list[str]) -> int:
    """The width of a hard-wrapped text, else zero: most lines before another are nearly as long as the longest."""
    lengths = [len(line.strip()) for line, after in pairwise([*lines, ""]) if line.strip() and after.strip()]
    if len(lengths) < _WRAPPED_LINES:
        return 0
    width = int(quantiles(lengths, n=10)[8])
    full = [line for line in lines if len(line.strip()) > width * 0.7]
    if not 40 <= width <= 130 or len(full) < len(lengths) * 0.6 or max(lengths) > 2 * width:
        return 0
    running = sum(line.rstrip()[-1:] not in _FINAL for line in full)
    return width if running > len(full) * 0.5 else 0


def _sentences(content: str) -> Iterator[Span]:
    start = 0
    for line in content.split("\n"):
        yield from _line_sentences(content, start, start + len(line))
        start += len(line) + 1


def _line_sentences(content: str, start: int, end: int) -> Iterator[Span]:
    """hazm's sentences, cut after closing quotes too and put together where an initial or a list number was cut."""
    if _ENDLESS.search(content, start, end):
        yield start, end
        return
    held = -1
    for first, last in _locate(content, _sentence_tokenizer().tokenize(content[start:end]), start):
        begin = held if held >= 0 else first
        tail = content[max(first, last - 6) : last]
        if _INITIAL.search(tail) or _GOING_ON.search(tail) or (begin == first and _NUMBERED.match(content[first:last])):
            held = begin
            continue
        held = -1
        yield from _cut_quoted(content, begin, last)
    if held >= 0:
        yield from _cut_quoted(content, held, end)


def _cut_quoted(content: str, start: int, end: int) -> Iterator[Span]:
    for match in _QUOTED_END.finditer(content, start, end):
        if match.group()[0] in ".…":
            yield start, match.end()
            start = match.end()
    yield start, end


def _locate(content: str, pieces: Iterable[str], start: int) -> Iterator[Span]:
    for piece in pieces:
        first = content.index(piece, start)
        start = first + len(piece)
        yield first, start


def _tokens(text: Text, content: str, sentence: Span) -> tuple[Token, ...]:
    raw, origins, normal = text.article.text, text.origins, text.text
    tokens = []
    for first, last in _word_spans(content, *sentence):
        end = origins[last - 1] + 1
        while raw[end : end + 1] in _SIGNS:  # vowel signs that belong to the last letter are taken along
            end += 1
        tokens.append(Token(normal[first:last], origins[first], end))
    return tuple(tokens)


def _word_spans(content: str, start: int, end: int) -> Iterator[Span]:
    """hazm's words between the stretches that stay whole."""
    if _WHOLE_HINT.search(content, start, end):
        for match in _WHOLE.finditer(content, start, end):
            yield from _hazm_words(content, start, match.start())
            yield match.span()
            start = match.end()
    yield from _hazm_words(content, start, end)


def _hazm_words(content: str, start: int, end: int) -> Iterator[Span]:
    for word in _word_tokenizer().tokenize(content[start:end]):
        first = content.index(word, start)
        start = first + len(word)
        if word.isalpha() or not _MARK.search(word):
            yield first, start
        else:
            yield from _cut_marks(content, first, start)


def _cut_marks(content: str, start: int, end: int) -> Iterator[Span]:
    for mark in _MARK.finditer(content, start, end):
        if start < mark.start():
            yield start, mark.start()
        yield mark.span()
        start = mark.end()
    if start < end:
        yield start, end


@cache
def _sentence_tokenizer() -> hazm.SentenceTokenizer:
    return hazm.SentenceTokenizer()


@cache
def _word_tokenizer() -> hazm.WordTokenizer:
    """Without its lists of words, which only joined verb parts need."""
    return hazm.WordTokenizer(words_file=Path(hazm.default_verbs), join_verb_parts=False)
