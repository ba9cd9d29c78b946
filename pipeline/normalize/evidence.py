"""What speaks for a joiner at a place, as named features; the weights of the names are learned.

Both questions are asked of pieces, the stretches between joiners: may a word be cut
here (`inside`), and does a space stand where a joiner is due (`between`)?
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log2

from pipeline.normalize.vocabulary import Words

_UNCONNECTED = frozenset("اآأدذرزژوؤ")
_LONGEST_AFFIX = 7
_COMMON = 20


@dataclass(frozen=True, slots=True)
class Piece:
    """How often a piece was seen: kinds of words that begin or end with it; joined and free on either side."""

    begins: int = 0
    ends: int = 0
    joined_after: int = 0
    free_after: int = 0
    joined_before: int = 0
    free_before: int = 0


NO_PIECE = Piece()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts of pieces and hazm's words, looked at from a place within or between words."""

    pieces: Mapping[str, Piece]
    words: Words

    def inside(self, word: str, own: tuple[str, str] = ("", "")) -> Iterator[tuple[int, list[str]]]:
        """The places within a word where a known piece ends or begins, with what speaks for and against a cut.

        `own` are the first and the last piece of the very form whose cuts are being
        learned: it does not count as evidence for itself.
        """
        known = f"known{word in self.words.frequency:d}"
        verb = self.words.verb_cuts.get(word, frozenset())
        for at in range(1, len(word)):
            left, right = word[:at], word[at:]
            begins, ends = self._begins(left) - (left == own[0]), self._ends(right) - (right == own[1])
            if begins > 0 or ends > 0 or at in verb:
                names = self._cut(left, right, _scale(begins), _scale(ends))
                names += (f"verb{at in verb:d}{not verb:d}", known, known + names[0])
                yield at, names

    def _cut(self, left: str, right: str, begins: int, ends: int) -> list[str]:
        left_word, right_word = self._fame(left), self._fame(right)
        open_left = left[-1] in _UNCONNECTED
        names = [
            f"begins{min(begins, 4)},ends{min(ends, 4)}", f"begins{begins}", f"ends{ends}",
            f"left{left_word}", f"right{right_word}", f"begins{begins},ends{ends}.",
            f"left{left_word},ends{ends}", f"begins{begins},right{right_word}", f"left{left_word},right{right_word}",
            f"open{open_left:d},ends{ends}", f"open{open_left:d},left{left_word > 0:d},ends{ends}",
            f"at={left[-1]}{right[0]}", f"at2={left[-2:]}|{right[:2]}",
            f"after3={right[:3]}", f"after4={right[:4]}", f"before3={left[-3:]}",
        ]  # fmt: skip
        if len(right) <= _LONGEST_AFFIX:
            names += (f"suffix={right}", f"suffix={right},{left_word >= 0:d}", f"suffix={left[-1]}|{right}")
        if len(left) <= 4:
            names += (f"prefix={left}", f"prefix={left},{right_word >= 0:d}")
        names += self._nested(left, right, begins, ends)
        return names

    def _nested(self, left: str, right: str, begins: int, ends: int) -> Iterator[str]:
        for at in range(1, len(right)):
            if self._ends(right[at:]) >= _COMMON and right[:at] in self.words.frequency:
                yield f"then={right[at:]}"
                yield f"then,begins{begins}"
                break
        for at in range(len(left) - 1, 0, -1):
            if self._begins(left[:at]) >= _COMMON and left[at:] in self.words.frequency:
                yield f"first={left[:at]}"
                yield f"first,ends{ends}"
                break

    def may_join(self, left: str, right: str) -> bool:
        """Whether two pieces were ever joined to anything on the sides that they turn to each other."""
        return self._begins(left) > 0 or self._ends(right) > 0

    def between(self, left: str, right: str) -> list[str]:
        """What speaks for and against a joiner between two pieces that stand apart."""
        one, two = self.pieces.get(left, NO_PIECE), self.pieces.get(right, NO_PIECE)
        begins, ends = _scale(one.begins), _scale(two.ends)
        after = round(log2((one.joined_after + 0.5) / (one.free_after + 0.5)))
        before = round(log2((two.joined_before + 0.5) / (two.free_before + 0.5)))
        left_word, right_word = self._fame(left), self._fame(right)
        verb = len(left) in self.words.verb_cuts.get(left + right, ())
        names = [
            f"begins{begins}", f"ends{ends}", f"begins{begins},ends{ends}", f"after{after}", f"before{before}",
            f"after{max(-6, after)},before{max(-6, before)}", f"left{left_word}", f"right{right_word}",
            f"left{left_word},right{right_word}", f"fused{self._fame(left + right)}", f"verb{verb:d}",
            f"joined{self._fame(left + chr(0x200C) + right)}", f"at={left[-1]}{right[0]}", f"before{before},{left[-1]}",
            f"before3={left[-3:]}", f"after3={right[:3]}", f"end3={right[-3:]}",
        ]  # fmt: skip
        if two.ends >= 3:
            names += (f"suffix={right}", f"suffix={left[-1]}|{right}", f"suffix={right},{left_word >= 0:d}")
        if one.begins >= 3:
            names += (f"prefix={left}", f"prefix={left},{right_word >= 0:d}", f"prefix={left},verb{verb:d}")
        return names

    def _begins(self, piece: str) -> int:
        return self.pieces.get(piece, NO_PIECE).begins

    def _ends(self, piece: str) -> int:
        return self.pieces.get(piece, NO_PIECE).ends

    def _fame(self, word: str) -> int:
        frequency = self.words.frequency.get(word)
        return -1 if frequency is None else _scale(frequency // 1000)


def _scale(count: int) -> int:
    return min(count.bit_length(), 9) if count > 0 else 0
