"""Letters of Persian as every room sees them: matching keys, digits and letter classes."""

import re
import unicodedata

ZWNJ = "\u200c"
LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
LETTER_CLASS = "ءآأؤإئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"

_PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
_ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
_ASCII_DIGITS = "0123456789"
_TO_ASCII = str.maketrans(_PERSIAN_DIGITS + _ARABIC_DIGITS, _ASCII_DIGITS * 2)
_TO_PERSIAN = str.maketrans(_ASCII_DIGITS + _ARABIC_DIGITS, _PERSIAN_DIGITS * 2)

LETTER_VARIANTS = {
    "ا": "ٱٲٳٵݳݴ",
    "ب": "ٮٻڀݐݑݒݓݔݕݖࢠࢡࢶ",
    "ت": "ٹٺټٽٿࢸ",
    "ج": "ࢢ",
    "ح": "ځڂڅݗݘݮݯݲݼ",
    "د": "ڈډڊڋڌڍڎڏڐۮݙݚࢮ",
    "ر": "ڑڒړڔڕږڗڙۯݛݫݬݱࢪࢹ",
    "ز": "ࢲ",
    "س": "ښڛڜݜݭݰݽݾ",
    "ش": "ۺ",
    "ص": "ڝڞࢯ",
    "ض": "ۻ",
    "ط": "ڟࢣ",
    "ع": "ڠݝݞݟࢳ",
    "غ": "ۼ",
    "ف": "ڡڢڣڤڥڦݠݡࢤࢻ",
    "ق": "ٯڧڨࢥࢼ",
    "ل": "ڵڶڷڸݪࢦ",
    "م": "ݥݦࢧ",
    "ن": "ڹںڻڼڽݧݨݩࢽ",
    "ه": "ةھۀہۂۃەۿ",
    "و": "ٶٷۄۅۆۇۈۉۊۋۏݸݹࢫࢱ",
    "پ": "ࢷ",
    "چ": "ڇڿ",
    "ک": "ػكڪګڬڭڮݢݣݤݿࢴ",
    "گ": "ڰڱڲڳڴࢰ",
    "ی": "ؠؽؾؿىيٸۍێېۑےۓݵݶݷݺݻࢨࢩࢬࢺ",
}
_HAMZA_SEATS = str.maketrans("أإؤئ", "ااوی")
# Marks that never distinguish one word from another: joiners, direction marks, soft hyphen, tatweel, vowel signs.
MARKS = (
    "\u00ad\u034f\u061c\u0640\u180e\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe00-\ufe0f"
)

TO_PERSIAN_LETTERS = str.maketrans(
    {variant: letter for letter, variants in LETTER_VARIANTS.items() for variant in variants}
)
CONTROLS_TO_SPACES = dict.fromkeys((*range(0x09), *range(0x0E, 0x20), 0x7F), " ")
_DROPPED = re.compile(f"[{MARKS}]+")
_FOLDED = TO_PERSIAN_LETTERS | CONTROLS_TO_SPACES
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_FINAL_HAMZA = re.compile(r"(?<=ا)ء(?!\w)")


def fold(text: str) -> str:
    """The matching key of a text: two spellings of the same words have the same key.

    Arabic and Persian letters, hamza seats and digits are unified; joiners, direction
    marks, vowel signs and tatweel vanish; runs of white space become one space.

    >>> fold("مي\u200cتواند") == fold("میتواند")
    True
    """
    text = _PRESENTATION.sub(spell_out, text).replace("ا\u0653", "آ")
    text = _DROPPED.sub("", text).translate(_FOLDED).replace("ؤو", "ئو")
    text = _FINAL_HAMZA.sub("", text).translate(_HAMZA_SEATS).translate(_TO_ASCII)
    return " ".join(text.split())


def spell_out(presentation: re.Match[str]) -> str:
    """The letters of a presentation form; forms that stand for several words stay as they are."""
    form = presentation.group()
    letters = unicodedata.normalize("NFKC", form)
    return form if " " in letters.strip() else letters.strip()


def to_ascii_digits(text: str) -> str:
    """The text with Persian and Arabic digits written as ASCII digits."""
    return text.translate(_TO_ASCII)


def to_persian_digits(text: str) -> str:
    """The text with ASCII and Arabic digits written as Persian digits."""
    return text.translate(_TO_PERSIAN)
