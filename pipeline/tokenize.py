"""Cut text into sentences and tokens that remember where they stood."""

import re

from pipeline.model import Document, Text, Token

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?؟]+(?=\s)|$)", re.MULTILINE)
_WORD = re.compile(r"\d[\d.,/٫٬:]*\d|[\w\u200c]+|[.!?؟]+|[^\w\s]")


def tokenize(text: Text) -> Document:
    """Sentences of tokens in reading order; a zero-width non-joiner never cuts."""
    sentences = []
    for sentence in _SENTENCE.finditer(text.text):
        tokens = tuple(
            Token(word.group(), *text.raw_span(*word.span()))
            for word in _WORD.finditer(text.text, sentence.start(), sentence.end())
        )
        if tokens:
            sentences.append(tokens)
    return Document(text, tuple(sentences))
