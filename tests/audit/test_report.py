"""The report for a manager: what it counts, and that its page is whole and safe."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from openpyxl import load_workbook

from klartekst.audit import schema
from klartekst.audit.checking import Outcome
from klartekst.audit.items import AuditError
from klartekst.audit.report.charts import charts_of
from klartekst.audit.report.numbers import count
from klartekst.audit.report.wording import long_date, number, percent
from klartekst.audit.report.writing import PAGE, WORKBOOK, write_report
from klartekst.audit.schema import schemas
from klartekst.audit.state import Row
from klartekst.model import Measures
from tests.audit.tables import HEAVY, LEAK, audit, item

TODAY = date(2026, 6, 1)
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An audit of five items, one with messages and one with a title from a bad page."""
    message = {"id": "m1", "message": "Vi åpner mandag.", "status": "present", "score": 1.0}
    return audit(
        tmp_path / "ut",
        item(1, LEAK, published="2026-05-01"),
        item(2, LEAK, LEAK, published="2024-05-01", clarity=100),
        item(3, HEAVY, published="2020-01-02", title=EVIL, address=f"javascript:{EVIL}"),
        item(4, LEAK, published=""),
        item(5, messages=[message, {**message, "id": "m2", "status": "missing"}]),
    )


def page_of(folder: Path) -> Any:
    """The page of a report, parsed."""
    return html.fromstring(write_report(folder, TODAY).read_bytes())


def test_overview_counts_items(folder: Path) -> None:
    """By verdict, and those that leak."""
    overview = count(folder, TODAY).overview
    assert (overview.checked, overview.ready, overview.warnings, overview.stops) == (5, 1, 1, 3)
    assert overview.personal == 3


def test_periods_are_years_for_a_long_time(folder: Path) -> None:
    """What has no date comes last."""
    labels = [period.label for period in count(folder, TODAY).periods]
    assert labels == ["2020", "2024", "2026", "uten dato"]


def test_periods_are_months_for_a_short_time(tmp_path: Path) -> None:
    """One month here."""
    folder = audit(tmp_path / "ut", item(1), item(2))
    assert [period.label for period in count(folder, TODAY).periods] == ["mai 2024"]


def test_leaks_are_told_by_age(folder: Path) -> None:
    """Of the items, on the day of the report."""
    (leak,) = count(folder, TODAY).leaks
    assert (leak.last_year, leak.last_three_years, leak.older, leak.undated) == (1, 2, 0, 1)


def test_highest_clarity_goes_with_the_nineties(folder: Path) -> None:
    """No bin for 100 alone."""
    assert count(folder, TODAY).clarity[-1].start == 90


def test_messages_are_counted(folder: Path) -> None:
    """Those of items with a brief."""
    (coverage,) = count(folder, TODAY).coverage
    assert (coverage.present, coverage.missing) == (1, 1)


def test_changes_are_new_mended_and_unchanged(folder: Path, tmp_path: Path) -> None:
    """By item and rule, in items that both audits have."""
    earlier = audit(tmp_path / "før", item(1, LEAK, HEAVY), item(2, LEAK), item(9, LEAK))
    changes = count(folder, TODAY, earlier).changes
    assert changes is not None
    assert (changes.new, changes.mended, changes.unchanged) == (1, 1, 2)
    assert (changes.items_added, changes.items_gone, changes.items_in_both) == (3, 1, 2)


