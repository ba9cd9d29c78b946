"""The language of a text, told from its letters alone."""

import re

_ARABIC_SCRIPT = re.compile("[\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06fa-\u06fc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_LETTER = re.compile(r"[^\W\d_]")
_PERSIAN = re.compile("[پچژگ]")
_PERSIAN_FORMS = re.compile("[یک]")
_ARABIC_ENDINGS = re.compile("[ةى]")
_ELSEWHERE = re.compile("[ٹڈڑےںټډړښڼۆێەڕڵ]")  # Urdu, Pashto, Kurdish


def language(text: str) -> str:
    """`fa`, `ar` or `en` where the letters tell, else empty; Persian typed with Arabic letters is Persian.

    >>> language("وزير خارجه گفت پيمان را مي پذيرد"), language("Hello"), language("۱۲۳")
    ('fa', 'en', '')
    """
    letters = len(_LETTER.findall(text))
    arabic, latin = len(_ARABIC_SCRIPT.findall(text)), len(_LATIN.findall(text))
    if not letters or max(arabic, latin) * 2 <= letters:
        return ""
    return "en" if latin > arabic else _of_arabic_script(text, arabic)


def _of_arabic_script(text: str, letters: int) -> str:
    if len(_ELSEWHERE.findall(text)) * 50 > letters:  # two letters in a hundred
        return ""
    ours, theirs = len(_PERSIAN.findall(text)), len(_ARABIC_ENDINGS.findall(text))
    if ours >= theirs:
        return "fa" if ours or _PERSIAN_FORMS.search(text) else ""
    return "fa" if len(_PERSIAN_FORMS.findall(text)) > theirs else "ar"
