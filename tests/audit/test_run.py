"""An audit from sources to tables, whole, stopped and gone on with."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pytest

from klartekst.audit import run as run_module
from klartekst.audit.checking import Checker, Outcome
from klartekst.audit.export import open_tables, table_path
from klartekst.audit.items import AuditError, Item
from klartekst.audit.local import Checked, Work, check_in_pool
from klartekst.audit.run import Job, Progress, Summary, run_audit
from klartekst.audit.schema import TABLES
from klartekst.audit.sources import Sources
from klartekst.linter import Linter
from klartekst.model import Config
from tests.audit.site import page, serving

NUMBER = "058187 12490"  # of the Tenor test series
GOOD = "# Biblioteket flytter\n\nFra 3. mars finner du biblioteket i første etasje på rådhuset.\n"
LEAKING = f"# Vedtak for {NUMBER}\n\nSøkeren har nummer {NUMBER} i registeret vårt.\n"
ENGLISH = "# The library is moving\n\nFrom the third of March you will find us in the town hall.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five items: two good with the same words, one leaking, one English, one broken."""
    folder = tmp_path / "nyheter"
    folder.mkdir()
    for name, text in {"a": GOOD, "b": GOOD, "c": LEAKING, "d": ENGLISH}.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    (folder / "e.docx").write_bytes(b"PK\x03\x04 ikke Word")
    return folder


@pytest.fixture
def engine(linter: Linter) -> run_module.Engine:
    """The local engine with the session's Linter, so that the pipeline is loaded once."""

    def check(batches: Iterable[list[Item]], work: Work) -> Iterator[Checked]:
        checker = Checker.__new__(Checker)
        checker.__dict__.update(_linter=linter, _all_languages=work.all_languages)
        for batch in batches:
            yield batch, checker.check(batch)

    return check


def audited(place: Path | str, out: Path, engine: run_module.Engine, **choices: object) -> Summary:
    """An audit of one place."""
    sources = Sources((str(place),), interval=0)
    job = Job(sources, out, Work(Config(), **choices))  # type: ignore[arg-type]  # the one bool
    return run_audit(job, engine)


def column(out: Path, query: str) -> list[object]:
    """The first column of a query's answer."""
    with open_tables(out) as tables:
        return [row[0] for row in tables.execute(query).fetchall()]


def test_every_item_has_its_status(folder: Path, tmp_path: Path, engine: run_module.Engine) -> None:
    """In the order of the source, none lost."""
    summary = audited(folder, tmp_path / "ut", engine)
    statuses = column(tmp_path / "ut", "SELECT status FROM documents ORDER BY number")
    assert statuses == ["checked", "duplicate", "checked", "skipped", "error"]
    assert summary.items == 5


def test_other_languages_are_checked_when_asked_for(
    folder: Path, tmp_path: Path, engine: run_module.Engine
) -> None:
    """They are counted and skipped by default."""
    summary = audited(folder, tmp_path / "ut", engine, all_languages=True)
    assert summary.statuses["checked"] == 3


def test_nothing_secret_is_stored(folder: Path, tmp_path: Path, engine: run_module.Engine) -> None:
    """In no file of the output, packed or not, titles among them."""
    out = tmp_path / "ut"
    audited(folder, out, engine)
    with open_tables(out) as tables:
        told = repr([tables.execute(f"FROM {name}").fetchall() for name in TABLES])
    assert "Vedtak for" in told
    assert NUMBER not in told
    assert all(NUMBER.encode() not in path.read_bytes() for path in out.iterdir())


def test_tables_of_two_runs_are_the_same(
    folder: Path, tmp_path: Path, engine: run_module.Engine
) -> None:
    """Byte for byte."""
    audited(folder, tmp_path / "en", engine)
    audited(folder, tmp_path / "to", engine)
    for name in TABLES:
        first, second = table_path(tmp_path / "en", name), table_path(tmp_path / "to", name)
        assert first.read_bytes() == second.read_bytes()