def test_earlier_folder_without_an_audit_is_told(folder: Path, tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(AuditError, match="ingen ferdig gjennomgang"):
        count(folder, TODAY, tmp_path / "borte")


def test_page_is_whole_and_fetches_nothing(folder: Path) -> None:
    """No script, no address but links to the items."""
    page = page_of(folder)
    assert not page.xpath("//script | //link | //img | //iframe | //@onload | //@onclick")
    assert page.xpath("string(//html/@lang)") == "nb"


def test_words_of_a_page_are_escaped(folder: Path) -> None:
    """And an address that is none is no link."""
    written = write_report(folder, TODAY).read_text(encoding="utf-8")
    assert EVIL not in written
    page: Any = html.fromstring(written)
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")


def test_each_chart_is_told_in_words_and_numbers(folder: Path) -> None:
    """Title, description, and a table."""
    page = page_of(folder)
    figures = page.xpath("//figure")
    assert len(figures) == 8
    for figure in figures:
        for id_ in figure.xpath("string(.//svg/@aria-labelledby)").split():
            assert figure.xpath(f"string(.//*[@id='{id_}'])")
        assert figure.xpath(".//table//td")


def test_items_to_mend_are_told_with_their_causes(folder: Path) -> None:
    """The gravest first, each with its number."""
    first, *_ = count(folder, TODAY).to_mend
    assert (first.number, first.rules) == (1, [LEAK[0]])


def test_covered_address_is_no_link(tmp_path: Path) -> None:
    """And the page says how to find it."""
    folder = audit(tmp_path / "ut", item(1, LEAK))
    page = page_of(folder)
    assert not page.xpath("//td//a | //th//a")
    assert "klartekst audit where" in page.text_content()


def test_what_was_not_checked_is_told_by_reason(tmp_path: Path) -> None:
    """Without the address that each message begins with."""
    rows = [
        Row(number, key, "", Outcome("error", error=f"{key}{words}"))
        for number, (key, words) in enumerate(
            [("a.docx", " kan ikke leses."), ("https://x/1", ": er borte."), ("y", ": er borte.")]
        )
    ]
    missed = count(audit(tmp_path / "ut", item(1), *rows), TODAY).missed
    assert [(m.reason, m.items) for m in missed] == [("er borte.", 2), ("kan ikke leses.", 1)]


def test_trend_leaves_out_periods_with_few_items(tmp_path: Path) -> None:
    """One item is no median."""
    rows = [
        item(number, published=f"{year}-05-01")
        for number, year in enumerate([2019] * 5 + [2021] * 5 + [2025])
    ]
    charts = charts_of(count(audit(tmp_path / "ut", *rows), TODAY), str)
    assert [row[0] for row in charts["clarity"].told.rows] == ["2019", "2021"]
    assert [row[0] for row in charts["verdicts"].told.rows] == ["2019", "2021", "2025"]


def test_changes_are_drawn_and_other_versions_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules may have changed as well as texts."""
    monkeypatch.setattr(schema, "__version__", "0.0.1")
    earlier = audit(tmp_path / "før", item(1, LEAK, HEAVY), item(2, LEAK))
    page: Any = html.fromstring(write_report(folder, TODAY, earlier).read_bytes())
    assert "hver sin versjon av klartekst" in page.text_content()
    assert page.xpath("//figcaption[text()='Rettet og nytt, etter regel']")


def test_page_keeps_its_colours_in_dark_mode(folder: Path) -> None:
    """The charts are drawn for a light page."""
    assert page_of(folder).xpath("//meta[@name='color-scheme']/@content") == ["only light"]


def test_links_of_the_contents_lead_somewhere(folder: Path) -> None:
    """Each to a heading."""
    page = page_of(folder)
    for target in page.xpath("//nav//a/@href"):
        assert page.xpath(f"//h2[@id='{target[1:]}']")


def test_ids_of_a_page_are_there_once(folder: Path) -> None:
    """Charts are made apart, and stand on one page."""
    ids = page_of(folder).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_charts_are_valid_xml(folder: Path) -> None:
    """So that they can be taken out of the page."""
    written = write_report(folder, TODAY).read_text(encoding="utf-8")
    for part in written.split("<svg")[1:]:
        etree.fromstring("<svg" + part.split("</svg>")[0] + "</svg>")


def test_headings_go_down_one_step_at_a_time(folder: Path) -> None:
    """One first heading, and below it the sections."""
    page = page_of(folder)
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3")]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_workbook_has_the_same_numbers(folder: Path) -> None:
    """Dates as dates, and no words as formulas."""
    write_report(folder, TODAY)
    book = load_workbook(folder / WORKBOOK)
    assert ("Med stopp", 3) in list(book["Oversikt"].iter_rows(values_only=True))
    assert book["Rett først"]["F2"].is_date
    assert {c.data_type for row in book["Rett først"].iter_rows() for c in row} <= {"s", "n", "d"}


def test_report_of_nothing_can_be_written(tmp_path: Path) -> None:
    """It says that there was nothing."""
    folder = audit(tmp_path / "ut")
    page = write_report(folder, TODAY)
    assert page == folder / PAGE
    assert "Ingen saker kunne kontrolleres" in page.read_text(encoding="utf-8")


def test_numbers_and_dates_are_norwegian() -> None:
    """Comma, narrow space, and the day first."""
    assert number(12345.6, 1) == "12\u202f345,6"
    assert percent(1, 1000) == "under 1\u00a0%"
    assert long_date(date(2024, 5, 17)) == "17. mai 2024"


def test_schema_names_every_measure() -> None:
    """A new one is not forgotten; parts in a list have no column."""
    scalar = {field.name for field in fields(Measures)} - {"costs"}
    assert set(schemas()["measures"].names) == scalar | {"key"}
