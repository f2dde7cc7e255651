"""An audit of a served site, killed twice with `kill -9`, beside an unbroken one and one with Ray.

Generated pages are served on this machine and audited from their sitemap: most are news, some
heavy, leaking, English, alike, moved, gone, or without an article. Then all rows of all
tables are compared. Ends with 1 where they differ.

    python -m bench.audit_resume [--items 2000] [--workers 2]
"""

from __future__ import annotations

import argparse
import importlib.util
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow.parquet as pq

from klartekst.audit.export import table_path
from klartekst.audit.schema import TABLES
from tests.audit.site import publish_news, serving


def main() -> None:
    """Print how each audit went, and whether they are equal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made, serving() as site:
        folder = Path(made)
        site.add_sitemap("/sitemap.xml", publish_news(site, chosen.items))
        command = [sys.executable, "-m", "klartekst", "audit", f"{site.root}/sitemap.xml"]
        command += ["--interval", "0", "--workers", str(chosen.workers)]
        broken = folder / "broken"
        for least in (chosen.items // 4, chosen.items // 2):
            _kill_at([*command, "-o", str(broken)], broken, least)
        _run(command, broken)
        asked = len(site.asked)
        _run(command, folder / "whole")
        print(
            f"pages asked for: {asked} by the broken audit, {len(site.asked) - asked} by the other"
        )
        equal = _compare(folder / "whole", broken)
        if importlib.util.find_spec("ray"):
            _run([*command, "--engine", "ray"], folder / "ray")
            equal &= _compare(folder / "whole", folder / "ray")
    sys.exit(not equal)


def _run(command: list[str], out: Path) -> None:
    begun = time.perf_counter()
    done = subprocess.run([*command, "-o", str(out)], check=True, capture_output=True, text=True)
    told = next(line for line in done.stdout.splitlines() if " saker på " in line)
    print(f"{out.name}: {time.perf_counter() - begun:.0f} s. {told}", flush=True)


def _kill_at(command: list[str], out: Path, least: int) -> None:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while process.poll() is None and _checked(out) < least:
        time.sleep(0.05)
    process.kill()
    process.wait()
    print(f"{out.name}: killed with {_checked(out)} items checked", flush=True)


def _checked(out: Path) -> int:
    try:
        with sqlite3.connect(f"file:{out / 'audit.sqlite'}?mode=ro", uri=True) as state:
            query = "SELECT count(*) FROM item WHERE outcome IS NOT NULL"
            return int(state.execute(query).fetchone()[0])
    except sqlite3.Error:
        return 0


def _compare(one: Path, other: Path) -> bool:
    """Whether all rows of all tables are the same, and whether the files are, byte for byte."""
    equal = True
    for name in TABLES:
        first, second = table_path(one, name), table_path(other, name)
        rows, others = pq.read_table(first), pq.read_table(second)
        same = rows.equals(others)
        bytes_ = "same bytes" if first.read_bytes() == second.read_bytes() else "other bytes"
        print(
            f"{other.name} {name}: {rows.num_rows} rows, {'equal' if same else 'UNEQUAL'}, {bytes_}"
        )
        equal &= same
    return equal


if __name__ == "__main__":
    main()
