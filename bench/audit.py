"""What an audit costs, beside the bare pipeline, and beside stock Presidio with textstat.

The same items go through all in one run: `nlp.pipe` of the pipeline alone; one worker's Checker;
a plain loop of Presidio's AnalyzerEngine and textstat; the whole command with one and two workers.
CPU seconds are told beside wall seconds, since the machine may have other work. Memory is the peak
of the command's largest process, over fewer and more items.

A command starts for some seconds, each worker anew, whatever it has to do; an audit of a year of
news does not notice. So the command is told twice: as a whole, and per item beyond the first few
batches, which is what two workers are compared by: (items - few) / (seconds - seconds for few).

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
from collections.abc import Callable, Mapping, Sequence
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
_FEW = 2 * _BATCH  # items that give each of two workers something to do


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
    print(f"{len(texts)} items, {words} words, {linter.pipeline.name}, {os.cpu_count()} cores")
    spent = _spent(_ways(linter), texts)
    base = spent["nlp.pipe alone"][1]
    for name, (wall, cpu) in spent.items():
        _tell(name, len(texts), words, wall, cpu, base)
    source = _write(texts, folder / "items.jsonl")
    few = _write(texts[:_FEW], folder / "few.jsonl")
    few_words = sum(len(text.split()) for text in texts[:_FEW])
    rates = []
    for workers in (1, 2):
        wall, cpu, _ = _command(source, folder / f"ut-{workers}", workers)
        _tell(f"whole command, {workers}", len(texts), words, wall, cpu, base)
        if len(texts) > _FEW:
            few_wall, few_cpu, _ = _command(few, folder / f"few-{workers}", workers)
            number, share = len(texts) - _FEW, 1 - few_words / words
            wall, cpu = wall - few_wall, cpu - few_cpu
            _tell("  after start-up", number, words - few_words, wall, cpu, base * share)
            rates.append(number / wall)
    if rates:
        print(f"two workers: {rates[1] / rates[0]:.2f} times one, after start-up")


def _ways(linter: Linter) -> dict[str, Callable[[Sequence[Item], Sequence[str]], object]]:
    """What is compared, by name: each takes items and their texts as they were read."""
    nlp = linter.pipeline.nlp
    checker = Checker(Config())
    stock = stock_presidio(linter)
    textstat.set_lang("en")

    def peer(_: Sequence[Item], texts: Sequence[str]) -> None:
        for text in texts:
            stock.analyze(text, "nb")
            textstat.lix(text)
            textstat.rix(text)

    return {
        "nlp.pipe alone": lambda _, texts: list(nlp.pipe(texts, batch_size=_BATCH)),
        "Checker, one process": lambda items, _: checker.check(items),
        "stock Presidio + textstat": peer,
    }


def _spent(
    ways: Mapping[str, Callable[[Sequence[Item], Sequence[str]], object]], texts: Sequence[str]
) -> dict[str, tuple[float, float]]:
    """Wall and CPU seconds of each way.

    They take turns, batch by batch, so that other work on the machine slows all of them alike.
    """
    items = [Item(f"{n}.md", text.encode(), "file") for n, text in enumerate(texts)]
    read_texts = [read(item.data, item.key, max_megabytes=1).text for item in items]
    spent = dict.fromkeys(ways, (0.0, 0.0))
    for way in ways.values():
        way(items[:_BATCH], read_texts[:_BATCH])
    for start in range(0, len(items), _BATCH):
        part = slice(start, start + _BATCH)
        for name, way in ways.items():
            wall, cpu = time.perf_counter(), time.process_time()
            way(items[part], read_texts[part])
            before = spent[name]
            spent[name] = (
                before[0] + time.perf_counter() - wall,
                before[1] + time.process_time() - cpu,
            )
    return spent


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
