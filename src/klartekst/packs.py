"""patterns/ -> rules: reads rule files and makes the check that each one asks for."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Any, ClassVar, Literal

from pydantic import ConfigDict

from klartekst.checks import CHECKS, Check
from klartekst.checks.signals.signal import SignalCheck
from klartekst.errors import SettingsError
from klartekst.model import Category, Rule, Severity
from klartekst.resources import builtin_root
from klartekst.settings import STRICT, located, read_toml, unknown_name, validate

NYNORSK_KEY = "nn"


@dataclass(frozen=True)
class _RuleFile:
    """The keys that every rule file may have; all others belong to its check."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    check: str
    title: str
    message: str
    severity: Severity
    source: str
    explanation: str
    flags: tuple[str, ...]
    passes: tuple[str, ...]
    brief: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    spokespeople: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    severity_alone: Severity | None = None
    status: Literal["preview", "stable"] = "stable"
    category: Category | None = None


_RULE_KEYS = frozenset(item.name for item in dataclasses.fields(_RuleFile))


@dataclass(frozen=True)
class Pack:
    """The rules of some folders, and what was wrong with the files that gave none."""

    rules: tuple[Rule, ...]
    errors: tuple[str, ...] = field(default=())


def load_pack(*folders: Path) -> Pack:
    """The rules of the shipped folder, or of the given ones; a later rule replaces an earlier.

    A file with a mistake gives no rule but an error, one line of Norwegian; the others still count.
    """
    rules: dict[tuple[str, str | None], Rule] = {}
    errors: list[str] = []
    for folder in folders or (builtin_root("patterns"),):
        paths = sorted(folder.glob("*/*.toml"))
        if not paths:
            errors.append(f"{folder}: har ingen regler. Regler ligger som <gruppe>/<regel>.toml.")
        for path in paths:
            try:
                read = load_rule(path, f"{path.parent.name}/{path.stem}")
            except SettingsError as error:
                errors.append(str(error))
                continue
            rules = {key: rule for key, rule in rules.items() if rule.id != read[0].id}
            rules |= {(rule.id, rule.language): rule for rule in read}
    return Pack(tuple(rules.values()), tuple(errors))


def load_rule(path: Path, rule_id: str) -> tuple[Rule, ...]:
    """The rule in a file: one for both written norms, or with `[nn]` one for each.

    Raises SettingsError for a misspelt key, an unknown check, or a parameter of the wrong kind.
    """
    data = read_toml(path)
    nynorsk = data.pop(NYNORSK_KEY, None)
    if nynorsk is None:
        return (_rule_of(data, path, rule_id, language=None),)
    if not isinstance(nynorsk, dict):
        raise SettingsError(f"{located(path, [NYNORSK_KEY])}: «nn» skal være en tabell, [nn].")
    return (
        _rule_of(data, path, rule_id, language="nb"),
        _rule_of({**data, **nynorsk}, path, rule_id, language="nn"),
    )


def make_check(rule: Rule, accept: tuple[str, ...] = ()) -> Check:
    """The check of a loaded rule, with its parameters set.

    Words of `accept` join the exceptions of rules for plain language that can have any.
    """
    parameters = dict(rule.parameters)
    if (
        accept
        and rule.category is Category.KLARSPRAK
        and "exceptions" in _parameter_names(rule.check)
    ):
        parameters["exceptions"] = (*parameters.get("exceptions", ()), *accept)
    return validate(CHECKS[rule.check], parameters, rule.id)


def signals_in(checks: Iterable[tuple[Rule, Check]], norm: str) -> tuple[SignalCheck, ...]:
    """Those of some checks that find signals in a written norm, «nb» or «nn»."""
    return tuple(
        check
        for rule, check in checks
        if isinstance(check, SignalCheck) and rule.language in (None, norm)
    )


def _rule_of(
    data: Mapping[str, Any], path: Path, rule_id: str, *, language: Literal["nb", "nn"] | None
) -> Rule:
    parameters = dict(_parameters_of(data, path))
    if language and "norm" in _parameter_names(data["check"]):
        parameters.setdefault("norm", language)
    validate(CHECKS[data["check"]], parameters, path)
    written = validate(_RuleFile, {k: v for k, v in data.items() if k in _RULE_KEYS}, path)
    _refuse_unknown_placeholders(written, path)
    return Rule(
        id=rule_id,
        title=written.title,
        message=written.message,
        explanation=written.explanation.strip(),
        source=written.source,
        severity=written.severity,
        category=written.category or _category_of(rule_id, path),
        check=written.check,
        parameters=parameters,
        flags=written.flags,
        passes=written.passes,
        brief=written.brief,
        yields_to=written.yields_to,
        spokespeople=written.spokespeople,
        forbidden=written.forbidden,
        severity_alone=written.severity_alone,
        status=written.status,
        language=language,
    )


def _refuse_unknown_placeholders(written: _RuleFile, path: Path) -> None:
    known = {"match"} | CHECKS[written.check].fills
    for _, name, _, _ in Formatter().parse(written.message):
        if name is not None and name not in known:
            listed = ", ".join(f"{{{word}}}" for word in sorted(known))
            place = located(path, ["message"])
            message = f"{place}: «message» har {{{name}}}, som ingen fyller ut. Bruk {listed}."
            raise SettingsError(message)


def _parameters_of(data: Mapping[str, Any], path: Path) -> Iterator[tuple[str, Any]]:
    name = data.get("check")
    if not isinstance(name, str):
        raise SettingsError(f'{path}: mangler «check». Legg til linja check = "…".')
    if name not in CHECKS:
        place = located(path, ["check"])
        raise SettingsError(f"{place}: {unknown_name('ukjent sjekk', name, CHECKS)}")
    known = _parameter_names(name)
    for key, value in data.items():
        if key in known:
            yield key, value
        elif key not in _RULE_KEYS:
            problem = unknown_name("ukjent nøkkel", key, known | _RULE_KEYS)
            raise SettingsError(f"{located(path, [key])}: {problem}")


def _parameter_names(check: str) -> set[str]:
    return {item.name for item in dataclasses.fields(CHECKS[check])}  # type: ignore[arg-type]  # a check is a dataclass; a Protocol cannot say so


def _category_of(rule_id: str, path: Path) -> Category:
    folder = rule_id.split("/", maxsplit=1)[0]
    try:
        return Category(folder)
    except ValueError:
        names = ", ".join(Category)
        message = (
            f"{path}: mappa «{folder}» er ingen kategori. Legg til category = med en av: {names}."
        )
        raise SettingsError(message) from None
