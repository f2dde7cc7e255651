"""Whether a brief is worth writing to: a main message, few messages, each one clear sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from klartekst.checks.form.title import has_verb
from klartekst.checks.wording.books import PhraseBook, Text
from klartekst.checks.wording.phrase_language import phrase_book
from klartekst.checks.wording.words import words_in
from klartekst.model import Brief, KeyMessage, Severity, Weakness, WeaknessKind
from klartekst.recognizers.lexicon import words_of
from klartekst.tokens import Token, Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST_MESSAGES = 5
MOST_WORDS = 25
_MAYORS = words_of(["-ordfører", "-ordførar", "byrådsleder", "byrådsleiar"])
# What sounds well and says nothing by itself.
_VAGUE = (
    "fokus/fokusere", "satse på", "satsing/satsning på", "jobbe/arbeide med", "bidra til", "styrke",
    "legge/leggje til rette", "tilrettelegge/tilretteleggje", "best mulig/mogleg", "på sikt",
    "gode/bedre/betre tjenester/tenester", "ulike/ymse tiltak", "nødvendige/naudsynte tiltak",
    "en/ein god prosess", "helhetlig*", "heilskapleg*", "bærekraftig*", "berekraftig*", "robust*",
    "framtidsrettet/framtidsretta", "fremtidsrettet", "ta … på alvor", "være/vere i dialog",
    "følge/følgje situasjonen", "prioritere",
)  # fmt: skip
_CONCRETE = frozenset({"NUM", "PROPN"})


def review(brief: Brief, wordings: Mapping[str, Doc]) -> tuple[Weakness, ...]:
    """What is weak in a brief, as it stands in its file. `wordings` has each message parsed."""
    return (
        *_messages(brief, wordings),
        *_readers(brief),
        *_speakers(brief),
        *_secrets(brief),
        *_facts(brief),
    )


def _messages(brief: Brief, wordings: Mapping[str, Doc]) -> Iterator[Weakness]:
    if not any(message.text.strip() for message in brief.messages):
        yield Weakness("hovedbudskap-mangler", Severity.ERROR)
        return
    if len(brief.messages) > MOST_MESSAGES:
        values = {"count": str(len(brief.messages)), "most": str(MOST_MESSAGES)}
        at = ("budskap", MOST_MESSAGES)
        yield Weakness("for-mange-budskap", Severity.WARNING, at, values)
    seen: list[str] = []
    for number, message in enumerate(brief.messages):
        location = ("budskap", number, "tekst")
        tokens = Tokens(wordings[message.text])
        for kind, severity in _faults(message, tokens):
            values = {"words": str(len(words_in(tokens))), "most": str(MOST_WORDS)}
            yield Weakness(kind, severity, location, values)
        bare = message.text.casefold().strip(" .!")
        if bare and bare in seen:
            yield Weakness("budskap-gjentatt", Severity.WARNING, location)
        seen.append(bare)


def _faults(message: KeyMessage, doc: Tokens) -> Iterator[tuple[WeaknessKind, Severity]]:
    """The faults of one message, the first that makes others pointless alone."""
    if not message.text.strip():
        yield "budskap-tomt", Severity.WARNING
    elif "?" in message.text:
        yield "budskap-spor", Severity.WARNING
    elif not has_verb(doc[:]):
        yield "budskap-uten-verb", Severity.WARNING
    else:
        if _claims(doc) > 1:
            yield "budskap-to-ting", Severity.WARNING
        if len(words_in(doc)) > MOST_WORDS:
            yield "budskap-for-langt", Severity.WARNING
        if _is_vague(doc):
            yield "budskap-vagt", Severity.INFO


def _claims(doc: Tokens) -> int:
    """How many main clauses a message has, each with a subject of its own or an order."""
    return sum(
        1
        for token in doc
        if (
            token.dep_ == "ROOT"
            and len(words_in(sentence := list(token.sent))) > 1
            and has_verb(doc[sentence[0].i : sentence[-1].i + 1])
        )
        or (token.dep_ == "conj" and _is_clause(token))
    )


def _is_clause(token: Token) -> bool:
    """Whether a conjunct is joined to the main verb and has its own subject."""
    return (
        token.pos_ in ("VERB", "AUX", "ADJ", "NOUN")
        and token.head.dep_ == "ROOT"
        and any(child.dep_ == "cc" or child.text == ";" for child in token.children)
        and any(child.dep_.startswith("nsubj") for child in token.children)
    )


def _is_vague(doc: Tokens) -> bool:
    """Whether a message has a hollow phrase, and neither a number, a name nor a date."""
    if any(token.pos_ in _CONCRETE or token.like_num for token in doc):
        return False
    forms = tuple((token.lower_, token.lemma_.lower()) for token in doc)
    return any(True for _ in _vague().find(Text(forms)))


@cache
def _vague() -> PhraseBook:
    return phrase_book(_VAGUE)


def _readers(brief: Brief) -> Iterator[Weakness]:
    if brief.readership is None:
        yield Weakness("maalgruppe-mangler", Severity.INFO, ("utspill",))


def _speakers(brief: Brief) -> Iterator[Weakness]:
    is_crisis = brief.crisis or brief.profile == "krisemelding"
    speakers = [who for who in brief.spokespeople if who.name.strip()]
    if not speakers:
        if is_crisis:
            yield Weakness("krise-uten-talsperson", Severity.ERROR, ("utspill",))
        else:
            yield Weakness("talsperson-mangler", Severity.INFO)
    for number, who in enumerate(brief.spokespeople):
        values = {"name": who.name}
        if not who.role.strip():
            yield Weakness(
                "talsperson-uten-rolle", Severity.INFO, ("talsperson", number, "navn"), values
            )
        is_mayor = any(word in _MAYORS for word in who.role.split())
        if is_crisis and not is_mayor and not who.delegate:
            at = ("talsperson", number, "navn")
            yield Weakness("krise-uten-delegering", Severity.INFO, at, values)


def _secrets(brief: Brief) -> Iterator[Weakness]:
    for number, what in enumerate(brief.forbidden):
        if not what.reason.strip():
            yield Weakness("grunn-mangler", Severity.WARNING, ("ikke_si", number, "tekst"))


def _facts(brief: Brief) -> Iterator[Weakness]:
    for number, fact in enumerate(brief.facts):
        if not fact.source.strip():
            yield Weakness("kilde-mangler", Severity.WARNING, ("fakta", number, "tekst"))
    for number, quote in enumerate(brief.quotes):
        location = ("sitat", number, "tekst")
        if not quote.speaker.strip():
            yield Weakness("sitat-uten-navn", Severity.INFO, location)
        if not quote.approved_by.strip():
            yield Weakness("sitat-ikke-godkjent", Severity.WARNING, location)
