"""Bytes to text: a byte order mark decides, then strict UTF-8, then the likeliest legacy encoding."""

import codecs
import re
from dataclasses import dataclass

import chardet

from pipeline.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16
_FEW = 16
_STATED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and the encoding that gave it; `-lossy` marks one where bytes had to be replaced."""

    text: str
    encoding: str


def decode(data: bytes, stated: str = "") -> Decoded:
    """The text of a file.

    Args:
        data: The file's bytes.
        stated: An encoding that the user knows; nothing is guessed then.

    Raises:
        ReadError: The bytes are no text, or no encoding fits.
    """
    decoded = _forced(data, stated) if stated else _found(data)
    text = decoded.text.removeprefix("\ufeff")
    controls = len(_CONTROL.findall(text[:_SAMPLE]))
    if controls > _FEW and controls * 10 > min(len(text), _SAMPLE):
        raise ReadError("not text: more than a tenth of it are control characters; convert the file or take it away")
    return Decoded(text, decoded.encoding)


def _forced(data: bytes, stated: str) -> Decoded:
    try:
        return _lossless(data, stated) or Decoded(data.decode(stated, "replace"), f"{stated}-lossy")
    except LookupError as error:
        raise ReadError(f"the encoding {stated!r} is not known; take a name such as utf-8 or windows-1256") from error


def _found(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossless(data, encoding) or Decoded(data.decode(encoding, "replace"), f"{encoding}-lossy")
    return _utf16(data) or _lossless(data, "utf-8") or _mostly_utf8(data) or _legacy(data)


def _lossless(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: the high bytes of Persian and Latin text are nearly all 06 or 00."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(data) < 4:
        return None
    low, high = (sum(byte in (0, 6) for byte in sample[parity::2]) * 2 / len(sample) for parity in (0, 1))
    if max(low, high) < 0.8 or min(low, high) > 0.5:
        return None
    return _lossless(data, "utf-16-le" if high > low else "utf-16-be")


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few spoilt bytes: 99 in 100 bytes decode, and more than half of those above ASCII."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    above = sum(byte >= 0x80 for byte in data)
    return Decoded(text, "utf-8-lossy") if bad * 100 <= len(data) and bad * 2 < above else None


def _legacy(data: bytes) -> Decoded:
    stated = _STATED.search(data[:4096])
    guesses = [stated.group(1).decode("ascii")] if stated else []
    guesses.append(chardet.detect(data[:_SAMPLE])["encoding"] or "windows-1256")
    known = [guess.lower().replace("_", "-") for guess in guesses if _is_known(guess)]
    whole = (decoded for guess in known if (decoded := _lossless(data, guess)))
    if not known:
        raise ReadError("the encoding cannot be told; save the file as UTF-8 or state the encoding")
    return next(whole, None) or Decoded(data.decode(known[-1], "replace"), f"{known[-1]}-lossy")


def _is_known(encoding: str) -> bool:
    try:
        b"".decode(encoding)
    except LookupError:
        return False
    return True
