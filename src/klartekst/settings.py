"""Reads the TOML files that people write, and words what is wrong with one in Norwegian."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import tomli
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from klartekst.errors import SettingsError
from klartekst.toml_lines import line_of

T = TypeVar("T")

# A brief may hold what is secret: what stands in it is told neither to users nor in tracebacks.
STRICT = ConfigDict(extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True)

_LIKE_A_KEY = re.compile(r"[a-zæøå_-]{1,30}")

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
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = found.group(1) if found else str(text.count("\n") + 1)
        message = (
            f"{path}, linje {line}: er ikke gyldig TOML. "
            "Sjekk hermetegn, likhetstegn og hakeparenteser der."
        )
        raise SettingsError(message) from error


def validate(record: type[T], data: Mapping[str, Any], origin: Path | str) -> T:
    """`data` as the dataclass `record`.

    Raises SettingsError with the origin, its line where it is a file, the key and what to do, for
    an unknown key, a missing one or one of the wrong kind.
    """
    _refuse_unknown_keys(record, data, origin)
    try:
        valid: T = _adapter(record).validate_python(dict(data))  # type: ignore[arg-type]  # a class is hashable
    except ValidationError as error:
        detail = error.errors()[0]
        location = [step for step in detail["loc"] if not _is_tag(step)]
        raise SettingsError(f"{located(origin, location)}: {_explain(detail)}") from error
    return valid


def _is_tag(step: int | str) -> bool:
    """Whether a step of pydantic's is the name of a kind, not a key: «function-after[…]»."""
    return isinstance(step, str) and "[" in step


def located(origin: Path | str, location: Sequence[int | str]) -> str:
    """«utkast.budskap.toml, linje 12», or the origin alone where no line is known."""
    if not isinstance(origin, Path):
        return origin
    try:
        line = line_of(origin.read_bytes().decode("utf-8-sig"), location)
    except (OSError, UnicodeDecodeError):
        return str(origin)
    return f"{origin}, linje {line}" if line else str(origin)


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
    record: type[Any],
    data: Mapping[str, Any],
    origin: Path | str,
    location: tuple[int | str, ...] = (),
) -> None:
    hints = _hints(record)  # type: ignore[arg-type]  # a class is hashable
    known = [field.name for field in dataclasses.fields(record)]
    for key, value in data.items():
        if key not in known:
            problem = unknown_name(f"ukjent nøkkel{_place(location)}", _quoted(key), known)
            raise SettingsError(f"{located(origin, (*location, key))}: {problem}")
        inner = next(filter(dataclasses.is_dataclass, (hints[key], *get_args(hints[key]))), None)
        if not isinstance(inner, type):
            continue
        if isinstance(value, dict):
            _refuse_unknown_keys(inner, value, origin, (*location, key))
        elif isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, dict):
                    _refuse_unknown_keys(inner, item, origin, (*location, key, number))


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
        return f"«{key}»{where} kan ikke være «{_quoted(detail['input'])}». Velg {expected}."
    wanted = next((words for name, words in _KINDS.items() if kind.startswith(name)), None)
    if wanted:
        return f"«{key}»{where} skal være {wanted}."
    return f"«{key}»{where} har en verdi som ikke kan brukes."


def _quoted(written: object) -> str:
    """What somebody wrote where a known word belongs, if it looks like a slip of one."""
    return str(written) if _LIKE_A_KEY.fullmatch(str(written)) else "…"


def _place(location: tuple[int | str, ...]) -> str:
    """« i [budskap] nr. 2» for ("budskap", 1)."""
    words = ""
    for step in location:
        words += f" nr. {step + 1}" if isinstance(step, int) else f" i [{step}]"
    return words
