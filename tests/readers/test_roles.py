"""What each block is, in the shapes that press releases and media replies have."""

from __future__ import annotations

import pytest

from tests.readers.reading import shape


def _roles(draft: str) -> list[str]:
    return [role for role, _ in shape(draft, "x.md")]


BODY = "# Ny skole\n\nKommunen bygger ny skole.\n\nDen står ferdig i 2027.\n\n"


@pytest.mark.parametrize(
    "heading",
    [
        "## Kontakt",
        "### Kontaktpersoner",
        "## For mer informasjon",
        "## Meir informasjon:",
        "**Pressekontakt:**",
        "Kontaktinformasjon:",
        "Pressekontakter",
        "Mediehenvendelser",
        "For meir informasjon, kontakt:",
    ],
)
def test_contact_section(heading: str) -> None:
    """Each line after the heading is a block of its own."""
    draft = f"{BODY}{heading}\n\nKari Moe\nrektor\n\n- 430 00 031\n\n## Om skolen\nDen er ny."

    assert _roles(draft)[3:] == ["contact"] * 4 + ["heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Kontakt: Kari Moe, telefon 430 00 031",
        "Mediekontakt – Kari Moe, rektor",
        "For mer informasjon, kontakt rektor Kari Moe på telefon 430 00 031.",
        "Meir informasjon: Kari Moe, kari.moe@vika.kommune.no",
    ],
)
def test_contact_line(line: str) -> None:
    """A line that says whom to call is a contact line."""
    assert _roles(BODY + line)[-1] == "contact"


@pytest.mark.parametrize(
    "line",
    [
        "Kontakt med naboene er viktig for skolen.",
        "Mer informasjon kommer når planen er vedtatt.",
        "Hilsenen fra elevene hang på veggen i gangen.",
    ],
)
def test_running_text_is_no_contact(line: str) -> None:
    """Sentences that begin with such a word are text."""
    assert _roles(BODY + line)[-1] == "paragraph"


def test_running_text_ends_the_contact_lines() -> None:
    """A name in the text after them is no contact."""
    text = "Saken skal opp i kommunestyret i juni, og da får alle partiene si hva de mener."

    assert _roles(f"{BODY}Kontakt: Kari Moe\n\n{text}")[-2:] == ["contact", "paragraph"]


@pytest.mark.parametrize(
    "farewell", ["Mvh", "Med vennlig hilsen", "Med venleg helsing", "Helsing", "Vennlig hilsen,"]
)
def test_signature(farewell: str) -> None:
    """The farewell and all lines after it are contact lines, in one paragraph or in several."""
    assert _roles(f"{BODY}{farewell}\nKari Moe\n\nRektor, Vika skole")[3:] == ["contact"] * 3


def test_closing_lines_with_a_number() -> None:
    """Short lines at the end with a phone number need no heading."""
    assert _roles(f"{BODY}Rektor Kari Moe\nTelefon: 430 00 031")[3:] == ["contact"] * 2


def test_closing_sentence_with_a_number_is_text() -> None:
    """«Pårørende kan ringe …» is told to the readers."""
    assert _roles(f"{BODY}Pårørende kan ringe 430 00 031.")[-1] == "paragraph"


def test_greeting_is_not_the_lead() -> None:
    """In a media reply the lead is the first paragraph that says something."""
    draft = "# Svar\n\nHei, Trine Dahl\n\nTakk for spørsmålene.\n\nHytta må rives.\n\nDen er ny."

    assert _roles(draft) == ["title", "paragraph", "paragraph", "lead", "paragraph"]


def test_greeting_in_the_paragraph() -> None:
    """A greeting on the line above the text is parted from it."""
    assert shape("Hei Trine,\nHytta må rives nå.\n\nDen er ny.", "x.txt") == [
        ("paragraph", "Hei Trine,"),
        ("lead", "Hytta må rives nå."),
        ("paragraph", "Den er ny."),
    ]


def test_bold_questions_are_headings() -> None:
    """Questions and answers: a bold line heads the paragraph it stands in."""
    assert shape("# Svar\n\nHer er svar.\n\n**Hvem bygger?**\nDet er ikke avgjort.", "x.md")[
        2:
    ] == [
        ("heading", "Hvem bygger?"),
        ("paragraph", "Det er ikke avgjort."),
    ]


def test_what_stands_above_the_title() -> None:
    """The kind of paper and its date are not the title."""
    found = shape("PRESSEMELDING\n\nDato: 12.3.2026\n\nNy skole i Vika\n\nVi bygger nå.", "x.txt")

    assert [role for role, _ in found] == ["header", "header", "title", "lead"]


def test_replies_in_one_paragraph() -> None:
    """Each line that begins with a dash is a reply of its own."""
    draft = BODY + "– Vi er glade, sier Kari.\n– Det er vi òg, sier Ola."

    assert _roles(draft)[3:] == ["quote", "quote"]


def test_list_behind_dashes() -> None:
    """Dashes before phrases make a list."""
    assert shape(BODY + "Ta med:\n– pass\n– penger", "x.md")[3:] == [
        ("paragraph", "Ta med:"),
        ("list_item", "pass"),
        ("list_item", "penger"),
    ]


def test_opening_hours_are_lines() -> None:
    """Lines of labels with values are not run together."""
    assert shape(BODY + "Mandag: 10–19\nLørdag: 10–15", "x.md")[3:] == [
        ("paragraph", "Mandag: 10–19"),
        ("paragraph", "Lørdag: 10–15"),
    ]


def test_single_sentence_has_no_title() -> None:
    """One line from standard input is a paragraph."""
    assert shape("Kommunen skal erverve tomta", "-") == [
        ("paragraph", "Kommunen skal erverve tomta")
    ]
