"""HTML pages: the article without the page around it, and what the page says of itself."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

import trafilatura

from pipeline.read.options import ReadOptions, words
from pipeline.read.record import Record, Refusal

_DATE_OF_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_SILENT = {"script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form", "button"}
_BLOCKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "blockquote", "pre"}
_JOINERS = "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad"
_REFERENCE = re.compile(r"&(?:zwnj|zwj|lrm|rlm|shy|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE)
_UNUSED = range(0x10600, 0x10700)  # Linear A: printable, and in no newspaper


def read_html(text: str, _: ReadOptions) -> Iterator[Record | Refusal]:
    """The one article of a page.

    Where the extraction of the main text lost most of the paragraphs (very long or deeply nested
    pages), the visible paragraphs are taken instead.
    """
    page = _Page()
    page.feed(text)
    page.close()
    title = page.stated("title") or page.heading or page.name
    body = _without_title(_body(text, page), title)
    if not title and not body.strip():
        yield Refusal("empty: the page shows no title and no text; save the page with its article, or take it away")
        return
    yield Record(
        title=title,
        text=body,
        published=page.stated("published") or page.time or page.data_date,
        author=page.stated("author"),
        source_name=page.stated("source_name"),
        source_url=page.stated("source_url") or page.canonical,
    )


def _body(text: str, page: "_Page") -> str:
    found = _extracted(text)
    paragraphs = _lines(page.paragraphs)
    if not found:
        return paragraphs or _lines(page.visible)
    return paragraphs if len(found) * 3 < len(paragraphs) else found


def _extracted(text: str) -> str:
    """The main text; the joiners, which the library would drop, are led through it as signs that the page lacks."""
    text = _REFERENCE.sub(lambda match: char if (char := unescape(match.group())) in _JOINERS else match.group(), text)
    signs = "".join(sign for sign in map(chr, _UNUSED) if sign not in text)[: len(_JOINERS)]
    try:
        signed = text.translate(str.maketrans(_JOINERS, signs))
        found = trafilatura.extract(signed, include_comments=False, deduplicate=False) or ""
    except (ValueError, RecursionError):  # lxml refuses what is no document at all
        return ""
    return str(found.translate(str.maketrans(signs, _JOINERS)))


def _without_title(body: str, title: str) -> str:
    first, _, rest = body.strip().partition("\n")
    return rest if title and first.lstrip("# ").strip() == title else body


def _lines(pieces: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Page(HTMLParser):
    """What stands on a page, gathered in one pass that no depth or length of the page upsets."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.name = self.heading = self.time = self.canonical = self.data_date = ""
        self.visible: list[str] = []
        self.paragraphs: list[str] = []
        self._silent: list[str] = []
        self._inside = ""

    def stated(self, part: str) -> str:
        """What the head of the page says of a part of the article."""
        return next((self.meta[name] for name in words()["page"][part] if self.meta.get(name)), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that opens."""
        values = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.meta.setdefault(name.casefold(), values.get("content", "").strip())
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href", "")
        elif tag == "time":
            self.time = self.time or values.get("datetime", "")
        if tag in _BLOCKS:
            self._break()
        if tag in {"title", "h1", "p"}:
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        """Note an element that closes."""
        if tag in self._silent:
            while self._silent.pop() != tag:
                pass
        if tag in _BLOCKS:
            self._break()
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Keep text that a reader of the page sees."""
        if self._inside == "title":
            self.name = (self.name + data).strip()
        elif self._silent:
            self._note_data_date(data)
        else:
            self.visible.append(data)
            if self._inside == "p":
                self.paragraphs.append(data)
            elif self._inside == "h1":
                self.heading = (self.heading + data).strip()

    def _note_data_date(self, data: str) -> None:
        if self._silent[-1] == "script" and not self.data_date and (found := _DATE_OF_DATA.search(data)):
            self.data_date = found[1]

    def _break(self) -> None:
        self.visible.append("\n")
        self.paragraphs.append("\n")
