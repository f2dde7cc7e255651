"""klartekst.toml -> Config."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar

from pydantic import ConfigDict

from klartekst.model import Act, Config, Profile, PublicPerson, Readership, Severity
from klartekst.settings import STRICT, read_toml, validate

FILE_NAME = "klartekst.toml"


@dataclass(frozen=True)
class _Person:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    name: str
    role: str = ""
    until: date | None = None


@dataclass(frozen=True)
class _Accept:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class _ConfigFile:
    """The keys of klartekst.toml; they are called what the command's options are called."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    pipeline: str = "auto"
    profile: Profile | None = None
    readership: Readership = "innbyggere"
    fail_on: Severity = Severity.ERROR
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    people: tuple[_Person, ...] = ()
    forvaltningslov: Act = "1967"
    max_megabytes: float = 50.0
    max_pages: int = 500
    words: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    accept: _Accept = field(default_factory=_Accept)


def load_config(path: Path) -> Config:
    """The config in a file; folders of rules count from the file's own folder.

    Raises SettingsError when it cannot be read, or holds an unknown key or a wrong value.
    """
    written = validate(_ConfigFile, read_toml(path), path)
    return Config(
        pipeline=written.pipeline,
        profile=written.profile or Config().profile,
        profile_is_set=written.profile is not None,
        readership=written.readership,
        fail_on=written.fail_on,
        select=written.select,
        ignore=written.ignore,
        severity=written.severity,
        rule_folders=tuple(str(path.parent / folder) for folder in written.rules),
        people=tuple(PublicPerson(who.name, who.role, who.until) for who in written.people),
        forvaltningslov=written.forvaltningslov,
        max_megabytes=written.max_megabytes,
        max_pages=written.max_pages,
        words={
            unwanted: (wanted,) if isinstance(wanted, str) else wanted
            for unwanted, wanted in written.words.items()
        },
        accept=tuple(word.lower() for word in written.accept.words),
    )


def find_config(start: Path) -> Path | None:
    """The nearest klartekst.toml in a folder or above it."""
    start = start.resolve()
    candidates = (folder / FILE_NAME for folder in (start, *start.parents))
    return next((path for path in candidates if path.is_file()), None)
