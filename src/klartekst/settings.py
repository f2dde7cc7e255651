"""Reads the TOML files that people write, and words what is wrong with one in Norwegian."""

from __future__ import annotations

import dataclasses
import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from klartekst.errors import SettingsError

T = TypeVar("T")

STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

_LINE = re.compile(r"at line (\d+)")
_KINDS = {
    "string": "tekst i hermetegn",
    "tuple": 'en liste i hakeparenteser, som ["a", "b"]',
    "list": 'en liste i hakeparenteser, som ["a", "b"]',
    "dict": "en tabell",
    "mapping": "en tabell",
    "dataclass": "en tabell",
    "bool": "true eller false",
    "float": "et tall",
    "int": "et heltall",
    "date": "en dato uten hermetegn, som 2027-10-01",
}


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file. Raises SettingsError when it cannot be read or parsed."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"{path}: kan ikke leses. Sjekk at fila finnes, og at du har tilgang til den."
        raise SettingsError(message) from error
    except UnicodeDecodeError as error:
        message = f"{path}: er ikke lagret som UTF-8. Lagre fila på nytt med tegnsettet UTF-8."
        raise SettingsError(message) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = found.group(1) if found else str(text.count("\n") + 1)
        message = (
            f"{path}, linje {line}: er ikke gyldig TOML. "
            "Sjekk hermetegn, likhetstegn og hakeparenteser der."
        )
        raise SettingsError(message) from error


def validate(record: type[T], data: Mapping[str, Any], origin: Path | str) -> T:
    """`data` as the dataclass `record`.

    Raises SettingsError with the origin, the key and what to do, for an unknown key, a missing one
    or one of the wrong kind.
    """
    _refuse_unknown_keys(record, data, origin, where="")
    try:
        valid: T = _adapter(record).validate_python(dict(data))  # type: ignore[arg-type]  # a class is hashable
    except ValidationError as error:
        detail = error.errors()[0]
        names = [
            step for step in detail["loc"] if isinstance(step, str) and step in _path_keys(data)
        ]
        place = located(origin, names[-1] if names else "")
        raise SettingsError(f"{place}: {_explain(detail)}") from error
    return valid


def located(origin: Path | str, key: str) -> str:
    """«x.toml, linje 3»: a file and, when it can be told, the line that has a key or table."""
    if not key or not isinstance(origin, Path) or not origin.is_file():
        return str(origin)
    name = re.escape(key)
    sets = re.compile(
        rf"""\s*(?:["']?{name}["']?\s*=|\[\[?\s*(?:[\w"'.-]+\.)?["']?{name}["']?\s*\])"""
    )
    lines = origin.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    found = next((number for number, line in enumerate(lines, start=1) if sets.match(line)), None)
    return f"{origin}, linje {found}" if found else str(origin)


def _path_keys(data: Any) -> set[str]:
    """All keys of nested tables."""
    if isinstance(data, Mapping):
        return {str(key) for key in data}.union(*map(_path_keys, data.values()))
    return set().union(*map(_path_keys, data)) if isinstance(data, list) else set()


@cache
def _hints(record: type[Any]) -> dict[str, Any]:
    return get_type_hints(record)


@cache
def _adapter(record: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(record)


def unknown_name(what: str, name: str, known: Iterable[str]) -> str:
    """What to say of a name that nothing knows: the likely right one, or all there are."""
    known = sorted(known)
    near = difflib.get_close_matches(name, known, n=1)
    remedy = f"Mente du «{near[0]}»?" if near else f"Velg blant: {', '.join(known)}."
    return f"{what} «{name}». {remedy}"


def _refuse_unknown_keys(
    record: type[Any], data: Mapping[str, Any], origin: Path | str, where: str
) -> None:
    hints = _hints(record)  # type: ignore[arg-type]  # a class is hashable
    known = [field.name for field in dataclasses.fields(record)]
    for key, value in data.items():
        if key not in known:
            problem = unknown_name(f"ukjent nøkkel{where}", key, known)
            raise SettingsError(f"{located(origin, key)}: {problem}")
        inner = next(filter(dataclasses.is_dataclass, (hints[key], *get_args(hints[key]))), None)
        if not isinstance(inner, type):
            continue
        if isinstance(value, dict):
            _refuse_unknown_keys(inner, value, origin, f" i [{key}]")
        elif isinstance(value, list):
            for number, item in enumerate(value, start=1):
                if isinstance(item, dict):
                    _refuse_unknown_keys(inner, item, origin, f" i [[{key}]] nr. {number}")


def _explain(detail: ErrorDetails) -> str:
    location = list(detail["loc"])
    while location and isinstance(location[-1], int):
        location.pop()
    key = str(location[-1]) if location else ""
    where = _place(tuple(location[:-1]))
    kind = detail["type"]
    if kind.startswith("missing"):
        return f'mangler «{key}»{where}. Legg til linja {key} = "…".'
    if kind in {"literal_error", "enum"}:
        expected = str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", " eller ")
        return f"«{key}»{where} kan ikke være «{detail['input']}». Velg {expected}."
    wanted = next((words for name, words in _KINDS.items() if kind.startswith(name)), None)
    if wanted:
        return f"«{key}»{where} skal være {wanted}."
    return f"«{key}»{where} har en verdi som ikke kan brukes."


def _place(location: tuple[int | str, ...]) -> str:
    """« i [budskap] nr. 2» for ("budskap", 1)."""
    words = ""
    for step in location:
        words += f" nr. {step + 1}" if isinstance(step, int) else f" i [{step}]"
    return words
