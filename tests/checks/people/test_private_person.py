"""Who may be named, and who may not."""

from __future__ import annotations

import pytest

from klartekst.checks.people.private_person import PrivatePersonCheck
from klartekst.checks.people.public_roles import people_of
from klartekst.checks.people.weighing import Standing
from klartekst.model import Brief, Spokesperson
from tests.checks.handmade import draft_of

NAME = "Kari Testberg"


def standing(*paragraphs: str, names: tuple[str, ...] = (NAME,)) -> Standing:
    return people_of(draft_of("Saken er ny.", *paragraphs, names=names))[0].standing


@pytest.mark.parametrize(
    "sentence",
    [
        "Ordfører Kari Testberg klippet snora.",
        "Leder i valgstyret Kari Testberg minner om fristen.",
        "Kommunalsjef for oppvekst, Kari Testberg, svarer.",
        "Kari Testberg, kommunalsjef for oppvekst, svarer.",
        "Kari Testberg er rektor ved skolen.",
        "Kommunen har ansatt Kari Testberg som kommunalsjef.",
        "Kari Testberg (Sp) stemte imot.",
        "Kari Testberg i Høyre stemte imot.",
        "– Velkommen, sier lærer Kari Testberg.",
        "Foto: Kari Testberg",
        "Hun tar over etter Kari Testberg, som går av med pensjon.",
        "Kari Testberg (1888–1954) skrev dikt.",
        "I 1925 ga Kari Testberg bort boksamlingen sin.",
        "Skuleleiar Kari Testberg seier ja.",
        "Konstituert rektor er Kari Testberg.",
        "Leder: Kari Testberg",
        "Forfatterne Per Moe og Kari Testberg leser.",
        "Juryen består av Per Moe og Kari Testberg.",
        "Kommunen har ansatt Kari Testberg som ny lærer.",
        "Kari Testberg er tilsett som kommuneoverlege.",
        "Det er 150 år siden Kari Testberg ble født.",
        "Spørsmål rettes til Kari Testberg, telefon 68 05 12 34.",
        "Kirkeverge Kari Testberg leder møtet.",
        "De fikk en bok med dikt av Kari Testberg.",
        "Bandet spiller, og Kari Testberg synger.",
        "Lørdag er det verksted med Kari Testberg fra kulturskolen.",
        "Foto på plakaten: Kari Testberg",
        "Kari Testberg fylte 100 år. Hun har lest teksten og gitt skriftlig samtykke.",
        "Leder i rådet for personer med funksjonsnedsettelse Kari Testberg svarer.",
        "Kulturprisen går til Kari Testberg. Hun har sagt ja til at vi skriver om henne.",
    ],
)
def test_public_roles(sentence: str) -> None:
    """Titles, parties, speech, credits, history and consent tell of a public role."""
    assert standing(sentence) is Standing.PUBLIC


@pytest.mark.parametrize(
    "sentence",
    [
        "Kari Testberg har søkt om omsorgsbolig.",
        "Eleven Kari Testberg fikk ikke plass.",
        "Naboen, Kari Testberg, har klaget.",
        "Én nabo har klaget, Kari Testberg. Hun mener at stien blir sperret.",
        "Kari Testberg (43) ble funnet i god behold.",
        "Kari Testberg, mor til eleven, er skuffet.",
        "Faren til rektor er Kari Testberg, som klaget.",
        "Rektor Kari Testberg er sykmeldt.",
        "Styrer Kari Testberg er anmeldt for underslag.",
        "Kommunen har sagt opp lærer Kari Testberg.",
        "Tidligere ordfører Kari Testberg har søkt om dispensasjon.",
        "Ordføreren har snakket med pasienten Kari Testberg.",
        "Journalen til Kari Testberg lå åpen.",
        "Formann Kari Testberg er satt ut av tjeneste.",
        "Kari Testberg, født i 1938, bor på sykehjemmet.",
        "Pedagogisk leder Kari Testberg, er innlagt med sjokk.",
        "Vaktleder Kari Testberg var på jobb. Hun har fått en advarsel.",
        "Datter til rektor, Kari Testberg, spiller fele.",
        "Eleven Kari Testberg klaget. Moren har samtykket til at vi skriver om henne.",
    ],
)
def test_private_people(sentence: str) -> None:
    """No role, a relation, an age, or being the object of the case."""
    assert standing(sentence) is Standing.PRIVATE


