"""A number in any place that leaves the house with a file is found, and its place told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from pypdf import PdfWriter
from pypdf.annotations import FreeText

from klartekst.linter import Linter
from tests.readers.compound import message as outlook_message
from tests.readers.reading import save
from tests.readers.test_formats import data_of

NUMBER = "058187 12490"  # of the Tenor test series
SAID = f"Nummeret er {NUMBER}."


def _word(change: Callable[[docx.document.Document], object]) -> bytes:
    word = docx.Document()
    word.add_paragraph("Brua åpner mandag.")
    change(word)
    return save(word)


def _fill(holder: _Cell | Paragraph) -> None:
    holder.text = SAID


def _body_xml(xml: str) -> Callable[[docx.document.Document], object]:
    names = nsdecls("w", "wp", "r")
    return lambda word: word.element.body.insert(0, parse_xml(f"<w:p {names}>{xml}</w:p>"))


def _link(word: docx.document.Document) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    word.part.relate_to(f"https://example.no/?sok={NUMBER}", kind, is_external=True)


def _zipped(data: bytes, name: str, old: str, new: str) -> bytes:
    """A zip file with words exchanged in one part, or with a part more."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(packed, "w", 8) as after:
        for part in before.namelist():
            content = before.read(part)
            after.writestr(
                part, content.replace(old.encode(), new.encode()) if part == name else content
            )
        if name not in before.namelist():
            after.writestr(name, new)
    return packed.getvalue()


def _odt(old: str, part: str = "content.xml") -> bytes:
    return _zipped(data_of("odt"), part, old, SAID)


def _pdf(change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(data_of("pdf")))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _linked(writer: PdfWriter) -> None:
    from pypdf.annotations import Link

    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=f"https://example.no/?sok={NUMBER}"))


def _mail(change: Callable[[EmailMessage], object]) -> bytes:
    message = EmailMessage()
    message["From"] = "Kari Nordmann <kari.nordmann@example.no>"
    message["To"] = "ola@example.no"
    message["Subject"] = "Brua"
    message.set_content("Brua åpner mandag.")
    change(message)
    return message.as_bytes()


def _msg(
    *, subject: str = "Brua", body: str = "Hei.", attached: dict[str, bytes] | None = None
) -> bytes:
    return outlook_message(
        subject=subject, body=body, sender="Kari", to="ola@example.no", attached=attached or {}
    )


def _retitled(message: EmailMessage) -> None:
    message.replace_header("Subject", SAID)


def _rtf(xml: str) -> bytes:
    return rb"{\rtf1\ansi Brua \'e5pner.\par " + xml.encode("ascii") + b"}"


_R = f"<w:r><w:t>{SAID}</w:t></w:r>"
_NOTE = f"<w:footnotes {nsdecls('w')}><w:p>{_R}</w:p></w:footnotes>"
PLAIN = save(docx.Document())

