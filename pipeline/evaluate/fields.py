"""The fields of a JSON object, read strictly: what is wrong is noted with its place and remedy, and reading goes on."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fields:
    """One JSON object, where it stands, and the list that problems with it are added to."""

    values: dict[str, Any]
    place: str
    problems: list[str]

    def text(self, name: str) -> str:
        """A text that is not empty."""
        value = self.values.get(name)
        if isinstance(value, str) and value.strip():
            return value
        self.note(name, self._found(name), "give a text that is not empty")
        return ""

    def optional_text(self, name: str) -> str:
        """A text; empty where the field is null or missing."""
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value or ""
        self.note(name, self._found(name), "give a text or null")
        return ""

    def texts(self, name: str, *, optional: bool = False) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        value = self.values.get(name)
        if optional and value is None:
            return ()
        if not isinstance(value, list):
            self.note(name, self._found(name), "give a list of texts, [] where there are none")
            return ()
        wrong = [item for item in value if not isinstance(item, str) or not item.strip()]
        for item in wrong:
            self.note(name, f"holds {item!r}", "give texts that are not empty")
        return tuple(item for item in value if item not in wrong)

    def choice(self, name: str, allowed: Sequence[str]) -> str:
        """One of the values allowed; where it is another, the first of them."""
        value = self.values.get(name)
        if value in allowed:
            return str(value)
        self.note(name, self._found(name), _nearest(str(value), allowed))
        return allowed[0]

    def flag(self, name: str) -> bool:
        """True or false; false where the field is null or missing."""
        value = self.values.get(name)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.note(name, self._found(name), "give true or false")
        return False

    def objects(self, name: str) -> Iterator["Fields"]:
        """The objects of a list."""
        value = self.values.get(name)
        if not isinstance(value, list):
            self.note(name, self._found(name), "give a list of objects, [] where there are none")
            return
        for number, item in enumerate(value):
            place = f"{self.place}{name}[{number}]."
            if isinstance(item, dict):
                yield Fields(item, place, self.problems)
            else:
                self.problems.append(f"{place[:-1]}: {item!r} is no object; write it in braces, with its fields")

    def expect(self, known: Sequence[str]) -> None:
        """Note each field that is none of those known but nearly one of those that are missing."""
        missing = [name for name in known if name not in self.values]
        for name in sorted(self.values.keys() - set(known)):
            near = difflib.get_close_matches(name, missing, n=1, cutoff=0.75)
            if near:
                self.note(name, "is no known field", f"did you mean {near[0]!r}?")

    def note(self, name: str, what: str, remedy: str) -> None:
        """Add a problem with one field."""
        self.problems.append(f"{self.place}{name}: {what}; {remedy}")

    def _found(self, name: str) -> str:
        return f"{self.values[name]!r:.60} cannot be used" if name in self.values else "is missing"


def _nearest(value: str, allowed: Sequence[str]) -> str:
    near = difflib.get_close_matches(value.upper(), [name.upper() for name in allowed], n=1)
    meant = next((name for name in allowed if near and name.upper() == near[0]), "")
    return f"did you mean {meant!r}?" if meant else f"give one of {', '.join(allowed)}"
