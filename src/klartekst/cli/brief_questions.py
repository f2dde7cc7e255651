"""The questions of the checklist, asked on a terminal, answer by answer into a brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar, get_args

import click

from klartekst.model import (
    Brief,
    BriefQuote,
    Fact,
    Forbidden,
    KeyMessage,
    Profile,
    Readership,
    Spokesperson,
)

MOST_SUPPORTING = 4
_HELP = "?"
_YES = ("j", "ja")
_MAYORS = ("ordfører", "ordførar", "byrådsleder", "byrådsleiar")

Choice = TypeVar("Choice", bound=str)


def ask_all() -> Iterator[Brief]:
    """The brief after each answer, so that nothing is lost when somebody stops halfway.

    Raises click.Abort on Ctrl-C and at the end of the input.
    """
    brief = Brief()
    for step in (
        _purpose, _profile, _readership, _messages, _forbidden, _crisis, _speakers, _channel,
        _facts, _quotes,
    ):  # fmt: skip
        for brief in step(brief):  # noqa: B020  each answer builds on the one before
            yield brief


def _purpose(brief: Brief) -> Iterator[Brief]:
    purpose = _ask(
        "Hva vil dere oppnå med utspillet?",
        "Formålet med én setning: Hva skal folk vite, mene eller gjøre når de har lest teksten?",
    )
    yield replace(brief, purpose=purpose)


def _profile(brief: Brief) -> Iterator[Brief]:
    profile = _choose(
        "Hva slags tekst er det?",
        get_args(Profile),
        "Det avgjør hvilke deler klartekst ser etter. Hopper du over, blir den en pressemelding.",
    )
    yield replace(brief, profile=profile)


def _readership(brief: Brief) -> Iterator[Brief]:
    readership = _choose(
        "Hvem er målgruppen?",
        get_args(Readership),
        "Dem du først og fremst skriver for. Innbyggere tåler færre fagord enn fagfolk.",
    )
    yield replace(brief, readership=readership)


def _messages(brief: Brief) -> Iterator[Brief]:
    main = _ask(
        "Hva er HOVEDBUDSKAPET – hva vil du ha fram, først og fremst?",
        "Én setning med ett poeng, som i avisa: «Skolen åpner igjen mandag.»",
    )
    if not main:
        yield brief
        return
    texts = [main]
    yield replace(brief, messages=_numbered(texts))
    for text in _repeat(
        "Hva mer skal fram? (støttebudskap)",
        "Inntil fire setninger som bygger opp under hovedbudskapet, én om gangen.",
        MOST_SUPPORTING,
    ):
        texts.append(text)
        yield replace(brief, messages=_numbered(texts))


def _numbered(texts: list[str]) -> tuple[KeyMessage, ...]:
    return tuple(KeyMessage(f"m{number}", text) for number, text in enumerate(texts, start=1))


def _forbidden(brief: Brief) -> Iterator[Brief]:
    for text in _repeat(
        "Er det noe dere IKKE kan si?",
        "Det som er taushetsbelagt, ikke avgjort eller ikke deres å fortelle. Skriv ikke selve "
        "opplysningen, bare hva den gjelder: «navnet på institusjonen».",
    ):
        brief = replace(brief, forbidden=(*brief.forbidden, Forbidden(text)))
        yield brief
        reason = _ask(
            "  Hvorfor ikke?", "Grunnen hjelper den som må svare: «kan identifisere noen»."
        )
        brief = replace(brief, forbidden=(*brief.forbidden[:-1], Forbidden(text, reason)))
        yield brief


def _crisis(brief: Brief) -> Iterator[Brief]:
    if brief.profile == "krisemelding":
        yield replace(brief, crisis=True)
        return
    crisis = is_yes(
        "Er dette en krise? [j/N]",
        "I en krise uttaler bare ordføreren seg, eller den ordføreren har delegert til.",
    )
    yield replace(brief, crisis=crisis)


def _speakers(brief: Brief) -> Iterator[Brief]:
    for name in _repeat(
        "Hvem bør uttale seg?",
        "Fullt navn. Ordføreren for kommunen, administrasjonen for tjenestene. I en krise: "
        "ordføreren, eller den ordføreren har delegert til.",
    ):
        who = Spokesperson(name)
        others = brief.spokespeople
        yield replace(brief, spokespeople=(*others, who))
        who = replace(who, role=_ask(f"  Hvilken rolle har {name}?", "For eksempel ordfører."))
        yield replace(brief, spokespeople=(*others, who))
        if brief.crisis and not any(mayor in who.role.lower() for mayor in _MAYORS):
            has_delegated = is_yes(
                f"  Har ordføreren delegert til {name}? [j/N]",
                "Uten det sier klartekst fra når andre enn ordføreren blir sitert i en krise.",
            )
            who = replace(who, delegate=has_delegated)
        brief = replace(brief, spokespeople=(*others, who))
        yield brief


def _channel(brief: Brief) -> Iterator[Brief]:
    channel = _ask("Hvor skal det ut?", "Kanalene: nettsiden, Facebook, e-post til avisa, møte.")
    yield replace(brief, channel=channel)


def _facts(brief: Brief) -> Iterator[Brief]:
    for text in _repeat(
        "Hvilke fakta bygger dere på?",
        "Tall, datoer og vedtak som må være riktige, ett om gangen: «24 boliger».",
    ):
        brief = replace(brief, facts=(*brief.facts, Fact(text)))
        yield brief
        source = _ask(
            "  Hva er kilden?", "Sak, vedtak, rapport eller person: «kommunestyret 3. juni»."
        )
        brief = replace(brief, facts=(*brief.facts[:-1], Fact(text, source)))
        yield brief


def _quotes(brief: Brief) -> Iterator[Brief]:
    for text in _repeat(
        "Hvilke sitater er avtalt?", "Ordrett, ett om gangen, uten tankestrek og hermetegn."
    ):
        others = brief.quotes
        quote = BriefQuote(text)
        yield replace(brief, quotes=(*others, quote))
        quote = replace(quote, speaker=_ask("  Hvem sier det?", "Navnet på den som blir sitert."))
        yield replace(brief, quotes=(*others, quote))
        approved = _ask(
            "  Hvem har godkjent det?", "Sitatsjekk: navnet på den som har lest og sagt ja."
        )
        brief = replace(brief, quotes=(*others, replace(quote, approved_by=approved)))
        yield brief


def _repeat(question: str, explanation: str, most: int | None = None) -> Iterator[str]:
    """Answers until one is skipped, or there are as many as there may be."""
    given = 0
    while most is None or given < most:
        more = f"{question} (flere? Enter går videre)" if given else question
        answer = _ask(more, explanation)
        if not answer:
            return
        given += 1
        yield answer


def _choose(question: str, choices: tuple[Choice, ...], explanation: str) -> Choice | None:
    """One of some words, chosen by number, by word or by how it begins; None when skipped."""
    listed = "  ".join(f"{number} {choice}" for number, choice in enumerate(choices, start=1))
    while True:
        answer = _ask(f"{question}\n  {listed}", explanation).lower()
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(choices):
            return choices[int(answer) - 1]
        fitting = [choice for choice in choices if choice.startswith(answer)]
        if len(fitting) == 1:
            return fitting[0]
        click.echo(f"Svar med et tall fra 1 til {len(choices)}, eller trykk Enter.")


def is_yes(question: str, explanation: str) -> bool:
    """Whether somebody answers yes; no when skipped. Raises click.Abort on Ctrl-C."""
    return _ask(question, explanation).lower() in _YES


def _ask(question: str, explanation: str) -> str:
    """The answer in one line, empty when skipped; «?» explains and asks again."""
    while True:
        answer = _clean(
            click.prompt(question, default="", show_default=False, prompt_suffix="\n> ")
        )
        if answer != _HELP:
            return answer
        click.echo(click.style(explanation, dim=True))


def _clean(answer: str) -> str:
    """An answer without what a terminal may slip in: control characters, half a character."""
    whole = answer.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(c if c.isprintable() else " " for c in whole).split())
