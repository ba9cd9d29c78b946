"""JSON and JSON Lines: objects whose members are the parts of an article.

The standard is kept: `NaN` and `Infinity` are refused. Numbers keep their wording.
"""

import json
from collections.abc import Iterator

from pipeline.errors import ReadError
from pipeline.read.options import ReadOptions
from pipeline.read.record import Record, Refusal, pick

_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}


def read_json(text: str, options: ReadOptions) -> Iterator[Record | Refusal]:
    """The article of a file with one object, or the articles of a list, numbered from 1."""
    value = _parse(text)
    if isinstance(value, list):
        if not value:
            yield Refusal("empty: the list holds no article; add one or take the file away")
        for number, item in enumerate(value, start=1):
            yield _picked(item, options, str(number))
        return
    yield _picked(value, options)


def read_json_lines(text: str, options: ReadOptions) -> Iterator[Record | Refusal]:
    """The articles of a file with one object a line, numbered by line; a bad line costs only itself."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield _picked(_parse(line), options, str(number))
        except ReadError as error:
            yield Refusal(str(error), str(number), type(error.__cause__ or error).__name__)


def _picked(value: object, options: ReadOptions, record: str = "") -> Record | Refusal:
    if isinstance(value, dict):
        return pick(value, options, record)
    kind = _KINDS.get(type(value), "a number")
    return Refusal(f"not an article: {kind} where an object with title and text is due", record)


def _parse(text: str) -> object:
    try:
        # A number stays the text it is, so that 012345 digits of an id or a year lose nothing.
        return json.loads(text, parse_int=_Number, parse_float=_Number, parse_constant=_refuse)
    except RecursionError as error:
        raise ReadError("not readable as JSON: nested too deeply; write each article as one flat object") from error
    except json.JSONDecodeError as error:
        place = f"{error.msg} at line {error.lineno}, column {error.colno}"
        remedy = "name a file with one object a line .jsonl" if error.msg == "Extra data" else "mend the file there"
        raise ReadError(f"not JSON: {place}; {remedy}") from error
    except ValueError as error:
        raise ReadError(f"not JSON: {error}") from error


class _Number(str):
    """A number in its own digits; told from a string where the kind of a value is named."""


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no value of the standard; write null")
