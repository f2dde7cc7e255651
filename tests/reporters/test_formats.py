"""Every format: against golden files, whole, and unmoved by hostile words."""

from __future__ import annotations

import csv as csv_module
import io
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartekst import __version__
from klartekst.linter import Linter
from klartekst.model import Passage, Result, Role, Rule, Severity, Stretch, Suppressed
from klartekst.reporters.catalogue import catalogue_of, titles_of
from klartekst.reporters.csv import COLUMNS, to_csv
from klartekst.reporters.github import to_github
from klartekst.reporters.html import to_html
from klartekst.reporters.junit import to_junit
from klartekst.reporters.markdown import to_markdown
from klartekst.reporters.sarif import to_sarif
from tests.reporters.samples import READY, RULES, STOPPED, UNREADABLE

GOLDEN = Path(__file__).parents[1] / "golden"
SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
CATALOGUE = catalogue_of(RULES)
TITLES = titles_of(CATALOGUE)

Reporter = Callable[[Sequence[Result]], str]
REPORTERS: dict[str, Reporter] = {
    "html": lambda results: to_html(results, CATALOGUE),
    "sarif": lambda results: to_sarif(results, CATALOGUE),
    "github": lambda results: to_github(results, TITLES),
    "junit": lambda results: to_junit(results, TITLES, Severity.ERROR),
    "csv": lambda results: to_csv(results, TITLES),
    "markdown": lambda results: to_markdown(results, TITLES),
}
SUFFIX = {"sarif": "sarif.json", "junit": "junit.xml", "github": "github.txt", "markdown": "md"}
HOSTILE = "<script>alert(1)</script>&\"'%0A::error::x\r\n=cmd|x]]>\x00\x1b[31m\ud800@alle #1 `x`"


def spoiled(words: str) -> Result:
    """A Result in which every word that comes from outside is `words`."""
    finding = replace(
        STOPPED.findings[1],
        message=words,
        excerpt=words,
        suggestions=(words,),
        place=replace(STOPPED.findings[1].place, label=words),
    )
    return replace(
        STOPPED,
        name=words or "a",
        findings=(finding,),
        messages=tuple(replace(each, message=words) for each in STOPPED.messages),
        passages=(Passage(Role.HIDDEN, words, (Stretch(words, (0,)),)),),
    )


@pytest.mark.parametrize("name", REPORTERS)
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    """Read the diff before you update it."""
    path = GOLDEN / f"all.{SUFFIX.get(name, name)}"
    report = REPORTERS[name]([STOPPED, READY, UNREADABLE]).replace(__version__, "0").encode()
    if request.config.getoption("--update-golden"):
        path.write_bytes(report)
    assert report == path.read_bytes()


@pytest.mark.parametrize("name", REPORTERS)
def test_error_is_told(name: str) -> None:
    """What could not be checked is never left out."""
    assert "passordbeskyttet" in REPORTERS[name]([UNREADABLE])


@pytest.mark.parametrize("name", ["html", "sarif", "junit", "csv", "markdown"])
def test_what_is_let_stand_is_listed(name: str) -> None:
    """With its reason, as a word and not as markup."""
    let_stand = Suppressed(STOPPED.findings[0], "samtykke <b>innhentet", "KN", date(2033, 1, 2))
    report = REPORTERS[name]([replace(READY, suppressed=(let_stand,), notes=("en merknad",))])
    assert "innhentet" in report
    assert name in ("sarif", "csv") or "<b>" not in report.replace("\\<", "")


@pytest.mark.parametrize("name", REPORTERS)
def test_no_drafts(name: str) -> None:
    """An empty run is still a report."""
    REPORTERS[name]([])


@pytest.mark.parametrize("name", REPORTERS)
@given(words=st.text())
def test_any_words_can_be_told(name: str, words: str) -> None:
    """No reporter falls over what stands in a draft or a file name."""
    assert REPORTERS[name]([spoiled(words), spoiled(words)])


@pytest.mark.parametrize("name", REPORTERS)
def test_no_report_repeats_a_secret(name: str, linter: Linter) -> None:
    """Of a real draft, all formats."""
    draft = "Kari Nordmann ringte fra 68 05 12 34. Nordmanns fødselsnummer er 05818712490."
    result = linter.lint(draft.encode(), "a.txt", with_passages=True)
    report = REPORTERS[name]([result])
    assert not [word for word in ("Nordmann", "68 05", "05818712490") if word in report]


class _Page(HTMLParser):
    """The tags of a page, and the targets that its links and labels need."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.wanted: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one."""
        self.tags.append(tag)
        for key, value in attrs:
            if key == "id":
                self.ids.append(value or "")
            elif key in {"href", "aria-labelledby"}:
                self.wanted.append((value or "").removeprefix("#"))
            assert not key.startswith("on")
            assert key != "src"


def test_html_is_escaped() -> None:
    """Hostile words stay words."""
    page = to_html([spoiled(HOSTILE)], CATALOGUE)
    assert "script" not in _Page(page).tags
    assert "&lt;script&gt;" in page


def test_html_links_lead_somewhere() -> None:
    """And no two places share an id."""
    page = _Page(to_html([spoiled("x"), spoiled("y"), READY, UNREADABLE], CATALOGUE))
    assert len(page.ids) == len(set(page.ids))
    assert set(page.wanted) <= set(page.ids)