PLACES = {
    "docx: body": ("a.docx", _word(lambda w: w.add_paragraph(SAID)), "avsnitt"),
    "docx: table": (
        "a.docx",
        _word(lambda w: _fill(w.add_table(1, 1).cell(0, 0))),
        "tabell 1, rad 1",
    ),
    "docx: header": (
        "a.docx",
        _word(lambda w: _fill(w.sections[0].header.paragraphs[0])),
        "topptekst",
    ),
    "docx: footer": (
        "a.docx",
        _word(lambda w: _fill(w.sections[0].footer.paragraphs[0])),
        "bunntekst",
    ),
    "docx: note": (
        "a.docx",
        _zipped(_word(lambda _: None), "word/footnotes.xml", "", _NOTE),
        "fotnote",
    ),
    "docx: text box": (
        "a.docx",
        _word(_body_xml(f"<w:r><w:txbxContent><w:p>{_R}</w:p></w:txbxContent></w:r>")),
        "",
    ),
    "docx: comment": (
        "a.docx",
        _word(lambda w: w.add_comment(w.paragraphs[0].add_run("x"), SAID, initials="KN")),
        "kommentar fra KN",
    ),
    "docx: inserted": ("a.docx", _word(_body_xml(f"<w:ins w:id='1'>{_R}</w:ins>")), ""),
    "docx: deleted": (
        "a.docx",
        _word(_body_xml(f"<w:del w:id='1'><w:r><w:delText>{SAID}</w:delText></w:r></w:del>")),
        "slettet tekst (sporing)",
    ),
    "docx: hidden": (
        "a.docx",
        _word(_body_xml(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{SAID}</w:t></w:r>")),
        "skjult tekst",
    ),
    "docx: alternative text": (
        "a.docx",
        _word(
            _body_xml(
                f"<w:r><w:drawing><wp:docPr id='1' name='x' descr='{SAID}'/></w:drawing></w:r>"
            )
        ),
        "alternativ tekst",
    ),
    "docx: author": (
        "a.docx",
        _word(lambda w: setattr(w.core_properties, "author", SAID)),
        "dokumentegenskap: forfatter",
    ),
    "docx: saved by": (
        "a.docx",
        _word(lambda w: setattr(w.core_properties, "last_modified_by", SAID)),
        "dokumentegenskap: sist lagret av",
    ),
    "docx: title": (
        "a.docx",
        _word(lambda w: setattr(w.core_properties, "title", SAID)),
        "dokumentegenskap: tittel",
    ),
    "docx: company": (
        "a.docx",
        _zipped(
            _word(lambda _: None),
            "docProps/app.xml",
            "</Properties>",
            f"<Company>{SAID}</Company></Properties>",
        ),
        "dokumentegenskap: firma",
    ),
    "docx: link": ("a.docx", _word(_link), "lenke"),
    "docx: embedded file": (
        "a.docx",
        _zipped(_word(lambda _: None), f"word/embeddings/Vedtak {NUMBER}.xlsx", "", "x"),
        "navn på innebygd fil",
    ),
    "odt: body": ("a.odt", _odt("Bussen går som vanlig."), "punkt"),
    "odt: table": ("a.odt", _odt("Mandag"), ""),
    "odt: header": ("a.odt", _odt("Fjordvik kommune", "styles.xml"), "topptekst"),
    "odt: footer": ("a.odt", _odt("Utkast, ikke send", "styles.xml"), "bunntekst"),
    "odt: comment": ("a.odt", _odt("Har hun godkjent sitatet?"), "kommentar fra Ola Hansen"),
    "odt: deleted": ("a.odt", _odt("Naboen Ola Vik klaget."), "slettet tekst (sporing)"),
    "odt: hidden": ("a.odt", _odt("Skjult merknad."), "skjult tekst"),
    "odt: author": ("a.odt", _odt("Kari Nordmann", "meta.xml"), "dokumentegenskap"),
    "pdf: note": (
        "a.pdf",
        _pdf(lambda w: w.add_annotation(0, FreeText(text=SAID, rect=(0, 0, 9, 9)))),
        "side 1, kommentar",
    ),
    "pdf: link": ("a.pdf", _pdf(_linked), "side 1, lenke"),
    "pdf: author": (
        "a.pdf",
        _pdf(lambda w: w.add_metadata({"/Author": SAID})),
        "dokumentegenskap: forfatter",
    ),
    "pdf: attached file": (
        "a.pdf",
        _pdf(lambda w: w.add_attachment(f"Vedtak {NUMBER}.txt", b"x")),
        "navn på vedlagt fil",
    ),
    "html: description": (
        "a.html",
        f"<html><head><meta name='description' content='{SAID}'></head><p>Hei.</p></html>".encode(),
        "sideegenskap: beskrivelse",
    ),
    "html: comment": (
        "a.html",
        f"<html><p>Hei.</p><!-- {SAID} --></html>".encode(),
        "kommentar i koden",
    ),
    "html: hidden": (
        "a.html",
        f"<html><p>Hei.</p><p hidden>{SAID}</p></html>".encode(),
        "skjult tekst",
    ),
    "html: link": (
        "a.html",
        f"<html><p>Hei <a href='mailto:{NUMBER}'>x</a></p></html>".encode(),
        "lenke",
    ),
    "eml: subject": ("a.eml", _mail(_retitled), "emne"),
    "eml: receiver": (
        "a.eml",
        _mail(lambda m: m.add_header("Cc", f'"{SAID}" <a@example.no>')),
        "kopi til",
    ),
    "eml: earlier message": (
        "a.eml",
        _mail(lambda m: m.set_content(f"Hei.\n\n-----Opprinnelig melding-----\n\n{SAID}\n")),
        "tidligere melding",
    ),
    "eml: attachment": (
        "a.eml",
        _mail(lambda m: m.add_attachment(SAID, filename="notat.txt")),
        "vedlegg notat.txt",
    ),
    "eml: attachment's name": (
        "a.eml",
        _mail(lambda m: m.add_attachment("Hei.", filename=f"{NUMBER}.txt")),
        "navn på vedlegg",
    ),
    "msg: subject": ("a.msg", _msg(subject=SAID), "emne"),
    "msg: body": ("a.msg", _msg(body=SAID), ""),
    "msg: attachment": ("a.msg", _msg(attached={"notat.txt": SAID.encode()}), "vedlegg notat.txt"),
    "rtf: deleted": ("a.rtf", _rtf(rf"{{\deleted {SAID}}}\par "), "slettet tekst (sporing)"),
    "rtf: hidden": ("a.rtf", _rtf(rf"{{\v {SAID}}}\par "), "skjult tekst"),
    "rtf: header": ("a.rtf", _rtf(rf"{{\header {SAID}\par}}"), "topptekst"),
    "rtf: author": ("a.rtf", _rtf(rf"{{\info{{\author {SAID}}}}}"), "dokumentegenskap: forfatter"),
    "rtf: comment": ("a.rtf", _rtf(rf"{{\*\annotation {SAID}}}"), "kommentar"),
    "md: front matter": ("a.md", f"---\nkilde: {SAID}\n---\n# Brua\n\nHei.\n".encode(), ""),
    "md: comment": ("a.md", f"# Brua\n\nHei.\n\n<!-- {SAID} -->\n".encode(), "kommentar"),
}


@pytest.mark.parametrize("where", PLACES)
def test_number_is_found_wherever_it_hides(where: str, linter: Linter) -> None:
    """And told by a place that a person can find, but not repeated."""
    name, data, place = PLACES[where]
    result = linter.lint(data, name)
    assert result.error is None
    found = [finding for finding in result.findings if finding.entity == "NO_FODSELSNUMMER"]
    assert found
    assert any(finding.place.label.startswith(place) for finding in found)
    assert NUMBER not in repr(result)


def test_who_wrote_a_file_is_a_tip_at_most(linter: Linter) -> None:
    """An employee wrote it, as they should."""
    word = docx.Document()
    word.add_paragraph("Brua åpner mandag.")
    word.core_properties.author = "Ola Vik"
    findings = linter.lint(save(word), "a.docx").findings
    assert {finding.severity.value for finding in findings} <= {"info"}


def test_who_gets_a_mail_is_no_finding(linter: Linter) -> None:
    """A mail has to be sent to somebody."""
    result = linter.lint(_mail(lambda _: None), "a.eml")
    assert [f.rule for f in result.findings if f.category == "personvern"] == []