@pytest.mark.parametrize(
    "sentence",
    [
        "Lærer Kari Testberg er ny på skolen.",
        "Sammen med henne står snekker Kari Testberg.",
        "Kari Testberg hadde bedt om ordet.",
    ],
)
def test_people_without_role(sentence: str) -> None:
    """An employee, or somebody without a role, in a draft that tells what is private."""
    told = "En elev er innlagt på sykehus."
    assert standing(f"{told} {sentence}") is not Standing.PUBLIC


def test_winner_without_consent_is_a_question() -> None:
    """Somebody may have agreed, but the draft does not say so."""
    assert standing("Kari Testberg får kulturprisen.") is Standing.UNCLEAR


@pytest.mark.parametrize(
    "sentence",
    [
        "– Det var fint, sier Kari Testberg.",
        "Kari Testberg åpnet brua.",
        "Den nye målingen er gjort av Kari Testberg.",
        "Kari Testberg leder bandet.",
    ],
)
def test_nothing_private_told_nothing_asked(sentence: str) -> None:
    """A full name in a draft that tells nothing private is named for what is done in public."""
    assert standing(sentence) is Standing.PUBLIC


def test_list_of_private_people() -> None:
    """What leads up to a list tells who stands in it."""
    told = "En elev er innlagt på sykehus."
    assert standing(told, "Disse elevene er smittet:", "- Kari Testberg") is not Standing.PUBLIC


def test_winner_who_speaks_has_been_asked() -> None:
    """Whoever is quoted knows of the prize."""
    told = "Kari Testberg får kulturprisen. – Dette var stort, sier hun."
    assert standing(told) is Standing.PUBLIC


def test_all_have_agreed() -> None:
    """«begge har sagt ja» is their own word, whatever they are called."""
    told = "Han har lært opp lærlingen Kari Testberg. Begge har sagt ja til å bli omtalt."
    assert standing(told) is Standing.PUBLIC


def test_title_once_holds_everywhere() -> None:
    """A title at one mention holds for the surname alone at another."""
    draft = draft_of(
        "Testberg smiler.", "Ordfører Kari Testberg åpnet brua.", names=(NAME, "Testberg")
    )
    assert [person.standing for person in people_of(draft)] == [Standing.PUBLIC]


def test_every_mention_of_a_private_person_is_found() -> None:
    """First name and surname alone count like the full name."""
    draft = draft_of("Kari Testberg klaget. Testberg fikk svar, og Kari er fornøyd.", names=(NAME,))
    found = [draft.doc.text[m.span.start : m.span.end] for m in PrivatePersonCheck().find(draft)]
    assert found == ["Kari Testberg", "Testberg", "Kari"]


def test_contact_section_is_public() -> None:
    """Whoever stands there is meant to be reached."""
    assert standing("## Kontakt", "Kari Testberg, telefon 68 05 12 34") is Standing.PUBLIC


def test_signature_is_public() -> None:
    """Whoever signs speaks for the sender."""
    assert standing("Vennlig hilsen Kari Testberg Byggesaksleder, kommunen") is Standing.PUBLIC


def test_addressee_is_public() -> None:
    """The journalist who asked is greeted by name."""
    draft = draft_of("Hei, Kari!", "Her er svarene.", names=("Kari",))
    assert people_of(draft)[0].standing is Standing.PUBLIC


