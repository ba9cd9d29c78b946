"""Bytes become the text that was written, and the encoding is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.read.decode import Decoded, decode

PERSIAN = "وزیر امور خارجه امروز در نشست خبری گفت که گفت‌وگوها ادامه دارد و پاسخ همسایگان مثبت بوده است."
ARABIC_LETTERS = PERSIAN.replace("ی", "ي").replace("ک", "ك")
LETTERS = st.text(st.sampled_from("ابپتچحدرزژسشعغفقکگلمنوهی آ‌،.\n"), min_size=20, max_size=200)


@pytest.mark.parametrize(
    ("written", "stored", "expected"),
    [
        (PERSIAN, "utf-8", "utf-8"),
        (PERSIAN, "utf-8-sig", "utf-8-sig"),
        (PERSIAN, "utf-16", "utf-16"),
        (PERSIAN, "utf-16-le", "utf-16-le"),
        (PERSIAN, "utf-16-be", "utf-16-be"),
        (PERSIAN, "utf-32", "utf-32"),
        (ARABIC_LETTERS, "windows-1256", "windows-1256"),
        ("plain words", "utf-16-le", "utf-16-le"),
    ],
)
def test_an_encoding_is_found(written: str, stored: str, expected: str) -> None:
    assert decode(written.encode(stored)) == Decoded(written, expected)


@given(LETTERS)
def test_utf8_is_always_read_as_written(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.text(st.sampled_from("ابپتثجچحخدرزژسشصضطعغفقكگلمنوهي،.\n") | st.just(" "), min_size=40, max_size=300))
def test_utf16_without_a_mark_is_told_from_windows_1256(text: str) -> None:
    text = f"بسيار خوب {text} پايان"

    assert decode(text.encode("utf-16-le")) == Decoded(text, "utf-16-le")


def test_one_spoilt_byte_does_not_make_a_utf8_file_another() -> None:
    data = (PERSIAN * 3).encode() + b"\xff" + PERSIAN.encode()

    assert decode(data) == Decoded(PERSIAN * 3 + "\ufffd" + PERSIAN, "utf-8-lossy")


def test_a_page_that_states_its_encoding_is_believed() -> None:
    page = f'<html><head><meta charset="windows-1256"></head><body>{"x" * 2000} سلام</body></html>'

    assert decode(page.encode("windows-1256")) == Decoded(page, "windows-1256")


def test_a_page_that_states_a_wrong_encoding_is_not_believed() -> None:
    page = f'<meta charset="utf-8"><p>{ARABIC_LETTERS}</p>'

    assert decode(page.encode("windows-1256")) == Decoded(page, "windows-1256")


def test_the_encoding_of_the_user_is_taken() -> None:
    assert decode("é".encode("latin-1"), "latin-1") == Decoded("é", "latin-1")


def test_an_encoding_nobody_knows_is_refused_with_a_remedy() -> None:
    with pytest.raises(ReadError, match="'latin-99' is not known; take a name such as utf-8"):
        decode(b"x", "latin-99")


def test_a_picture_is_no_text() -> None:
    with pytest.raises(ReadError, match="not text"):
        decode(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20)


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_decoder(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ReadError:
        return

    assert decoded.text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") == decoded.text
