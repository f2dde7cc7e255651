"""budskap.toml -> Brief: what a draft was written to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal

import tomli_w
from pydantic import ConfigDict

from klartekst.model import (
    Brief,
    BriefQuote,
    Fact,
    Forbidden,
    KeyMessage,
    Profile,
    Readership,
    Spokesperson,
    Where,
)
from klartekst.settings import STRICT, read_toml, validate

FILE_NAME = "budskap.toml"

Placement = Literal["tittel", "ingress", "brodtekst"]
_WHERE: dict[Placement, Where] = {"tittel": "title", "ingress": "lead", "brodtekst": "body"}
_PLACEMENT = {where: placement for placement, where in _WHERE.items()}


@dataclass(frozen=True)
class _Statement:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    profil: Profile | None = None
    formaal: str = ""
    maalgruppe: Readership | None = None
    kanal: str = ""
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
    delegert: bool = False


@dataclass(frozen=True)
class _Forbidden:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    tekst: str
    grunn: str = ""


@dataclass(frozen=True)
class _Fact:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    tekst: str
    kilde: str = ""


@dataclass(frozen=True)
class _Quote:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    tekst: str
    navn: str = ""
    godkjent_av: str = ""


@dataclass(frozen=True)
class _BriefFile:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    utspill: _Statement = field(default_factory=_Statement)
    budskap: tuple[_Message, ...] = ()
    talsperson: tuple[_Spokesperson, ...] = ()
    ikke_si: tuple[_Forbidden, ...] = ()
    fakta: tuple[_Fact, ...] = ()
    sitat: tuple[_Quote, ...] = ()


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
        spokespeople=tuple(
            Spokesperson(who.navn, who.rolle, who.delegert) for who in written.talsperson
        ),
        forbidden=tuple(Forbidden(what.tekst, what.grunn) for what in written.ikke_si),
        profile=written.utspill.profil,
        readership=written.utspill.maalgruppe,
        crisis=written.utspill.krise,
        purpose=written.utspill.formaal,
        channel=written.utspill.kanal,
        facts=tuple(Fact(fact.tekst, fact.kilde) for fact in written.fakta),
        quotes=tuple(BriefQuote(q.tekst, q.navn, q.godkjent_av) for q in written.sitat),
    )


def write_brief(brief: Brief) -> str:
    """A brief as TOML that `load_brief` reads back the same; what is empty is left out.

    Its officials are the config's, and not written.
    """
    statement = {
        "profil": brief.profile,
        "formaal": brief.purpose,
        "maalgruppe": brief.readership,
        "kanal": brief.channel,
        "krise": brief.crisis,
    }
    tables: dict[str, list[dict[str, object]]] = {
        "budskap": [
            {
                "id": message.id,
                "tekst": message.text,
                "varianter": list(message.variants),
                "nokkelord": list(message.keywords),
                "plassering": _PLACEMENT[message.placement] if message.placement else "",
            }
            for message in brief.messages
        ],
        "talsperson": [
            {"navn": who.name, "rolle": who.role, "delegert": who.delegate}
            for who in brief.spokespeople
        ],
        "ikke_si": [{"tekst": what.text, "grunn": what.reason} for what in brief.forbidden],
        "fakta": [{"tekst": fact.text, "kilde": fact.source} for fact in brief.facts],
        "sitat": [
            {"tekst": quote.text, "navn": quote.speaker, "godkjent_av": quote.approved_by}
            for quote in brief.quotes
        ],
    }
    # tomli-w would put short tables on one line each, which is harder for people to go on with.
    parts = [f"[utspill]\n{tomli_w.dumps(_filled(statement))}"]
    for name, rows in tables.items():
        parts += [f"[[{name}]]\n{tomli_w.dumps(_filled(row))}" for row in rows]
    return "\n".join(parts)


def _filled(row: Mapping[str, object]) -> dict[str, object]:
    """What a row says; its first text or name stays even when it is empty, as it is required."""
    required = next((key for key in row if key in ("tekst", "navn")), None)
    return {key: value for key, value in row.items() if value or key == required}


def brief_path(draft: Path) -> Path:
    """Where the brief of a draft belongs: beside it, or in a folder for all drafts there."""
    if draft.name.endswith(FILE_NAME):
        return draft
    return draft / FILE_NAME if draft.is_dir() else draft.with_name(f"{draft.stem}.{FILE_NAME}")


def find_brief(draft: Path) -> Path | None:
    """The brief that belongs to a draft: `utkast.budskap.toml` beside it, else `budskap.toml`."""
    candidates = (draft.with_name(f"{draft.stem}.{FILE_NAME}"), draft.with_name(FILE_NAME))
    return next((path for path in candidates if path.is_file()), None)


def wordings(brief: Brief) -> list[str]:
    """All that a draft is compared with: messages, variants, keywords, and what not to say."""
    return [
        *(
            text
            for message in brief.messages
            for text in (message.text, *message.variants, *message.keywords)
        ),
        *(forbidden.text for forbidden in brief.forbidden),
    ]