def test_html_fetches_nothing() -> None:
    """It is read without a network, and mailed."""
    page = to_html([STOPPED], CATALOGUE)
    assert not {"link", "img", "script", "iframe"} & set(_Page(page).tags)
    assert "url(" not in page
    assert "@import" not in page


def test_html_tells_language_of_each_draft() -> None:
    """A screen reader must know which norm it reads."""
    page = to_html([STOPPED, READY], CATALOGUE)
    assert '<html lang="nb">' in page
    assert '<article id="utkast-2" lang="nn"' in page


def test_html_headings_skip_no_level() -> None:
    """h1, then h2, and so on down."""
    page = to_html([STOPPED, READY, UNREADABLE], CATALOGUE)
    levels = [int(tag[1]) for tag in _Page(page).tags if tag in ("h1", "h2", "h3", "h4", "h5")]
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_html_colours_can_be_read() -> None:
    """Contrast of at least 4.5 for every pair of text and background in the style sheet."""

    def luminance(colour: str) -> float:
        parts = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark = ("1a1a1a", "00497a", "14532d", "5c3d00", "7a1111", "4a4a4a")
    light = "ffffff f0faf3 fff8e6 fdf1f1 eef1f4 fff3bf fde3e3 fff0c7 e6f0fa".split()
    style = Path(__file__).parents[2] / "src/klartekst/reporters/html/report.css"
    used = set(re.findall(r"#([0-9a-f]+)\b", style.read_text(encoding="utf-8")))
    assert used == {*dark, *light, "767676"}  # the grey is for lines, which need only 3
    for text in dark:
        for back in light:
            assert (luminance(back) + 0.05) / (luminance(text) + 0.05) >= 4.5, (text, back)


@pytest.fixture(scope="module")
def sarif_schema() -> jsonschema.Draft4Validator:
    """The published schema."""
    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema.Draft4Validator(schema)


def test_sarif_is_valid(sarif_schema: jsonschema.Draft4Validator, linter: Linter) -> None:
    """With findings, without, with an error, of hostile words, and of the real rules."""
    sarif_schema.validate(json.loads(to_sarif([STOPPED, READY, UNREADABLE], CATALOGUE)))
    sarif_schema.validate(json.loads(to_sarif([spoiled(HOSTILE)], CATALOGUE)))
    result = linter.lint(b"Kommunen skal erverve tomta.", "mappe/å b.txt")
    sarif_schema.validate(json.loads(to_sarif([result], catalogue_of(linter.rules))))


def test_sarif_region_is_the_words(linter: Linter) -> None:
    """By line and column and by offset alike, in code points."""
    text = "Å 😀\nKommunen skal erverve tomta.\n"
    result = linter.lint(text.encode(), "a.txt")
    run = json.loads(to_sarif([result], catalogue_of(linter.rules)))["runs"][0]
    (found,) = (each for each in run["results"] if each["ruleId"] == "klarsprak/kanselliord")
    region = found["locations"][0]["physicalLocation"]["region"]
    start = region["charOffset"]
    assert text[start : start + region["charLength"]] == "erverve"
    line = text.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "erverve"
    assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == found["ruleId"]


def test_sarif_fingerprint_outlives_a_move(linter: Linter) -> None:
    """A new line above changes the place and not the fingerprint."""

    def marks(text: str) -> set[str]:
        run = json.loads(to_sarif([linter.lint(text.encode(), "a.txt")], CATALOGUE))["runs"][0]
        return {
            each["partialFingerprints"]["klartekst/v1"]
            for each in run["results"]
            if each["ruleId"] == "klarsprak/kanselliord"
        }

    assert marks("Kommunen skal erverve tomta.") == marks("Hei.\n\nKommunen skal erverve tomta.")


def test_github_commands_are_one_a_line() -> None:
    """No word can begin a command of its own."""
    lines = to_github([spoiled(HOSTILE)], TITLES).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::warning ")


def test_junit_fails_what_is_grave_enough() -> None:
    """As `--fail-on` says."""

    def failures(fail_on: Severity) -> int:
        return int(ET.fromstring(to_junit([STOPPED], TITLES, fail_on)).get("failures", ""))  # noqa: S314  our own words

    assert failures(Severity.ERROR) == 1
    assert failures(Severity.WARNING) == 3


def test_junit_is_xml() -> None:
    """Whatever the words are."""
    ET.fromstring(to_junit([spoiled(HOSTILE)], TITLES, Severity.INFO).encode("utf-8", "replace"))  # noqa: S314  our own words


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "\r=", "＝"])
def test_csv_runs_no_formula(start: str) -> None:
    """Excel sees text."""
    report = to_csv([spoiled(f"{start}HYPERLINK(1)")], TITLES).removeprefix("\ufeff")
    header, row = csv_module.reader(io.StringIO(report, newline=""), delimiter=";")
    assert tuple(header) == COLUMNS
    assert all(cell.startswith("'") for cell in row if "HYPERLINK" in cell and cell[0] != "\ufffd")


def test_markdown_calls_nobody() -> None:
    """Neither people nor issues nor tags."""
    report = to_markdown([spoiled(HOSTILE)], TITLES)
    assert "@alle" not in report
    assert "#1" not in report
    assert "<script" not in report.replace("\\<", "")


def test_rules_of_samples_are_rules() -> None:
    """The golden files show what a real rule gives."""
    assert all(isinstance(rule, Rule) and rule.explanation for rule in RULES)
