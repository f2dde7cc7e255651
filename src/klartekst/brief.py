"""budskap.toml -> Brief: what a draft was written to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import ConfigDict

from klartekst.model import Brief, Forbidden, KeyMessage, Profile, Readership, Spokesperson, Where
from klartekst.settings import STRICT, read_toml, validate

FILE_NAME = "budskap.toml"

Placement = Literal["tittel", "ingress", "brodtekst"]
_WHERE: dict[Placement, Where] = {"tittel": "title", "ingress": "lead", "brodtekst": "body"}


@dataclass(frozen=True)
class _Statement:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    profil: Profile | None = None
    maalgruppe: Readership | None = None
    krise: bool = False


@dataclass(frozen=True)
class _Message:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    tekst: str
    id: str = ""
    varianter: tuple[str, ...] = ()
    nokkelord: tuple[str, ...] = ()
    plassering: Placement | None = None


@dataclass(frozen=True)
class _Spokesperson:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    navn: str
    rolle: str = ""


@dataclass(frozen=True)
class _Forbidden:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    tekst: str
    grunn: str = ""


@dataclass(frozen=True)
class _BriefFile:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    utspill: _Statement = field(default_factory=_Statement)
    budskap: tuple[_Message, ...] = ()
    talsperson: tuple[_Spokesperson, ...] = ()
    ikke_si: tuple[_Forbidden, ...] = ()


def load_brief(path: Path) -> Brief:
    """The brief in a file; a message without an id is called m1, m2 … after its place.

    Raises SettingsError when it cannot be read, or holds an unknown key or a wrong value.
    """
    written = validate(_BriefFile, read_toml(path), path)
    return Brief(
        messages=tuple(
            KeyMessage(
                id=message.id or f"m{number}",
                text=message.tekst,
                variants=message.varianter,
                keywords=message.nokkelord,
                placement=_WHERE[message.plassering] if message.plassering else None,
            )
            for number, message in enumerate(written.budskap, start=1)
        ),
        spokespeople=tuple(Spokesperson(who.navn, who.rolle) for who in written.talsperson),
        forbidden=tuple(Forbidden(what.tekst, what.grunn) for what in written.ikke_si),
        profile=written.utspill.profil,
        readership=written.utspill.maalgruppe,
        crisis=written.utspill.krise,
    )


def find_brief(draft: Path) -> Path | None:
    """The brief that belongs to a draft: `utkast.budskap.toml` beside it, else `budskap.toml`."""
    candidates = (draft.with_name(f"{draft.stem}.{FILE_NAME}"), draft.with_name(FILE_NAME))
    return next((path for path in candidates if path.is_file()), None)
