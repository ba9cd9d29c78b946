"""Persian names in Latin letters, near to how news agencies write them, for what no table spells."""

from collections.abc import Mapping

from pipeline.lexicon.match import key_of

CONSONANTS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "z", "ر": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q",
    "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ع": "a", "ء": "",
}  # fmt: skip
VOWELS = "aeiou"


def romanize(text: str, latin: Mapping[str, str] | None = None) -> str:
    """The words of a name in Latin letters; words that `latin` knows by their matching key are taken from there.

    >>> romanize("سارا پارسا")
    'Sara Parsa'
    """
    known = latin or {}
    words = (known.get(key_of(word)) or _word(word).capitalize() for word in text.replace("\u200c", " ").split())
    return " ".join(word for word in words if word)


def _word(word: str) -> str:
    letters = key_of(word)
    out = ""
    for index, letter in enumerate(letters):
        following = letters[index + 1 : index + 2]
        if letter == "آ":
            sound = "a"
        elif letter == "ا":
            sound = "a" if index or following not in "یو" else ""
        elif letter == "و":
            sound = "v" if index == 0 or following in tuple("اآ") or out[-1:] in tuple(VOWELS) else "u"
        elif letter == "ی":
            sound = "y" if index == 0 or following in tuple("اآو") else "i"
        elif letter == "ه" and index == len(letters) - 1 and index > 1:
            sound = "eh" if out[-1:] not in tuple(VOWELS) else "h"
        else:
            sound = CONSONANTS.get(letter, letter)
        if _clashes(out, sound):
            out += "a"
        out += sound
    return out


def _clashes(before: str, sound: str) -> bool:
    """Persian has no run of consonants at the head of a word and none of three elsewhere; the vowel is not written."""
    if not before or not sound or sound[0] in VOWELS or before[-1] in VOWELS:
        return False
    tail = before.replace("sh", "s").replace("ch", "c").replace("kh", "k").replace("zh", "z").replace("gh", "g")
    return len(tail) == 1 or (len(tail) > 1 and tail[-2] not in VOWELS)
