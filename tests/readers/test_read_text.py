"""Plain text."""

from __future__ import annotations

from klartekst.model import Span
from tests.readers.reading import read_as, shape

DRAFT = """Vi har sommerjobb til 60 unge

Er du født i 2008 eller 2009? Da kan du søke sommerjobb
hos kommunen.

Slik søker du

1. Gå til nettsiden.
2. Skriv kort hvem du er.

– Mange får sin første attest hos oss, sier Vår Lindseth.

Mvh
Vår Lindseth
430 00 031
"""


def test_blocks_have_roles() -> None:
    """Title, lead, heading, list items, reply and signature are told apart."""
    assert shape(DRAFT, "x.txt") == [
        ("title", "Vi har sommerjobb til 60 unge"),
        ("lead", "Er du født i 2008 eller 2009? Da kan du søke sommerjobb hos kommunen."),
        ("heading", "Slik søker du"),
        ("list_item", "Gå til nettsiden."),
        ("list_item", "Skriv kort hvem du er."),
        ("quote", "– Mange får sin første attest hos oss, sier Vår Lindseth."),
        ("contact", "Mvh"),
        ("contact", "Vår Lindseth"),
        ("contact", "430 00 031"),
    ]


def test_line_breaks_of_all_kinds() -> None:
    """CRLF and lone CR part lines as LF does."""
    expected = shape(DRAFT, "x.txt")

    assert shape(DRAFT.replace("\n", "\r\n"), "x.txt") == expected
    assert shape(DRAFT.replace("\n", "\r"), "x.txt") == expected


def test_encodings_give_the_same_text() -> None:
    """UTF-8 and UTF-16 with a mark, and Windows-1252, are all read."""
    expected = read_as(DRAFT, "x.txt")

    for encoding in ("utf-8-sig", "utf-16", "windows-1252"):
        found = read_as(DRAFT.encode(encoding), "x.txt")

        assert (found.text, found.source) == (expected.text, expected.source)


def test_one_damaged_byte_spoils_one_letter() -> None:
    """The rest of a UTF-8 file is not turned into «Ã¸»."""
    text = read_as("Bjørn ønsker å snakke ".encode() + b"\xff" + " med Åse.".encode(), "x.txt").text

    assert text == "Bjørn ønsker å snakke \ufffd med Åse."


def test_decomposed_letters_keep_places() -> None:
    """An å of two code points, as macOS pastes it, is found where it stands in the file."""
    document = read_as("Ga\u030a til Åse.", "x.txt")
    start = document.text.index("Åse")

    assert document.text == "Gå til Åse."
    assert document.source_span(Span(start, start + 3)) == Span(8, 11)


def test_spaces_of_all_kinds_become_one() -> None:
    """Non-breaking and thin spaces read as spaces."""
    assert read_as("430\u00a000\u2009031.", "x.txt").text == "430 00 031."


def test_title_without_a_blank_line() -> None:
    """A short first line is the title, though the text follows at once."""
    found = shape("Ny skole\nKommunen bygger ny skole i Vika. Den står ferdig i 2027.", "x.txt")

    assert [role for role, _ in found] == ["title", "lead"]


def test_heading_without_a_blank_line() -> None:
    """So is a heading told from the paragraph that follows at once."""
    found = shape("Ny skole\n\nVi bygger.\n\nFakta\nSkolen får plass til 200 elever.", "x.txt")

    assert [role for role, _ in found] == ["title", "lead", "heading", "paragraph"]


def test_hard_wrapped_first_line_is_no_title() -> None:
    """A line that was broken because it was full goes on in the next."""
    found = shape("Kommunen bygger ny skole\nder den gamle står. Den er\nferdig i 2027.", "x.txt")

    assert found == [
        ("paragraph", "Kommunen bygger ny skole der den gamle står. Den er ferdig i 2027.")
    ]


def test_date_is_no_list_item() -> None:
    """«17. mai» at the start of a paragraph is a date."""
    found = shape("Stengt\n\n17. mai er rådhuset stengt.\n\n18. mai åpner vi igjen.", "x.txt")

    assert found[1:] == [
        ("lead", "17. mai er rådhuset stengt."),
        ("paragraph", "18. mai åpner vi igjen."),
    ]


def test_list_item_goes_on_in_an_indented_line() -> None:
    """A wrapped item is one block, and the bullet is not part of it."""
    found = shape("Valg\n\nStem nå.\n\nTa med:\n• pass\n  eller førerkort\n• penger", "x.txt")

    assert found[2:] == [
        ("paragraph", "Ta med:"),
        ("list_item", "pass eller førerkort"),
        ("list_item", "penger"),
    ]


def test_reply_behind_a_hyphen_is_a_quote() -> None:
    """A lone hyphen with a whole sentence behind it is a reply, hyphen and all."""
    found = shape("Ny skole\n\nVi bygger nå.\n\n- Vi er svært glade, sier Kari Moe.", "x.txt")

    assert found[-1] == ("quote", "- Vi er svært glade, sier Kari Moe.")


def test_markdown_heading_makes_it_markdown() -> None:
    """Text pasted from an editor is read as the Markdown it is."""
    assert shape("# Ny skole\n\n**Vi bygger nå.**", "-") == [
        ("title", "Ny skole"),
        ("lead", "Vi bygger nå."),
    ]
