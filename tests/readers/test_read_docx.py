"""Word files, made by python-docx."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from klartekst.errors import ReadError
from klartekst.readers.docx import open_docx
from tests.readers.reading import beside, body, body_shape, read_as, save


def _insert(xml: str) -> bytes:
    """A Word file whose body has one paragraph of this XML."""
    word = docx.Document()
    paragraph = parse_xml(f"<w:p {nsdecls('w', 'r')}>{xml}</w:p>")
    word.element.body.insert(0, paragraph)
    return save(word)


def _repack(data: bytes, name: str, content: bytes) -> bytes:
    """The file with one part exchanged."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", 8) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return packed.getvalue()


def test_roles_come_from_styles() -> None:
    """Title, headings, lists, quotes and bold lead, tables in their place."""
    word = docx.Document()
    word.add_paragraph("Vi har sommerjobb", style="Title")
    word.add_paragraph().add_run("Fristen er 1. april.").bold = True
    word.add_paragraph("Jobben varer i tre uker.")
    word.add_heading("Slik søker du", 2)
    word.add_paragraph("Gå til nettsiden.", style="List Number")
    word.add_table(1, 2).cell(0, 1).text = "klokka 10"
    word.add_paragraph("Det blir fint.", style="Quote")
    word.add_heading("Kontakt", 2)
    word.add_paragraph("Vår Lindseth\n430 00 031")

    assert body_shape(save(word), "x.docx") == [
        ("title", "Vi har sommerjobb"),
        ("lead", "Fristen er 1. april."),
        ("paragraph", "Jobben varer i tre uker."),
        ("heading", "Slik søker du"),
        ("list_item", "Gå til nettsiden."),
        ("table_cell", "klokka 10"),
        ("quote", "Det blir fint."),
        ("contact", "Kontakt"),
        ("contact", "Vår Lindseth"),
        ("contact", "430 00 031"),
    ]


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ("Tittel", "title"),
        ("Overskrift 1", "title"),
        ("Ingress", "lead"),
        ("Sitat", "quote"),
        ("Punktliste", "list_item"),
    ],
)
def test_norwegian_styles(style: str, role: str) -> None:
    """Styles are known by their Norwegian names too."""
    word = docx.Document()
    word.styles.add_style(style, WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph("Noe som står her.", style=style)
    word.add_paragraph("Og noe mer.")

    assert body_shape(save(word), "x.docx")[0][0] == role


def test_style_based_on_a_heading() -> None:
    """A house style that builds on a heading is one."""
    word = docx.Document()
    word.add_paragraph("Ny skole", style="Title")
    word.add_paragraph("Kommunen bygger.")
    house = word.styles.add_style("Vika underoverskrift", WD_STYLE_TYPE.PARAGRAPH)
    house.base_style = word.styles["Heading 2"]
    word.add_paragraph("Plassen.", style=house)

    assert body_shape(save(word), "x.docx")[2] == ("heading", "Plassen.")


def test_unstyled_draft() -> None:
    """A short first paragraph is the title, the next the lead."""
    word = docx.Document()
    word.add_paragraph("Ny skole i Vika")
    word.add_paragraph("Kommunen bygger ny skole.")

    assert body_shape(save(word), "x.docx") == [
        ("title", "Ny skole i Vika"),
        ("lead", "Kommunen bygger ny skole."),
    ]


def test_places_in_a_table() -> None:
    """A cell is named by table and row."""
    word = docx.Document()
    word.add_paragraph("Åpent:")
    word.add_table(1, 1)
    word.add_table(2, 1).cell(1, 0).text = "mandag"

    assert "tabell 2, rad 2" in [block.label for block in read_as(save(word), "x.docx").blocks]


def test_links_and_inserted_text_are_read_deleted_is_not() -> None:
    """The text is that which stands when all changes are accepted."""
    xml = (
        "<w:r><w:t xml:space='preserve'>Ring </w:t></w:r>"
        "<w:hyperlink w:anchor='x'><w:r><w:t>Kari</w:t></w:r></w:hyperlink>"
        "<w:ins w:id='1' w:author='x'><w:r><w:t xml:space='preserve'> nå</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='x'><w:r><w:delText> aldri</w:delText></w:r></w:del>"
        "<w:moveFrom w:id='3' w:author='x'><w:r><w:t> flyttet</w:t></w:r></w:moveFrom>"
    )

    assert body(_insert(xml), "x.docx") == "Ring Kari nå"


def test_content_controls_and_text_boxes_are_read() -> None:
    """Text in them stands in the body for whoever reads it; an old copy of a box does not."""
    box = "<w:txbxContent><w:p><w:r><w:t>Fakta her.</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    xml = (
        "<w:sdt><w:sdtContent><w:r><w:t>Felt her.</w:t></w:r></w:sdtContent></w:sdt>"
        f"<w:r><mc:AlternateContent xmlns:mc='{mc}'><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert body(_insert(xml), "x.docx") == "Felt her.\n\nFakta her."


def test_spaces_between_runs_are_kept() -> None:
    """A run that is only a space parts two words."""
    word = docx.Document()
    paragraph = word.add_paragraph()
    for text in ("Kari", " ", "Moe"):
        paragraph.add_run(text)

    assert body(save(word), "x.docx") == "Kari Moe"


def test_entities_are_not_expanded() -> None:
    """A Word file with a document type of its own is refused."""
    data = save(docx.Document())
    evil = (
        b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w='
        b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
        b"&x;</w:t></w:r></w:p></w:body></w:document>"
    )

    with pytest.raises(ReadError, match="kan ikke leses som Word-dokument"):
        read_as(_repack(data, "word/document.xml", evil), "x.docx")


def test_bomb_is_refused() -> None:
    """A small file that unpacks to a huge one is never unpacked."""
    data = save(docx.Document())
    bomb = _repack(data, "word/document.xml", b"<a>" + b" " * 60_000_000)

    with pytest.raises(ReadError, match="pakker ut til mer"):
        read_as(bomb, "x.docx")


def test_broken_file() -> None:
    """Cut off in the middle, it is told to be broken."""
    data = save(docx.Document())

    with pytest.raises(ReadError, match="lagre den på nytt"):
        read_as(data[: len(data) // 2], "x.docx")


def test_part_that_is_no_xml() -> None:
    """A part that cannot be parsed is no traceback."""
    data = save(docx.Document())

    with pytest.raises(ReadError, match="lagre den på nytt"):
        read_as(_repack(data, "word/styles.xml", b"<w:"), "x.docx")


def _with_part(data: bytes, name: str, xml: str) -> bytes:
    """The file with one part more; Word would list it, but a reader must not need that."""
    packed = io.BytesIO(data)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(name, xml)
    return packed.getvalue()


def test_headers_and_footers_are_read() -> None:
    """They stand on every page."""
    word = docx.Document()
    word.add_paragraph("Brua åpner.")
    word.sections[0].header.paragraphs[0].text = "Unntatt offentlighet"
    word.sections[0].footer.paragraphs[0].text = "Saksbehandler: Kari"

    found = beside(save(word), "x.docx")
    assert found["topptekst"] == "Unntatt offentlighet"
    assert found["bunntekst"] == "Saksbehandler: Kari"


@pytest.mark.parametrize("part", ["footnotes", "endnotes"])
def test_notes_are_read(part: str) -> None:
    """At the foot of the page, or at the end."""
    xml = f"<w:{part} {nsdecls('w')}><w:p><w:r><w:t>Se sak 12.</w:t></w:r></w:p></w:{part}>"
    found = beside(_with_part(_insert(""), f"word/{part}.xml", xml), "x.docx")
    assert "Se sak 12." in found.values()


def test_comments_are_read_with_who_wrote_them() -> None:
    """Who opens the file sees them."""
    word = docx.Document()
    paragraph = word.add_paragraph("Brua åpner.")
    word.add_comment(paragraph.runs, "Er dette sikkert?", author="Kari Nordmann", initials="KN")
    assert beside(save(word), "x.docx")["kommentar fra KN"] == "Er dette sikkert?"


def test_deleted_and_moved_text_is_read_as_such() -> None:
    """The file holds it still."""
    xml = (
        "<w:r><w:t>Søkeren</w:t></w:r>"
        "<w:del w:id='2' w:author='x'><w:r><w:delText> Ola Vik</w:delText></w:r></w:del>"
        "<w:moveFrom w:id='3' w:author='x'><w:r><w:t> fra Moen</w:t></w:r></w:moveFrom>"
    )
    assert beside(_insert(xml), "x.docx")["slettet tekst (sporing)"] == "Ola Vik fra Moen"


def test_hidden_text_is_read_as_such() -> None:
    """It is no part of the body, but it is in the file."""
    xml = "<w:r><w:t>Hei</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hemmelig</w:t></w:r>"
    assert body(_insert(xml), "x.docx") == "Hei"
    assert beside(_insert(xml), "x.docx")["skjult tekst"] == "hemmelig"


def test_properties_are_read() -> None:
    """Who wrote it, and what they called it."""
    word = docx.Document()
    word.add_paragraph("Brua åpner.")
    word.core_properties.author = "Kari Nordmann"
    word.core_properties.last_modified_by = "Ola Vik"
    found = beside(save(word), "x.docx")
    assert found["dokumentegenskap: forfatter"] == "Kari Nordmann"
    assert found["dokumentegenskap: sist lagret av"] == "Ola Vik"


def test_addresses_of_links_are_read() -> None:
    """What a link says and where it leads are two things."""
    word = docx.Document()
    word.add_paragraph("Brua åpner.")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    word.part.relate_to("mailto:kari%20nordmann@example.no", kind, is_external=True)
    assert beside(save(word), "x.docx")["lenke"] == "kari nordmann@example.no"


def test_alternative_text_is_read() -> None:
    """Screen readers read it aloud."""
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    xml = f"<w:r><w:drawing><wp:docPr xmlns:wp='{wp}' id='1' name='x' descr='Ola i rullestol'/>"
    assert "Ola i rullestol" in beside(_insert(xml + "</w:drawing></w:r>"), "x.docx").values()


def test_anchors_hold_the_words_of_the_source() -> None:
    """So that a comment can be put at the words of a finding."""
    word = docx.Document()
    paragraph = word.add_paragraph("Skolen ")
    paragraph.add_run("åpner").bold = True
    paragraph.add_run("\tmandag.")
    word.add_table(1, 1).cell(0, 0).text = "klokka 10"
    opened = open_docx(save(word), "x.docx")
    told = [
        (opened.document.source[a.span.start : a.span.end], a.element.text)
        for a in opened.page_anchors
        if a.element.tag.endswith("}t")
    ]
    assert [words for words, _ in told] == ["Skolen ", "åpner", "mandag.", "klokka 10"]
    assert all(words == text for words, text in told)
