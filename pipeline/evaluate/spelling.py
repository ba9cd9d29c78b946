"""How texts of gold and run are compared: letters unified; marks, spaces and joiners left out.

This is part of the measure and not of what is measured: it stays as it is when the
pipeline learns to spell anew (`pipeline.persian`), so that figures of versions compare.
"""

_VARIANTS = {"ا": "أإ", "و": "ؤ", "ه": "ةۀ", "ک": "ك", "ی": "يىئ"}
_JOINERS = "\u00ad\u0640\u200b\u200c\u200d\ufeff"
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_VOWEL_SIGNS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654\u0670"
_PUNCTUATION = "«»\"'()[]،,.-–"

_LETTERS = {ord(variant): letter for letter, variants in _VARIANTS.items() for variant in variants}
_LEFT_OUT = dict.fromkeys(map(ord, _JOINERS + _DIRECTIONS + _VOWEL_SIGNS + _PUNCTUATION))
_SPELLING: dict[int, str | None] = {**_LETTERS, **_LEFT_OUT}

Words = tuple[str, ...]


def key(text: str) -> str:
    r"""The text as it is compared; empty where it holds nothing but marks.

    >>> key("«مي\u200cتواند»") == key("می تواند")
    True
    """
    return "".join(text.translate(_SPELLING).split())


def words(text: str) -> Words:
    """The keys of the words, in their order; what is nothing but marks is no word.

    >>> words("وزیر – خارجه")
    ('وزیر', 'خارجه')
    """
    return tuple(filter(None, map(key, text.split())))


def within(part: Words, whole: Words) -> bool:
    """Whether the words of `part` stand in a row in `whole`, which has more of them.

    >>> within(("سازمان", "ملل"), ("دبیرکل", "سازمان", "ملل"))
    True
    """
    size = len(part)
    return 0 < size < len(whole) and part in {whole[at : at + size] for at in range(len(whole) - size + 1)}


def same_description(one: Words, other: Words) -> bool:
    """Whether two descriptions have the same head noun, and one is a shorter wording of the other.

    >>> same_description(("رئیس", "مجلس"), ("رئیس", "مجلس", "ژاپن"))
    True
    """
    if not one or not other or one[0] != other[0]:
        return False
    shorter, longer = sorted((set(one), set(other)), key=len)
    return shorter <= longer
