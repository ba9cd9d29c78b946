"""The one spelling in which trained models see words, in training and in use alike.

Vectors and taggers were trained on these forms; a token that is spelled otherwise
would be unknown to them. Offsets are no concern here: forms ride beside the tokens.
"""

import unicodedata

_LETTERS = str.maketrans("يىېكةۀۂۃہھ٪", "یییکهههههه%")
_MARKS = (*range(0x064B, 0x0660), 0x0670, 0x0640)  # diacritics and tatweel
_INVISIBLE = (*range(0x200D, 0x2010), *range(0x202A, 0x202F), 0x00AD, 0xFEFF, 0x200B)
_DIGITS = {code: "0" for code in range(0x0660, 0x06FA) if unicodedata.category(chr(code)) == "Nd"}
_PLAIN = {**_LETTERS, **dict.fromkeys((*_MARKS, *_INVISIBLE)), **_DIGITS, **dict.fromkeys(range(0x30, 0x3A), "0")}
_SHAPED = (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD))  # letters in a shape of their own, as PDF files yield them
_TABLE = {
    **{code: unicodedata.normalize("NFKC", chr(code)).translate(_PLAIN).replace(" ", "") for code in _SHAPED},
    **_PLAIN,
}
_JOINER = "\N{ZERO WIDTH NON-JOINER}"


def model_form(word: str) -> str:
    """Spell one word as the models know it: Persian letters, no diacritics, every digit a zero, a joiner for a space.

    >>> model_form("كتاب‌هاي")
    'کتاب\\u200cهای'
    >>> model_form("۱۳۹۸")
    '0000'
    """
    form = _JOINER.join(word.translate(_TABLE).split()).strip(_JOINER)
    while _JOINER * 2 in form:
        form = form.replace(_JOINER * 2, _JOINER)
    return form or "-"
