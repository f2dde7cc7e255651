"""Markdown: the words in place, whatever the markup around them."""

from __future__ import annotations

import pytest

from klartekst.model import Span
from tests.readers.reading import read_as, shape


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("**Kari** og _Ola_", "Kari og Ola"),
        ('Les [om **Kari**](https://x.no "om Ola") om Ola', "Les om Kari om Ola"),
        ("Se [[1]](x) her", "Se [1] her"),
        ("Se ![Kari i *båt*](x.png) her", "Se Kari i båt her"),
        ("Kj&oslash;p &amp; &#49;2", "Kjøp & 12"),
        ("2 \\* 3 \\a", "2 * 3 \\a"),
        ("`` a`b `` c", "a`b c"),
        ("Skriv til <kari@x.no> nå", "Skriv til kari@x.no nå"),
        ("<https://x.no/%C3%A5> b", "https://x.no/%C3%A5 b"),
        ("Navn: <b>Kari</b><br>Moe", "Navn: Kari Moe"),
        ("*over\nto* linjer", "over to linjer"),
        ("hard\\\nog myk  \nlinje", "hard og myk linje"),
        ("~~slettet~~ 2 ~ 3 * snake_case", "slettet 2 ~ 3 * snake_case"),
        ("Se [lov][1]\n\n[1]: https://x.no", "Se lov"),
    ],
)
def test_inline_markup(markup: str, words: str) -> None:
    """Markup is no text, and the words are those a reader of the page sees."""
    assert shape(markup, "x.md")[0] == ("paragraph", words) or (
        shape(markup, "x.md")[0] == ("lead", words)
    )


def test_places_count_in_the_file() -> None:
    """A word inside a quote, behind markup and CRLF, is found where it stands."""
    markup = "# Tittel\r\n\r\n> Les [om\r\n> **Kari**](x) nå &amp; da"
    document = read_as(markup, "x.md")
    start = document.text.index("Kari")

    assert document.source_span(Span(start, start + 4)) == Span(
        markup.index("Kari"), markup.index("Kari") + 4
    )
    assert (document.place(start).line, document.place(start).column) == (4, 5)


def test_mark_of_the_file_does_not_count() -> None:
    """Offsets are in the text without its byte order mark."""
    document = read_as("\ufeff# Tittel\n\nTekst.", "x.md")

    assert document.source_span(document.blocks[0].span) == Span(2, 8)


def test_blocks_inside_blocks() -> None:
    """Nested lists and quotes give a block each."""
    found = shape("> sitat\nlat linje\n\n- en\n  - to\n    tre\n\n      fire\n", "x.md")

    assert found == [
        ("quote", "sitat lat linje"),
        ("list_item", "en"),
        ("list_item", "to tre"),
        ("list_item", "fire"),
    ]


def test_table_cells_tell_their_row() -> None:
    """Escaped bars, and cells beyond the heading, are read in place."""
    markup = "Tall\n\n| a | b |\n|---|---|\n| `x\\|y` | 2 | ekstra |\n| kort |\n"
    document = read_as(markup, "x.md")
    cells = [block for block in document.blocks if block.role == "table_cell"]

    assert [(block.label, document.words_of(block)) for block in cells] == [
        ("tabell 1, rad 1", "a"),
        ("tabell 1, rad 1", "b"),
        ("tabell 1, rad 2", "x|y"),
        ("tabell 1, rad 2", "2"),
        ("tabell 1, rad 2", "ekstra"),
        ("tabell 1, rad 3", "kort"),
    ]


def test_table_in_a_quote() -> None:
    """The marks of the quote are not part of the first cell."""
    found = shape("> | a | b |\n> |---|---|\n> | 1 | 2 |\n", "x.md")

    assert [words for _, words in found] == ["a", "b", "1", "2"]


def test_front_matter_is_metadata() -> None:
    """What stands between the rulers at the top is no text of the draft."""
    markup = "---\ntitle: Kladd\ndato: 1.1.\n---\n# Tittel\n\nTekst."

    assert shape(markup, "x.md") == [
        ("metadata", "title: Kladd"),
        ("metadata", "dato: 1.1."),
        ("title", "Tittel"),
        ("lead", "Tekst."),
    ]


def test_ruler_at_the_top_is_no_front_matter() -> None:
    """A draft may open with a line."""
    assert shape("---\n\nTekst her.\n\n---\n\nMer tekst.", "x.md") == [
        ("lead", "Tekst her."),
        ("paragraph", "Mer tekst."),
    ]


def test_comments_and_definitions_are_kept_apart() -> None:
    """They are not seen on the page, but they go out with the file."""
    markup = "# T\n\nTekst <!-- husk Kari --> her.\n\n<!-- og Ola -->\n\n[a]: https://x.no 'Kari'\n"

    assert shape(markup, "x.md")[2:] == [
        ("comment", "husk Kari"),
        ("comment", "og Ola"),
        ("metadata", "[a]: https://x.no 'Kari'"),
    ]


def test_html_block_is_read() -> None:
    """Blocks of HTML are parted at their tags."""
    found = shape(
        "# T\n\n<div class='x'>\n<p>En &aring; <b>to</b></p><p>Tre.</p>\n</div>\n", "x.md"
    )

    assert [words for _, words in found] == ["T", "En å to", "Tre."]


def test_code_is_text() -> None:
    """An indented paragraph is code to Markdown, but text to its author."""
    found = shape("# T\n\n    Kari Moe\n\n``` om Ola\nPer\n```\n", "x.md")

    assert [words for _, words in found] == ["T", "Kari Moe", "``` om Ola", "Per"]


def test_deep_nesting_is_not_lost() -> None:
    """Beyond the parser's depth, the line is taken as it is."""
    found = shape("> " * 40 + "dypt", "x.md")

    assert "dypt" in found[-1][1]


def test_picture_alone_is_no_lead() -> None:
    """Its alternative text goes out with the page, but the lead is the paragraph after it."""
    assert shape("# T\n\n![Kari i båt](x.png)\n\nTekst her.", "x.md")[1:] == [
        ("metadata", "Kari i båt"),
        ("lead", "Tekst her."),
    ]


def test_date_is_no_list_item() -> None:
    """«17. mai» at the start of a paragraph is a date, number and all."""
    assert shape("# Stengt\n\n17. mai er rådhuset stengt.", "x.md")[1] == (
        "lead",
        "17. mai er rådhuset stengt.",
    )