def test_audit_that_broke_off_goes_on(
    folder: Path, tmp_path: Path, engine: run_module.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was checked is not checked again, and the tables are those of an unbroken audit."""
    monkeypatch.setattr(run_module, "_BATCH", 1)
    audited(folder, tmp_path / "hel", engine)
    checked: list[str] = []

    def breaking(batches: Iterable[list[Item]], work: Work) -> Iterator[Checked]:
        for batch, outcomes in engine(batches, work):
            if len(checked) == 2:
                raise KeyboardInterrupt
            checked.extend(item.key for item in batch)
            yield batch, outcomes

    out = tmp_path / "delt"
    with pytest.raises(KeyboardInterrupt):
        audited(folder, out, breaking)
    again: list[str] = []

    def noting(batches: Iterable[list[Item]], work: Work) -> Iterator[Checked]:
        for batch, outcomes in engine(batches, work):
            again.extend(item.key for item in batch)
            yield batch, outcomes

    audited(folder, out, noting)
    assert set(checked).isdisjoint(again)
    for name in TABLES:
        whole, parts = table_path(tmp_path / "hel", name), table_path(out, name)
        assert whole.read_bytes() == parts.read_bytes()


def test_finished_audit_is_not_done_again(
    folder: Path, tmp_path: Path, engine: run_module.Engine
) -> None:
    """The summary is given once more."""
    first = audited(folder, tmp_path / "ut", engine)

    def none(_: Iterable[list[Item]], __: Work) -> Iterator[Checked]:
        raise AssertionError

    again = audited(folder, tmp_path / "ut", none)
    assert again.statuses == first.statuses


def test_site_is_audited_with_dates_and_sections(tmp_path: Path, engine: run_module.Engine) -> None:
    """From its sitemap to the tables."""
    with serving() as site:
        for number in range(3):
            site.bodies[f"/nyheter/{number}"] = page(number).encode()
        site.add_sitemap("/sitemap.xml", [f"/nyheter/{number}" for number in range(3)])
        audited(f"{site.root}/sitemap.xml", tmp_path / "ut", engine)
    with open_tables(tmp_path / "ut") as tables:
        rows = tables.execute("SELECT status, published IS NULL, section FROM documents").fetchall()
    assert rows == [("checked", False, "Vei og trafikk")] * 3


def test_progress_tells_of_every_item(
    folder: Path, tmp_path: Path, engine: run_module.Engine
) -> None:
    """How many there are beforehand, and each once, however it was done."""
    told: dict[str, list[int]] = {"expect": [], "checked": [], "passed": []}
    sources = Sources((str(folder),))
    progress = Progress(*(told[name].append for name in told))
    run_audit(Job(sources, tmp_path / "ut", Work(Config())), engine, progress)
    assert told["expect"] == [5]
    assert sum(told["checked"]) == 4
    assert sum(told["passed"]) == 1  # like another


def test_pages_of_the_earlier_audit_are_asked_for_on_a_condition(
    tmp_path: Path, engine: run_module.Engine
) -> None:
    """With `--since`, a page that has not changed is not sent again."""
    with serving() as site:
        site.bodies["/nyheter/1"] = page(1).encode()
        site.add_sitemap("/sitemap.xml", ["/nyheter/1"])
        sources = Sources((f"{site.root}/sitemap.xml",), interval=0)
        for out, earlier in (("en", None), ("to", tmp_path / "en")):
            job = Job(sources, tmp_path / out, Work(Config()), earlier=earlier)
            assert run_audit(job, engine).statuses == {"checked": 1}
        asked = [headers for path, headers in site.asked if path == "/nyheter/1"]
    assert ["If-None-Match" in headers for headers in asked] == [False, True]


def test_views_are_there_for_other_programs(
    folder: Path, tmp_path: Path, engine: run_module.Engine
) -> None:
    """In a DuckDB file."""
    audited(folder, tmp_path / "ut", engine)
    with duckdb.connect(str(tmp_path / "ut" / "audit.duckdb"), read_only=True) as database:
        (count,) = database.execute("SELECT count(*) FROM documents").fetchone() or (0,)
    assert count == 5


def test_folder_that_cannot_be_written_is_told(folder: Path, engine: run_module.Engine) -> None:
    """Nothing can be made below a file."""
    with pytest.raises(AuditError, match="kan ikke skrives til"):
        audited(folder, folder / "a.md" / "ut", engine)


@pytest.mark.parametrize("most", [20_000, 60_000])
def test_full_disk_loses_nothing(
    folder: Path, tmp_path: Path, engine: run_module.Engine, most: int
) -> None:
    """However early there was no room; with room again, the audit goes on."""
    out = tmp_path / "ut"
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, limit[1]))
        with pytest.raises(AuditError, match="disken"):
            audited(folder, out, engine)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert audited(folder, out, engine).items == 5


class Crashing(Work):
    """Work whose checker ends its process at one item."""

    def checker(self) -> Checker:
        """Of a kind that does not survive it."""
        return _CrashingChecker()


class _CrashingChecker(Checker):
    def __init__(self) -> None:
        pass

    def check(self, items: list[Item]) -> list[Outcome]:  # type: ignore[override]  # lists will do
        if any(item.key == "b" for item in items):
            os.kill(os.getpid(), signal.SIGKILL)
        return [Outcome("checked", title=item.key) for item in items]


@pytest.mark.slow
def test_item_that_ends_its_process_costs_no_other() -> None:
    """It becomes an error; the rest of its batch, and all other batches, are checked."""
    batches = [
        [Item(key=key, data=b"", form="file") for key in keys] for keys in ("ab", "cd", "ef", "gh")
    ]
    outcomes = {
        item.key: outcome
        for batch, checked in check_in_pool(batches, Crashing(Config()), 2)
        for item, outcome in zip(batch, checked, strict=True)
    }
    assert {key for key, outcome in outcomes.items() if outcome.status == "error"} == {"b"}
    assert len(outcomes) == 8


@pytest.mark.slow
def test_killed_audit_ends_as_an_unbroken_one(tmp_path: Path) -> None:
    """`kill -9` of the program, with two workers, twice on the way."""
    folder = tmp_path / "nyheter"
    folder.mkdir()
    for number in range(150):
        text = f"# Vei {number}\n\nKommunen asfalterer vei {number} fra mandag {number}. mai.\n"
        (folder / f"{number:03}.md").write_text(text, encoding="utf-8")

    def start(out: Path) -> subprocess.Popen[bytes]:
        arguments = [sys.executable, "-m", "klartekst", "audit", str(folder), "-o", str(out)]
        return subprocess.Popen([*arguments, "--workers", "2"], stdout=subprocess.DEVNULL)

    out = tmp_path / "delt"
    for least in (20, 80):
        process = start(out)
        while process.poll() is None and checked(out) < least:
            time.sleep(0.05)
        process.kill()
        process.wait()
        assert least <= checked(out) < 150
    assert start(out).wait() == 0
    assert start(tmp_path / "hel").wait() == 0
    for name in TABLES:
        whole, parts = table_path(tmp_path / "hel", name), table_path(out, name)
        assert whole.read_bytes() == parts.read_bytes()


def checked(out: Path) -> int:
    """How many outcomes an audit has written down so far."""
    import sqlite3

    try:
        with sqlite3.connect(f"file:{out / 'audit.sqlite'}?mode=ro", uri=True) as database:
            query = "SELECT count(*) FROM item WHERE outcome IS NOT NULL"
            return int(database.execute(query).fetchone()[0])
    except sqlite3.Error:
        return 0
