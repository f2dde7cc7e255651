"""Findings that somebody has looked at and let stand, with a reason.

A suppression stands in the draft, before or in the block that it is about:

    <!-- klartekst: ok personvern/privatperson -- samtykke innhentet 12.3.2026 (KN) -->

or in `utkast.klartekst-ok.toml` beside it, for any format. That file never holds the words that
were found, only a fingerprint of them: scrypt of the rule and the words, with a salt of the file's
own. A guess costs about 20 milliseconds, so a name can be guessed by who knows whom to look for,
and a number with eleven digits takes months. The file is no secret, but it is internal.

One without a reason does not count, one that has expired counts no more, and one that nothing fits
is told, so that the list stays short.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from datetime import date as Day  # noqa: N812  a key of the file is called date
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import ConfigDict

from klartekst.document import Document
from klartekst.errors import SettingsError
from klartekst.model import Block, Finding, Role, Span, Suppressed
from klartekst.settings import STRICT, read_toml, validate

SUFFIX = ".klartekst-ok.toml"

_COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 16}
_INSTRUCTION = re.compile(
    r"klartekst:\s*ok\s+(?P<rules>[\w/, -]+?)\s*(?:(?:--|–|—)\s*(?P<reason>.+?)\s*)?", re.DOTALL
)
_WHO = re.compile(
    r"\((?P<who>[^()]+?)(?:,\s*til\s+(?P<until>\d{1,2}\.\d{1,2}\.\d{4}))?\)\s*$", re.IGNORECASE
)

# A reason is told in every report: a number in it that may be somebody's is not.
_NUMBER = re.compile(r"\d(?:[ .-]?\d){8,}")

Norm = Literal["nb", "nn"]
_NOTES: dict[Norm, dict[str, str]] = {
    "nb": {
        "reason": "{place}: Godkjenningen av {rules} har ingen begrunnelse og teller ikke. "
        "Skriv hvorfor etter to bindestreker.",
        "unread": "{place}: Kommentaren til klartekst er ikke til å forstå. Skriv den slik: "
        "klartekst: ok gruppe/regel -- hvorfor (hvem).",
        "expired": "{place}: Godkjenningen av {rules} gikk ut {until}. Vurder funnet på nytt.",
        "unused": "{place}: Godkjenningen av {rules} passer ikke til noe i teksten. Fjern den.",
    },
    "nn": {
        "reason": "{place}: Godkjenninga av {rules} har inga grunngjeving og tel ikkje. "
        "Skriv kvifor etter to bindestrekar.",
        "unread": "{place}: Kommentaren til klartekst er ikkje til å forstå. Skriv han slik: "
        "klartekst: ok gruppe/regel -- kvifor (kven).",
        "expired": "{place}: Godkjenninga av {rules} gjekk ut {until}. Vurder funnet på nytt.",
        "unused": "{place}: Godkjenninga av {rules} passar ikkje til noko i teksten. Fjern henne.",
    },
}


@dataclass(frozen=True, slots=True)
class Suppression:
    """That findings of some rules may stand, where it was said, and for whom or what.

    `rules` are ids or groups. It is about a span of `Document.source`, or about the words with a
    fingerprint. It counts through the day `until`.
    """

    rules: tuple[str, ...]
    reason: str
    who: str
    place: str
    until: date | None = None
    span: Span | None = None
    fingerprint: str = ""

    def is_about(self, rule: str) -> bool:
        """Whether a rule is among those it names."""
        return any(rule == name or rule.startswith(f"{name}/") for name in self.rules)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The suppressions in a file beside a draft, and the salt of their fingerprints."""

    salt: str = ""
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings that count, those that somebody let stand, and what is to be told of it."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Entry:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    rule: str
    fingerprint: str
    reason: str
    who: str
    date: Day
    until: Day | None = None


@dataclass(frozen=True)
class _SidecarFile:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    salt: str
    ok: tuple[_Entry, ...] = field(default_factory=tuple)


def sidecar_path(draft: Path) -> Path:
    """Where the suppressions of a draft lie: `utkast.klartekst-ok.toml` beside it."""
    return draft.with_name(f"{draft.stem}{SUFFIX}")


def load_sidecar(path: Path) -> Sidecar:
    """The suppressions in a file. Raises SettingsError when it cannot be read or has a mistake."""
    written = validate(_SidecarFile, read_toml(path), path)
    if len(written.salt) < 16:
        raise SettingsError(f"{path}: «salt» er for kort. Slett fila og kjør klartekst approve.")
    if any(not entry.who.strip() for entry in written.ok):
        raise SettingsError(f"{path}: «who» er tom. Skriv hvem som har godkjent funnet.")
    return Sidecar(
        written.salt,
        tuple(
            Suppression(
                (entry.rule,), entry.reason, entry.who, path.name, entry.until, None,
                entry.fingerprint,
            )
            for entry in written.ok
        ),
    )  # fmt: skip


