"""Results as compressed JSON and back, without loss: what comes out equals what went in."""

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: Any) -> bytes:
    """A value of the model as compressed JSON; equal values give equal bytes."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def decode(kind: type[T], data: bytes) -> T:
    """The value that `encode` was given, of the model's class `kind`."""
    text = zlib.decompress(data).decode("utf-8", "surrogatepass")
    build: Callable[[Any], T] = _builder(cast(Any, kind))
    return build(json.loads(text))


def _plain(value: Any) -> Any:
    """A dataclass as the list of its values: names stand in the model, not in every row."""
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """The function that makes a value of a type from plain JSON."""
    if is_dataclass(kind):
        return _dataclass_builder(kind)
    if get_origin(kind) is tuple:
        item = _builder(get_args(kind)[0])
        return lambda values: tuple(item(value) for value in values)
    if kind in (str, int, float, bool) or get_origin(kind) is Literal:
        return lambda value: value
    message = f"the codec knows no type {kind}; teach it in pipeline/run/codec.py"
    raise TypeError(message)


def _dataclass_builder(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    builders = [_builder(hints[field.name]) for field in fields(kind)]
    return lambda values: kind(*(build(value) for build, value in zip(builders, values, strict=True)))