def test_journalist_with_medium_is_public() -> None:
    """«Til Kari Testberg, Fjordavisa»."""
    draft = draft_of("Til Kari Testberg, Fjordavisa", names=(NAME,))
    assert people_of(draft)[0].standing is Standing.PUBLIC


def test_spokesperson_of_the_brief_is_public() -> None:
    """The brief says who speaks."""
    brief = Brief(spokespeople=(Spokesperson(NAME, "ordfører"),))
    draft = draft_of("Kari Testberg bor i bygda.", names=(NAME,), brief=brief)
    assert people_of(draft)[0].standing is Standing.PUBLIC


def test_object_of_the_case_is_private_in_spite_of_the_brief() -> None:
    """A leader's illness is private, whoever speaks otherwise."""
    brief = Brief(spokespeople=(Spokesperson(NAME, "rektor"),))
    draft = draft_of("Rektor Kari Testberg er sykmeldt.", names=(NAME,), brief=brief)
    assert people_of(draft)[0].standing is Standing.PRIVATE


def test_speaker_is_not_the_object() -> None:
    """Leaders speak of others' illness and offences."""
    sentence = "– Ansatte som er sykmeldt, får støtte, sier rektor Kari Testberg."
    assert standing(sentence) is Standing.PUBLIC


@pytest.mark.parametrize(
    "sentence",
    [
        "Rektor Kari Testberg har anmeldt hærverket.",
        "Brannsjef Kari Testberg har varslet om tilsyn.",
        "Rektor Kari Testberg møtte en elev som er siktet.",
        "Styrer Kari Testberg er glad for at ingen ble syke.",
    ],
)
def test_whoever_acts_is_not_the_object(sentence: str) -> None:
    """Leaders report, warn and suspend; that is their role."""
    assert standing(sentence) is Standing.PUBLIC


def test_same_surname_stays_apart() -> None:
    """A lone surname goes to whoever bore it last."""
    draft = draft_of(
        "Ordfører Per Moe åpnet møtet.",
        "Naboen Anne Moe klaget. Moe får svar i dag.",
        names=("Per Moe", "Anne Moe"),
    )
    assert [len(person.mentions) for person in people_of(draft)] == [1, 2]


def test_extra_roles() -> None:
    """A municipality may have titles of its own."""
    told = "En elev er innlagt på sykehus. Bygdevokter Kari Testberg hadde bedt om ordet."
    draft = draft_of(told, names=(NAME,))
    assert people_of(draft)[0].standing is not Standing.PUBLIC
    assert people_of(draft, ("-vokter",))[0].standing is Standing.PUBLIC


def test_forwarded_mail_is_no_signature() -> None:
    """What follows the sender's signature may be somebody else's mail."""
    draft = draft_of(
        "Hilsen Per Moe Driftsleder",
        "---- Videresendt melding ----",
        "Kari Testberg har klaget.",
        names=("Per Moe", NAME),
    )
    assert [person.standing for person in people_of(draft)] == [Standing.PUBLIC, Standing.PRIVATE]


def test_draft_without_people() -> None:
    """Nobody named, nothing found."""
    assert not list(PrivatePersonCheck().find(draft_of("Brua åpner mandag.")))


@pytest.mark.parametrize(
    "sentence",
    [
        "Verneombud Kari Testberg er lagt inn på sykehus.",
        "Rektor Kari Testberg slapp fra ulykken med et brukket bein.",
        "Kari Testberg er født i 1938 og bor hjemme. Hun har søkt om plass.",
    ],
)
def test_what_befell_somebody_makes_private(sentence: str) -> None:
    """Neither a title nor a year of birth makes the injured or the old public."""
    assert standing(sentence) is not Standing.PUBLIC


def test_age_of_a_winner() -> None:
    """An age makes private, but athletes are told of with theirs, unless they are children."""
    assert standing("Kari Testberg (19) vant gull i mesterskapet.") is not Standing.PRIVATE
    assert standing("Kari Testberg (12) vant gull i mesterskapet.") is Standing.PRIVATE
