"""Numbers and addresses: whose they are decides."""

from __future__ import annotations

import pytest

from klartekst.checks.people.entity import EntityCheck
from klartekst.checks.people.reachable import Reach
from tests.checks.handmade import draft_of

NAME = "Kari Testberg"
PHONE = EntityCheck(
    entity="PHONE_NUMBER",
    skip_reasons=("service",),
    skip_contact=True,
    owners=("private",),
    services=("-kontor", "sentralbord"),
    offers=("ring", "ringe"),
)
MAIL = EntityCheck(
    entity="EMAIL_ADDRESS",
    skip_contact=True,
    owners=("private",),
    mailboxes=("post", "presse"),
    public_domains=("kommune.no",),
)


def found(check: EntityCheck, *paragraphs: str, names: tuple[str, ...] = (NAME,)) -> list[str]:
    draft = draft_of(*paragraphs, names=names)
    return [draft.doc.text[match.span.start : match.span.end] for match in check.find(draft)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kari Testberg har klaget og kan nås på 68 05 12 34.",
        "Du kan nå henne på 68 05 12 34.",
        "Eleven har nummer 68 05 12 34.",
        "Ring moren på 68 05 12 34.",
        "Datteren min kan ringes på 68 05 12 34.",
    ],
)
def test_private_number_is_found(sentence: str) -> None:
    """A name without role, a pronoun or a relation makes the number private."""
    assert found(PHONE, sentence) == ["68 05 12 34"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ordfører Kari Testberg svarer på 68 05 12 34.",
        "Valgkontoret i bygda, telefon 68 05 12 34.",
        "Ring sentralbordet på 68 05 12 34.",
        "Pårørende kan ringe 68 05 12 34.",
        "Ring 810 21 234.",
    ],
)
def test_expected_number_is_left(sentence: str) -> None:
    """A public role, an office, an invitation to call: press releases have them."""
    assert found(PHONE, sentence) == []


def test_pronoun_points_back() -> None:
    """«Henne» is whoever the paragraph named last."""
    assert found(PHONE, "Ordfører Kari Testberg svarer. Du når henne på 68 05 12 34.") == []


def test_contact_section_is_left() -> None:
    """That is what it is for."""
    assert found(PHONE, "## Kontakt", "Kari Testberg, 68 05 12 34") == []


def test_address_that_spells_a_private_name() -> None:
    """The address is the person's, wherever it stands."""
    text = ("Kari Testberg har klaget.", "Svaret ble sendt til kari.testberg@example.no.")
    assert found(MAIL, *text) == ["kari.testberg@example.no"]


@pytest.mark.parametrize(
    "address", ["post@example.no", "presse.vakt@example.no", "vei@by.kommune.no"]
)
def test_role_mailbox_is_left(address: str) -> None:
    """Offices have addresses of their own."""
    assert found(MAIL, f"Du kan nå henne på {address}.") == []


def test_private_number_in_a_contact_section_is_found() -> None:
    """Contact sections are for the sender's people."""
    assert found(PHONE, "## Kontakt", "Moren hennes har nummer 68 05 12 34.") == ["68 05 12 34"]


@pytest.mark.parametrize(("reach", "expected"), [("sentence", []), ("document", ["2024/1234"])])
def test_reach(reach: Reach, expected: list[str]) -> None:
    """A case number leads to whoever the draft is about."""
    check = EntityCheck(entity="NO_SAKSNUMMER", owners=("private",), reach=reach)
    assert found(check, "Kari Testberg har klaget.", "Det er sak 2024/1234.") == expected


def test_weak_results_are_left() -> None:
    """A rule may ask for more certainty."""
    check = EntityCheck(entity="NO_FODSELSNUMMER", min_confidence=0.9)
    assert found(check, "Personnummer 12345.") == []


def test_identity_number_is_found_everywhere() -> None:
    """Without owners to look for, nothing excuses it."""
    check = EntityCheck(entity="NO_FODSELSNUMMER")
    assert found(check, "## Kontakt", "Fødselsnummer 30908299902") == ["30908299902"]


def test_match_carries_entity_and_confidence() -> None:
    """A report says what kind it is and how sure we are."""
    draft = draft_of("Fødselsnummer 30908299902")
    (match,) = EntityCheck(entity="NO_FODSELSNUMMER").find(draft)
    assert (match.entity, match.confidence) == ("NO_FODSELSNUMMER", 1.0)


ADDRESS = EntityCheck(
    entity="NO_ADDRESS",
    reach="rest",
    owners=("private",),
    services=("-galleri",),
    private_words=("bor",),
    dwellings=("huset",),
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Huset i Testsmauet 9 brant ned.", ["Testsmauet 9"]),
        ("Galleriet ligger i Testsmauet 9, over Kari Testberg.", []),
        ("Klær kan du levere i Testsmauet 9.", []),
    ],
)
def test_what_lies_there_tells_whose_an_address_is(sentence: str, expected: list[str]) -> None:
    """A dwelling right before it goes before all else, an institution before names after it."""
    assert found(ADDRESS, sentence, "Eleven fikk ikke plass.") == expected


ACCOUNT = EntityCheck(
    entity="NO_KONTONUMMER",
    owners=("private", "unknown"),
    services=("-komite",),
    offers=("betaler",),
)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("Hvor betaler jeg?", "Til konto 9998.15.81764."), []),
        (("Hvor betaler jeg? Til konto 9998.15.81764.",), []),
        (("Gaver går til orgelkomiteen. Nummeret er 9998.15.81764.",), []),
        (("Hvem fikk pengene?", "De gikk til 9998.15.81764."), ["9998.15.81764"]),
        (("Hvor betaler jeg? Han fikk dem i går på 9998.15.81764.",), ["9998.15.81764"]),
    ],
)
def test_short_answer_belongs_to_what_is_asked(
    paragraphs: tuple[str, ...], expected: list[str]
) -> None:
    """What only answers the sentence before is an office's if that one is."""
    assert found(ACCOUNT, *paragraphs, names=()) == expected


def test_words_of_a_mail_address_tell_of_nobody() -> None:
    """«kunde@…» beside a number is no customer."""
    assert found(PHONE, "Kundesenteret svarer på 68 05 12 34 og kunde@example.no.") == []
