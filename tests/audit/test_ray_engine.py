"""The engine for a cluster gives the tables of the local one."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from klartekst.audit.export import table_path
from klartekst.audit.items import AuditError, Item
from klartekst.audit.local import Work
from klartekst.audit.ray_engine import Cluster, _item, _Place, _table
from klartekst.audit.run import Job, run_audit
from klartekst.audit.schema import TABLES
from klartekst.audit.sources import Sources
from klartekst.cli.audit import audit as command
from klartekst.model import Brief, Config, KeyMessage
from tests.audit.test_run import Crashing


def test_item_comes_through_staging_as_it_was() -> None:
    """With its date and its brief."""
    brief = Brief(messages=(KeyMessage(id="m1", text="Skolen åpner mandag."),))
    item = Item("a", b"\xff", "file", published=date(2024, 5, 17), brief=brief, error="")
    (row,) = _table([item]).to_pylist()
    assert _item(row) == item


def test_staging_is_left_empty(tmp_path: Path) -> None:
    """The items are not masked."""
    place = _Place(str(tmp_path), "bølge")
    place.write([Item("a", b"hemmelig", "file")])
    assert list(tmp_path.rglob("*.parquet"))
    place.remove()
    assert not list(tmp_path.iterdir())


def test_staging_can_be_object_storage() -> None:
    """Any that fsspec knows; here its memory."""
    place = _Place("memory://klartekst", "bølge")
    place.write([Item("a", b"x", "file")])
    assert place.system.exists(place.items)
    place.remove()
    assert not place.system.exists(place.items)


def test_unknown_storage_is_told() -> None:
    """With what to give instead."""
    with pytest.raises(AuditError, match="fsspec"):
        _Place("tull://x", "bølge").write([])


def test_missing_ray_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(AuditError, match=r"pip install klartekst\[ray\]"):
        list(Cluster("", "x", 1).check([], Work(Config())))


def test_cluster_needs_a_place_that_it_can_reach() -> None:
    """A folder on this machine is out of its reach."""
    arguments = ["run", ".", "--engine", "ray", "--address", "ray-head:6379"]
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 2
    assert "--staging" in result.output


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_item_that_ends_its_actor_costs_no_other(tmp_path: Path) -> None:
    """It becomes an error, as with the local engine."""
    batches = [[Item(key=key, data=b"", form="file") for key in keys] for keys in ("ab", "cd")]
    outcomes = {
        item.key: outcome.status
        for batch, checked in Cluster("", str(tmp_path), 2).check(batches, Crashing(Config()))
        for item, outcome in zip(batch, checked, strict=True)
    }
    assert outcomes == {"a": "checked", "b": "error", "c": "checked", "d": "checked"}
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # Ray's own
def test_tables_equal_those_of_the_local_engine(tmp_path: Path) -> None:
    """Byte for byte, with two actors, an error and a duplicate among the items."""
    folder = tmp_path / "nyheter"
    folder.mkdir()
    for number in range(70):
        text = f"# Vei {number}\n\nKommunen skal erverve vei {number // 2 * 2} i mai.\n"
        (folder / f"{number:03}.md").write_text(text, encoding="utf-8")
    (folder / "brudd.docx").write_bytes(b"PK\x03\x04 ikke Word")
    sources, work = Sources((str(folder),)), Work(Config(select=("klarsprak",)))
    run_audit(Job(sources, tmp_path / "her", work))
    cluster = Cluster("", str(tmp_path / "staging"), 2)
    run_audit(Job(sources, tmp_path / "ray", work), cluster.check)
    for name in TABLES:
        here, there = table_path(tmp_path / "her", name), table_path(tmp_path / "ray", name)
        assert here.read_bytes() == there.read_bytes()
    assert not list((tmp_path / "staging").iterdir())
