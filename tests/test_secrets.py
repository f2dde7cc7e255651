"""Nothing secret in any log, traceback, report or file.

`klartekst facts` and `check --annotate` are left out: their files hold the draft's own words by
design, for the one who wrote them.
"""

from __future__ import annotations

import io
import logging
import tempfile
import traceback
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from itertools import cycle, product
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings

from klartekst.audit.export import open_tables
from klartekst.audit.schema import TABLES
from klartekst.cli import cli
from klartekst.cli.reports import FORMATS
from klartekst.linter import Linter
from klartekst.outcome import ExitCode
from tests.planting import Planted, planted

DRAFT = "utkast.md"
BRIEF = "utkast.budskap.toml"

# A failing example is told as it was drawn: to look for a shorter one costs minutes here.
few = settings(
    max_examples=3,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(autouse=True)
def one_linter(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command uses the session's Linter."""
    monkeypatch.setattr("klartekst.linter.Linter", lambda _: linter)


@contextmanager
def folder_with(draft: Planted) -> Iterator[Path]:
    """A folder of its own to stand in, with the draft."""
    with tempfile.TemporaryDirectory() as name, chdir(name):
        Path(DRAFT).write_text(draft.text, encoding="utf-8")
        yield Path(name)


@contextmanager
def overheard() -> Iterator[io.StringIO]:
    """All that is logged at any level by any logger, and all warnings."""
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    known = [logging.getLogger(name) for name in (None, *logging.root.manager.loggerDict)]
    levels = [(logger, logger.level) for logger in known]
    logging.root.addHandler(handler)
    try:
        for logger in known:
            logger.setLevel(logging.DEBUG)
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            yield heard
        heard.writelines(str(warning.message) for warning in warned)
    finally:
        logging.root.removeHandler(handler)
        for logger, level in levels:
            logger.setLevel(level)


def told(*arguments: str, code: int | None = None) -> str:
    """All that a command tells: output, errors, log records, warnings, and a traceback if any."""
    with overheard() as heard:
        result = CliRunner().invoke(cli, arguments)
    if code is not None:
        assert result.exit_code == code, result.output
    fault = "".join(traceback.format_exception(*result.exc_info)) if result.exc_info else ""
    return result.output + result.stderr + heard.getvalue() + fault


@few
@given(planted())
def test_no_report_tells_a_secret(draft: Planted) -> None:
    """In any format, on the screen or in a file."""
    with folder_with(draft):
        for form in FORMATS:
            output = told("check", DRAFT, "--all", "--format", form, code=ExitCode.CONFIDENTIAL)
            told("check", DRAFT, "--format", form, "-o", "rapport")
            output += Path("rapport").read_text(encoding="utf-8-sig")
            assert draft.told_in(output) == [], form


@settings(few, max_examples=2)  # each file costs a second of scrypt
@given(planted())
def test_no_copy_and_no_file_beside_the_draft_holds_a_secret(draft: Planted) -> None:
    """Masked copies, baselines and approvals."""
    with folder_with(draft) as folder:
        output = told("mask", DRAFT) + told("mask", DRAFT, "-o", "kopi.md", code=ExitCode.READY)
        output += told("check", DRAFT, "--write-baseline", "grunnlinje.json")
        who = ("--reason", "Samtykke i arkivet", "--who", "KN")
        output += told("approve", DRAFT, "--rule", "personvern", *who, code=ExitCode.READY)
        output += told("check", DRAFT, "--baseline", "grunnlinje.json", "--format", "json")
        written = sorted(path for path in folder.iterdir() if path.name != DRAFT)
        assert [path.name for path in written] == [
            "grunnlinje.json",
            "kopi.md",
            "utkast.klartekst-ok.toml",
        ]
        output += "".join(path.read_text(encoding="utf-8") for path in written)
        assert draft.told_in(output) == []


@few
@given(planted())
def test_message_of_the_brief_tells_no_secret_of_the_draft(draft: Planted) -> None:
    """Though what is told of a message are the brief's own words."""
    said = [secret.replace(" ", "  ") for secret in draft.secrets]
    messages = [f'[[budskap]]\ntekst = "Biblioteket flytter for {words}."\n' for words in said]
    with folder_with(draft):
        Path(BRIEF).write_text("".join(messages), encoding="utf-8")
        for form in FORMATS:
            output = told("check", DRAFT, "--all", "--format", form)
            assert "Biblioteket flytter for" in output or form not in ("text", "json")
            assert draft.told_in(output) == [], form


BROKEN = [
    'tekst = "{}',
    '[[budskap]]\ntekst = ["{}"]\n',
    '[[budskap]]\ntekst = "Vi flytter."\nplassering = "{}"\n',
    '[[budskap]]\n"{}" = 1\n',
    '"{}" = 1\n',
]


@few
@given(planted())
def test_mistake_in_settings_tells_no_secret(draft: Planted) -> None:
    """Neither in a brief nor in a config nor in an approval."""
    settings_files = (BRIEF, "klartekst.toml", "utkast.klartekst-ok.toml")
    mistakes = zip(product(settings_files, BROKEN), cycle(draft.secrets), strict=False)
    with folder_with(draft):
        for (path, broken), secret in mistakes:
            Path(path).write_text(broken.format(secret), encoding="utf-8")
            output = told("check", DRAFT, code=ExitCode.UNCHECKED)
            output += told("brief", "check", DRAFT)
            Path(path).unlink()
            assert draft.told_in(output) == [], (path, broken)


@few
@given(planted())
def test_draft_that_cannot_be_read_tells_no_secret(draft: Planted) -> None:
    """Whatever it gives itself out for."""
    data = draft.text.encode()
    unreadable = {
        "a.docx": b"PK\x03\x04" + data,
        "b.pdf": b"%PDF-1.7\n" + data,
        "c.odt": b"PK\x03\x04" + data,
        "d.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data,
        "f.xyz": b"\x00\x01" + data,
    }
    with folder_with(draft):
        for name, content in unreadable.items():
            Path(name).write_bytes(content)
            output = told("check", name, code=ExitCode.UNCHECKED)
            output += told("mask", name, code=ExitCode.UNCHECKED)
            assert draft.told_in(output) == [], name


@few
@given(planted())
def test_fault_of_ours_tells_no_secret(linter: Linter, draft: Planted) -> None:
    """A check that fails with the draft in its message stops the run, and says only where."""

    def fail(*_: object) -> None:
        raise ValueError(draft.text) from KeyError(draft.text)

    with pytest.MonkeyPatch.context() as patch, folder_with(draft):
        patch.setattr(type(linter._checks[0][1]), "find", fail)
        commands: list[tuple[str, ...]] = [("check", DRAFT, "--format", form) for form in FORMATS]
        approved = ("--rule", "form", "--reason", "Avtalt", "--who", "KN")
        commands += [("mask", DRAFT), ("approve", DRAFT, *approved)]
        for command in commands:
            output = told(*command, code=ExitCode.UNCHECKED)
            assert "feil i klartekst (ValueError i" in output
            assert draft.told_in(output) == [], command


@pytest.mark.slow
@settings(few, max_examples=2)
@given(planted())
def test_audit_tells_and_stores_no_secret(draft: Planted) -> None:
    """Neither in its tables nor in the report, packed or not."""
    with folder_with(draft):
        Path("nyheter").mkdir()
        Path(DRAFT).rename(Path("nyheter") / DRAFT)
        Path("nyheter", "ødelagt.docx").write_bytes(b"PK\x03\x04" + draft.text.encode())
        output = told("audit", "nyheter", "-o", "ut")
        assert Path("ut", "documents.parquet").is_file()
        output += told("audit", "report", "ut")
        with open_tables(Path("ut")) as tables:
            output += repr([tables.execute(f"FROM {name}").fetchall() for name in TABLES])
        for path in filter(Path.is_file, Path("ut").rglob("*")):
            output += path.read_bytes().decode("utf-8", "replace")
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as parts:
                    output += "".join(parts.read(part).decode() for part in parts.namelist())
        assert draft.told_in(output) == []
