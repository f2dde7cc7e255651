"""What an audit costs, beside the bare pipeline, and beside stock Presidio with textstat.

The same items go through all in one run: `nlp.pipe` of the pipeline alone; one worker's Checker;
a plain loop of Presidio's AnalyzerEngine and textstat; the whole command with one and two workers.
CPU seconds are told beside wall seconds, since the machine may have other work. Memory is the peak
of the command's largest process, over fewer and more items.

    python -m bench.audit [--items 400] [--memory 1000 10000 [100000]]
    python -m bench.audit --items 0 --memory 10000 100000     memory alone
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import textstat

from bench.privacy import stock_analyzer as stock_presidio
from klartekst.audit.checking import Checker
from klartekst.audit.items import Item
from klartekst.linter import Linter
from klartekst.model import Config
from klartekst.readers import read

_DRAFTS = Path(__file__).resolve().parents[1] / "corpora" / "drafts"
_BATCH = 32


def main() -> None:
    """Print items and words per second, ratios, and peak memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=400)
    parser.add_argument("--memory", type=int, nargs="*", default=[])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.items:
            _rates(_texts(arguments.items), Path(folder))
        for items in arguments.memory:
            source = _write(_texts(items, words=40), Path(folder) / f"{items}.jsonl")
            wall, _, peak = _command(source, Path(folder) / f"ut-{items}", 1)
            print(f"{items:>7} items: peak memory {peak:.0f} MB, {wall:.0f} s", flush=True)


def _rates(texts: Sequence[str], folder: Path) -> None:
    words = sum(len(text.split()) for text in texts)
    linter = Linter(Config())
    nlp = linter.pipeline.nlp
    checker = Checker(Config())
    stock = stock_presidio(linter)
    items = [Item(f"{n}.md", text.encode(), "file") for n, text in enumerate(texts)]
    documents = [read(item.data, item.key, max_megabytes=1) for item in items]

    def bare() -> None:
        for _ in nlp.pipe((document.text for document in documents), batch_size=_BATCH):
            pass

    def ours() -> None:
        for start in range(0, len(items), _BATCH):
            checker.check(items[start : start + _BATCH])

    def peer() -> None:
        textstat.set_lang("en")
        for document in documents:
            stock.analyze(document.text, "nb")
            textstat.lix(document.text)
            textstat.rix(document.text)

    ways: dict[str, Callable[[], None]] = {
        "nlp.pipe alone": bare,
        "Checker, one process": ours,
        "stock Presidio + textstat": peer,
    }
    checker.check(items[:_BATCH])
    print(f"{len(texts)} items, {words} words, {linter.pipeline.name}, {os.cpu_count()} cores")
    base = 0.0
    for name, way in ways.items():
        wall, cpu = time.perf_counter(), time.process_time()
        way()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        base = base or cpu
        _tell(name, len(texts), words, wall, cpu, base)
    source = _write(texts, folder / "items.jsonl")
    for workers in (1, 2):
        wall, cpu, _ = _command(source, folder / f"ut-{workers}", workers)
        _tell(f"whole command, {workers}", len(texts), words, wall, cpu, base)


def _tell(  # noqa: PLR0913, PLR0917  one for each column
    name: str, items: int, words: int, wall: float, cpu: float, base: float
) -> None:
    print(
        f"{name:<26} {items / wall:6.1f} items/s {words / wall:7.0f} words/s   "
        f"{wall:6.1f} s wall {cpu:6.1f} s CPU   {base / cpu:.2f} of nlp.pipe per CPU second",
        flush=True,
    )


def _command(source: Path, out: Path, workers: int) -> tuple[float, float, float]:
    """Wall and CPU seconds of a whole audit, and its peak memory in megabytes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    command = [sys.executable, "-m", "klartekst", "audit", str(source), "-o", str(out)]
    subprocess.run([*command, "--workers", str(workers)], check=True, stdout=subprocess.DEVNULL)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, after.ru_maxrss / 1024


def _texts(count: int, words: int = 400) -> list[str]:
    """Items made of the sample drafts, each with its own number, of some 400 words or fewer."""
    paths = (path for path in sorted(_DRAFTS.glob("*.md")) if path.stem != "README")
    drafts = [path.read_text(encoding="utf-8") for path in paths]
    return [
        f"# Sak nummer {number}\n\n" + " ".join(drafts[number % len(drafts)].split(" ")[:words])
        for number in range(count)
    ]


def _write(texts: Sequence[str], path: Path) -> Path:
    with path.open("w", encoding="utf-8") as out:
        for text in texts:
            out.write(json.dumps({"tekst": text}, ensure_ascii=False) + "\n")
    return path


if __name__ == "__main__":
    main()