def save(path: Path, sidecar: Sidecar, added: Iterable[Suppression], today: date) -> None:
    """Add suppressions to the file of a sidecar, which is left as it is but for them.

    Raises OSError.
    """
    import tomli_w

    entries = [
        {
            "rule": one.rules[0],
            "fingerprint": one.fingerprint,
            "reason": one.reason,
            "who": one.who,
            "date": today,
            **({"until": one.until} if one.until else {}),
        }
        for one in added
    ]
    before = path.read_text(encoding="utf-8") if path.is_file() else f'salt = "{sidecar.salt}"\n'
    tables = (f"[[ok]]\n{tomli_w.dumps(entry)}" for entry in entries)
    path.write_text("\n".join((before.rstrip() + "\n", *tables)), encoding="utf-8")


def has_number(reason: str) -> bool:
    """Whether a reason holds a number so long that it may be somebody's."""
    return _NUMBER.search(reason) is not None


def fingerprint(rule: str, words: str, salt: str) -> str:
    """What stands for found words in a sidecar; case and white space do not matter."""
    told = f"{rule}\0{' '.join(words.split()).casefold()}"
    return hashlib.scrypt(told.encode(), salt=salt.encode(), **_COST).hex()


def settle(
    findings: Iterable[Finding],
    document: Document,
    sidecar: Sidecar | None,
    today: date,
    ran: Iterable[str],
) -> Settled:
    """Part the findings by whether a suppression of the draft or its sidecar is about them.

    `ran` are the ids of the rules that were run: of others nobody knows whether they would fit.
    """
    norm: Norm = "nn" if document.language == "nn" else "nb"
    sidecar = sidecar or Sidecar()
    said = [*_in_draft(document), *sidecar.suppressions]
    valid = [one for one in said if one.reason and (one.until is None or today <= one.until)]
    used: set[int] = set()
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    for finding in findings:
        words = document.source[finding.span.start : finding.span.end]
        fits = next((one for one in valid if _fits(one, finding, words, sidecar.salt)), None)
        if fits is None:
            kept.append(finding)
        else:
            used.add(id(fits))
            reason = _NUMBER.sub("█", fits.reason)
            suppressed.append(Suppressed(finding, reason, fits.who, fits.until))
    notes = tuple(_notes(said, valid, used, tuple(ran), norm))
    return Settled(tuple(kept), tuple(suppressed), notes)


def _fits(one: Suppression, finding: Finding, words: str, salt: str) -> bool:
    if not one.is_about(finding.rule):
        return False
    if one.span is not None:
        return one.span.contains(finding.span)
    return bool(one.fingerprint) and fingerprint(finding.rule, words, salt) == one.fingerprint


def _notes(
    said: Sequence[Suppression],
    valid: Sequence[Suppression],
    used: set[int],
    ran: Sequence[str],
    norm: Norm,
) -> Iterator[str]:
    for one in said:
        if not one.rules:
            kind = "unread"
        elif not one.reason:
            kind = "reason"
        elif one not in valid:
            kind = "expired"
        elif id(one) not in used and any(map(one.is_about, ran)):
            kind = "unused"
        else:
            continue
        until = f"{one.until.day}.{one.until.month}.{one.until.year}" if one.until else ""
        yield _NOTES[norm][kind].format(place=one.place, rules=", ".join(one.rules), until=until)


def _in_draft(document: Document) -> Iterator[Suppression]:
    """The suppressions written in a draft, each with the block that it is about."""
    for block in document.blocks:
        if block.role is not Role.INSTRUCTION:
            continue
        found = _INSTRUCTION.fullmatch(document.words_of(block))
        line = document.place(block.span.start).line
        if found is None:
            yield Suppression((), "", "", f"linje {line}")
            continue
        reason = found["reason"] or ""
        who = _WHO.search(reason)
        yield Suppression(
            rules=tuple(re.split(r"[,\s]+", found["rules"].strip(" ,"))),
            reason=(reason[: who.start()] if who else reason).strip(),
            who=who["who"] if who else "",
            place=f"linje {line}",
            until=_date(who["until"]) if who and who["until"] else None,
            span=_block_of(document, block),
        )


def _block_of(document: Document, instruction: Block) -> Span:
    """Where in the source the block is that an instruction stands in, or else the next one."""
    at = document.source_span(instruction.span)
    blocks = [
        document.source_span(block.span)
        for block in document.blocks
        if block.role is not Role.INSTRUCTION
    ]
    # A remark behind the last words of a paragraph stands on their line, and is about them.
    around = (
        span
        for span in blocks
        if span.start < at.start and "\n" not in document.source[span.end : at.start]
    )
    after = (span for span in sorted(blocks) if span.start >= at.end)
    return next(around, next(after, Span(at.end, at.end)))


def _date(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%d.%m.%Y").date()  # noqa: DTZ007  a day, not a time
    except ValueError:
        return date.min  # a day that is none has passed
