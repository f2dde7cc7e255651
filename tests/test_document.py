"""The document carries every place forward from the source."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from klartekst.document import Document, Part, assemble, assemble_extracted
from klartekst.model import Role, Span

# Letters, combining marks, white space of all kinds and invisible characters, densely mixed.
_MIXED = st.text(
    st.sampled_from("abåÅæé1. \t\n\r\u00a0\u202f\u030a\u0301\u00ad\u200b«–🙂"), max_size=60
)


def one_block(source: str) -> Document:
    """A document of one paragraph that is the whole source."""
    return assemble("utkast", source, [Part(Role.PARAGRAPH, (Span(0, len(source)),))])


@given(_MIXED)
def test_text_is_composed(source: str) -> None:
    """No letter is left with a combining mark that belongs in it."""
    text = one_block(source.replace("\u0301", "")).text
    assert unicodedata.is_normalized("NFC", text)


@given(_MIXED)
def test_text_has_no_runs_of_space(source: str) -> None:
    """White space is folded and trimmed."""
    text = one_block(source).text
    assert text == " ".join(text.split())


@given(_MIXED)
def test_each_character_maps_to_itself(source: str) -> None:
    """The source of a character, composed, is the character; of a space, white space."""
    document = one_block(source)
    for offset, character in enumerate(document.text):
        span = document.source_span(Span(offset, offset + 1))
        origin = source[span.start : span.end].replace("\u200b", "").replace("\u00ad", "")
        if character == " ":
            assert origin.isspace()
        else:
            assert character in unicodedata.normalize("NFC", origin)


@given(_MIXED, st.data())
def test_spans_map_in_order(source: str, data: st.DataObject) -> None:
    """A span maps to a non-empty span inside the source."""
    document = one_block(source)
    if not document.text:
        return
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    span = document.source_span(Span(start, end))
    assert 0 <= span.start < span.end <= len(source)


def test_decomposed_letter_counts_two_in_source() -> None:
    """«Åse» pasted from macOS is four code points in the file and three in the text."""
    document = one_block("Hei A\u030ase!")
    start = document.text.index("Åse")
    assert document.source_span(Span(start, start + 3)) == Span(4, 8)


def test_line_and_column_count_in_source() -> None:
    """CRLF ends one line, and columns count from 1."""
    document = one_block("første\r\nandre\rtredje\nfjerde")
    place = document.place(document.text.index("tredje") + 2)
    assert (place.line, place.column) == (3, 3)


def test_number_with_soft_hyphen_is_whole() -> None:
    """An invisible character cannot hide a number."""
    assert one_block("1234\u00ad5\u200b6").text == "123456"


def test_ranges_join_without_the_markup_between() -> None:
    """A block's words can lie in several ranges of the source."""
    document = assemble(
        "utkast", "en **to** tre", [Part(Role.PARAGRAPH, (Span(0, 3), Span(5, 7), Span(9, 13)))]
    )
    assert document.text == "en to tre"
    assert document.source_span(Span(3, 9)) == Span(5, 13)


def test_empty_parts_are_left_out() -> None:
    """A block without words is no block."""
    document = assemble_extracted(
        "utkast", [(Role.TITLE, "Ny bru", ""), (Role.PARAGRAPH, " \n", "")]
    )
    assert [block.role for block in document.blocks] == [Role.TITLE]


def test_blocks_are_labelled_by_role() -> None:
    """Paragraphs are numbered together with quotes; title and lead are named."""
    document = assemble_extracted(
        "utkast",
        [
            (Role.TITLE, "Ny bru", ""),
            (Role.LEAD, "Brua åpner.", ""),
            (Role.PARAGRAPH, "En.", ""),
            (Role.QUOTE, "– To.", ""),
            (Role.TABLE_CELL, "Tre", "tabell 1, rad 2"),
        ],
    )
    assert [block.label for block in document.blocks] == [
        "tittel",
        "ingress",
        "avsnitt 1",
        "avsnitt 2",
        "tabell 1, rad 2",
    ]
