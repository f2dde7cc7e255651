"""Drafts with synthetic secrets of every kind, for tests that nothing tells them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from hypothesis import strategies as st

from klartekst.recognizers.control_digits import identity_kind, is_account_number, is_duf_number

Norm = Literal["nb", "nn"]

# Of each kind: what is written around it in Bokmål and in Nynorsk.
_SENTENCES: dict[str, tuple[str, str]] = {
    "identity": (
        "Søkeren har fødselsnummer {} og bor i kommunen.",
        "Søkjaren har fødselsnummer {} og bur i kommunen.",
    ),
    "d-number": ("Søkeren har D-nummer {}.", "Søkjaren har D-nummer {}."),
    "duf": ("Søkeren har DUF-nummer {}.", "Søkjaren har DUF-nummer {}."),
    "account": (
        "Beløpet er overført til søkerens konto {}.",
        "Beløpet er overført til kontoen til søkjaren, {}.",
    ),
    "phone": ("Eleven {name} kan nås på telefon {}.", "Eleven {name} kan nåast på telefon {}."),
    "name": (
        "Eleven {} har epilepsi og fikk ikke plass på skolen.",
        "Eleven {} har epilepsi og fekk ikkje plass på skulen.",
    ),
    "address": ("Eleven bor i {}.", "Eleven bur i {}."),
    "property": ("Søkeren fikk avslag på {}.", "Søkjaren fekk avslag på {}."),
    "plate": (
        "Naboen har parkert {} foran porten.",
        "Naboen har parkert {} framfor porten.",
    ),
    "mail": (
        "Naboen, som har adressen {}, har klaget.",
        "Naboen, som har adressa {}, har klaga.",
    ),
    "passport": ("Hun har pass nr. {}.", "Ho har pass nr. {}."),
}
_DRAFT: dict[Norm, str] = {
    "nb": "# Biblioteket flytter{title}\n\nFra 3. mars finner du biblioteket på rådhuset. "
    "{body}\n\n## Dette skjer\n\n- Vi pakker bøkene.\n{items}\n| Hva | Når |\n|---|---|\n{rows}"
    "| Flytting | mandag |\n\n<!-- {comment} -->\n\nVel møtt!\n",
    "nn": "# Biblioteket flyttar{title}\n\nFrå 3. mars finn du biblioteket på rådhuset. "
    "{body}\n\n## Dette skjer\n\n- Vi pakkar bøkene.\n{items}\n| Kva | Når |\n|---|---|\n{rows}"
    "| Flytting | måndag |\n\n<!-- {comment} -->\n\nVel møtt, alle som ikkje har vore her før!\n",
}
_PLACES: dict[str, str] = {
    "title": ". {}",
    "body": "{} ",
    "items": "- {}\n",
    "rows": "| {} | i går |\n",
    "comment": "{} ",
}


@dataclass(frozen=True)
class Planted:
    """A draft, the norm it is in, and the secrets that stand in it."""

    text: str
    norm: Norm
    secrets: tuple[str, ...]

    def told_in(self, output: str) -> list[str]:
        """The secrets that an output tells, however they are parted by spaces and signs."""
        told = bare(output)
        return [
            secret
            for secret in self.secrets
            # A lone name is looked for as a word: «number item» holds no Berit.
            if (
                re.search(rf"\b{secret}s?\b", output, re.IGNORECASE)
                if secret.isalpha()
                else bare(secret) in told
            )
        ]


def bare(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


def _completed(body: str, is_valid: Callable[[str], object], count: int) -> str:
    """Digits with the control digits that make them valid, or those that come closest."""
    ends = (f"{end:0{count}}" for end in range(10**count))
    return next((body + end for end in ends if is_valid(body + end)), body + "7" * count)


def _parted(digits: str, *groups: int) -> str:
    parts, at = [], 0
    for group in groups:
        parts.append(digits[at : at + group])
        at += group
    return " ".join(parts)


@st.composite
def _identities(draw: st.DrawFn, offset: int) -> str:
    """Of the Tenor series, which nobody holds; a D-number of it with `offset` 40."""
    day, month = draw(st.integers(1, 28)) + offset, draw(st.integers(1, 12)) + 80
    body = f"{day:02}{month}{draw(_digits(5))}"
    digits = _completed(body, identity_kind, 2)
    return draw(st.sampled_from([digits, _parted(digits, 6, 5)]))


_FIRST = ["Ingvild", "Jonas", "Berit", "Torbjørn", "Aslaug", "Mohammed"]
_LAST = ["Berntsen", "Testberg", "Haugland", "Sørlien", "Fjellheim"]
_NAMES = st.builds("{} {}".format, st.sampled_from(_FIRST), st.sampled_from(_LAST))
_KINDS: dict[str, st.SearchStrategy[str]] = {
    "identity": _identities(0),
    "d-number": _identities(40),
    "duf": st.builds("20{}".format, st.integers(10, 24)).flatmap(
        lambda year: _digits(6).map(lambda rest: _completed(year + rest, is_duf_number, 2))
    ),
    "account": _digits(6)
    .map(lambda rest: _completed("9998" + rest, is_account_number, 1))
    .map(lambda number: _parted(number, 4, 2, 5)),
    "phone": _digits(4).map(lambda end: _parted(f"6805{end}", 2, 2, 2, 2)),
    "name": _NAMES,
    "address": st.builds(
        "{} {}".format, st.sampled_from(["Testsmauet", "Prøveveien"]), st.integers(101, 399)
    ),
    "property": st.builds("gnr. {}, bnr. {}".format, st.integers(101, 499), st.integers(101, 999)),
    "plate": st.integers(10000, 99999).map(lambda number: f"QA {number}"),
    "mail": st.integers(100, 999).map("vilja.prove{}@example.no".format),
    "passport": _digits(6).map(lambda number: f"CCC{number}"),
}


@st.composite
def planted(draw: st.DrawFn) -> Planted:
    """A draft with one secret of every kind, each in a place of its own choice."""
    norm: Norm = draw(st.sampled_from(["nb", "nn"]))
    filled = dict.fromkeys(_PLACES, "")
    secrets: list[str] = []
    for kind, strategy in _KINDS.items():
        secret, name = draw(strategy), draw(_NAMES)
        sentence = _SENTENCES[kind][norm == "nn"]
        place = draw(st.sampled_from(sorted(_PLACES)))
        filled[place] += _PLACES[place].format(sentence.format(secret, name=name))
        secrets += [secret, *(name.split() if "{name}" in sentence else ())]
        if kind == "name":
            secrets += secret.split()
    return Planted(_DRAFT[norm].format(**filled), norm, tuple(dict.fromkeys(secrets)))
