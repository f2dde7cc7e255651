"""On which line of a TOML file a key stands; the parser of the standard library does not tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_HEADER = re.compile(r"\s*\[\[?\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*(?:"(?P<quoted>[^"]+)"|'(?P<literal>[^']+)'|(?P<bare>[\w-]+))\s*[=.]""")
_FENCE = re.compile(r"\"\"\"|'''")


def line_of(text: str, location: Sequence[str | int]) -> int | None:
    """The line, from 1, of a location such as ("budskap", 1, "tekst"), counting tables from 0.

    Where the key itself is not there, or stands in a table written on one line, it is the line of
    the innermost table that is. None when there is no such table either.
    """
    steps = [str(step) for step in location]
    best: tuple[int, int] | None = None
    for number, path in _paths(text):
        depth = _common(path, steps)
        if depth == len(path) and (best is None or depth > best[0]):
            best = depth, number
    return best[1] if best else None


def _paths(text: str) -> list[tuple[int, list[str]]]:
    """Each line that opens a table or sets a key, with its location."""
    found: list[tuple[int, list[str]]] = []
    table: list[str] = []
    seen: Counter[str] = Counter()
    in_string = False
    for number, line in enumerate(text.splitlines(), start=1):
        fences = len(_FENCE.findall(line))
        if in_string:
            in_string = fences % 2 == 0
            continue
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            name = header["name"]
            table = [part.strip("\"' ") for part in name.split(".")]
            if line.lstrip().startswith("[["):
                table = [*table, str(seen[name])]
                seen[name] += 1
            found.append((number, table))
        elif key:
            found.append((number, [*table, key["quoted"] or key["literal"] or key["bare"]]))
        in_string = fences % 2 == 1
    return found


def _common(path: Sequence[str], steps: Sequence[str]) -> int:
    """How many steps two locations share from the beginning."""
    shared = 0
    for one, other in zip(path, steps, strict=False):
        if one != other:
            break
        shared += 1
    return shared
