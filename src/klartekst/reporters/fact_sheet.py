"""The checklist of a draft as text and as Markdown, with boxes to tick."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

import click

from klartekst.model import STDIN, Checkable, FactKind, FactSheet
from klartekst.reporters.phrases import LANGUAGE, WORDS, Norm, norm_of

BOX = "☐"
_WIDTH = 92
_MOST_ABOUT = 110
_MOST_PLACES = 3
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")

HEADING: Mapping[Norm, Mapping[FactKind, str]] = {
    "nb": {
        "quote": "Sitater: Er de lest og godkjent av den som blir sitert?",
        "number": "Tall: Stemmer de med kilden?",
        "date": "Datoer og klokkeslett: Stemmer de med kalenderen og vedtaket?",
        "person": "Navn og titler: Er de riktig skrevet?",
        "body": "Virksomheter og steder: Er de riktig skrevet?",
        "link": "Lenker, e-post og telefon: Virker de?",
        "brief": "Fakta i budskapsfila: Er kilden sjekket?",
    },
    "nn": {
        "quote": "Sitat: Er dei lesne og godkjende av den som er sitert?",
        "number": "Tal: Stemmer dei med kjelda?",
        "date": "Datoar og klokkeslett: Stemmer dei med kalenderen og vedtaket?",
        "person": "Namn og titlar: Er dei rett skrivne?",
        "body": "Verksemder og stader: Er dei rett skrivne?",
        "link": "Lenkjer, e-post og telefon: Verkar dei?",
        "brief": "Fakta i bodskapsfila: Er kjelda sjekka?",
    },
}
PHRASES: Mapping[Norm, Mapping[str, str]] = {
    "nb": {
        "title": "Sjekkliste for {name}",
        "no_speaker": "uten navn",
        "no_title": "uten tittel",
        "approved": "godkjent av {source}",
        "source": "kilde: {source}",
        "nothing": "Fant ingen sitater, tall, datoer, navn eller lenker å sjekke.",
        "by": "Sjekket av: ………………………………   Dato: …………………",
        "what": "Sjekk",
        "about": "Hvem eller hva",
        "where": "Hvor",
        "note": "Merknad",
    },
    "nn": {
        "title": "Sjekkliste for {name}",
        "no_speaker": "utan namn",
        "no_title": "utan tittel",
        "approved": "godkjent av {source}",
        "source": "kjelde: {source}",
        "nothing": "Fann ingen sitat, tal, datoar, namn eller lenkjer å sjekke.",
        "by": "Sjekka av: ………………………………   Dato: …………………",
        "what": "Sjekk",
        "about": "Kven eller kva",
        "where": "Kvar",
        "note": "Merknad",
    },
}


def title_of(sheet: FactSheet) -> str:
    """«Sjekkliste for utkast.md (bokmål, pressemelding)»."""
    norm = norm_of(sheet.language)
    name = "standard inn" if sheet.name == STDIN else PurePath(sheet.name).name
    title = PHRASES[norm]["title"].format(name=name)
    return f"{title} ({LANGUAGE[sheet.language]}, {sheet.profile})"


def groups_of(sheet: FactSheet) -> Iterator[tuple[str, Sequence[Checkable]]]:
    """The headings with what stands under each; empty ones are left out."""
    norm = norm_of(sheet.language)
    for kind, heading in HEADING[norm].items():
        items = [item for item in sheet.items if item.kind == kind]
        if items:
            yield heading, items


def about_of(item: Checkable, norm: Norm) -> str:
    """Who says it, which title somebody has, or the sentence around it."""
    if item.kind == "quote":
        return item.about or PHRASES[norm]["no_speaker"]
    if item.kind == "person":
        return item.about or PHRASES[norm]["no_title"]
    return textwrap.shorten(item.about, _MOST_ABOUT, placeholder=" …")


def source_of(item: Checkable, norm: Norm) -> str:
    """What the brief tells of it."""
    if not item.source:
        return ""
    return PHRASES[norm]["approved" if item.kind == "quote" else "source"].format(
        source=item.source
    )


def places_of(item: Checkable, norm: Norm) -> str:
    """«tittel, linje 1; avsnitt 3, linje 7 og 2 til»."""
    told = [f"{p.label}, {WORDS[norm]['line']} {p.line}" for p in item.places[:_MOST_PLACES]]
    more = len(item.places) - len(told)
    return "; ".join(dict.fromkeys(told)) + (f" (+{more})" if more else "")


def to_text(sheet: FactSheet) -> str:
    """The checklist for a terminal or a printer."""
    norm = norm_of(sheet.language)
    lines = [click.style(title_of(sheet), bold=True)]
    for heading, items in groups_of(sheet):
        lines += ["", click.style(heading, bold=True)]
        for item in items:
            lines += textwrap.wrap(
                f"{BOX} {item.text}", _WIDTH, initial_indent="  ", subsequent_indent="    "
            )
            told = " · ".join(_told(item, norm))
            if told:
                lines += textwrap.wrap(
                    told, _WIDTH, initial_indent="      ", subsequent_indent="      "
                )
    return "\n".join([*lines, "", PHRASES[norm]["by" if sheet.items else "nothing"]])


def to_markdown(sheet: FactSheet) -> str:
    """The checklist as Markdown."""
    norm = norm_of(sheet.language)
    lines = [f"# {_plain(title_of(sheet))}"]
    for heading, items in groups_of(sheet):
        lines += ["", f"## {heading}", ""]
        for item in items:
            told = "".join(f" – {_plain(words)}" for words in _told(item, norm))
            lines.append(f"- {BOX} **{_plain(item.text)}**{told}")
    return "\n".join([*lines, "", PHRASES[norm]["by" if sheet.items else "nothing"]])


def _told(item: Checkable, norm: Norm) -> list[str]:
    about = about_of(item, norm)
    if about and item.kind in ("number", "date"):
        about = f"«{about}»" if " " in about else about
    told = (about, places_of(item, norm), source_of(item, norm))
    return [words for words in told if words]


def _plain(words: str) -> str:
    """Words that mean nothing to Markdown."""
    return _MARKUP.sub(r"\\\1", words)
