"""Breaks real files at random and reads them: python bench/fuzz_readers.py [--files N].

A reader must give a Document or raise ReadError, in bounded time and memory, without the network
and without opening any file. Prints how many did which, the slowest, and the peak of memory.
"""

from __future__ import annotations

import builtins
import random
import resource
import signal
import socket
import sys
import time
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click

from klartekst.errors import ReadError
from klartekst.readers import read

_FILES = Path(__file__).resolve().parents[1] / "tests" / "readers" / "files"
_TEXTS = Path(__file__).resolve().parents[1] / "corpora" / "drafts"
_SECONDS = 30  # a reader that takes longer for a small file hangs
_SPICE = (
    b"\x00", b"\xff\xff\xff\xff", b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
    b"\\u-99999 ", b"{" * 400, b"}" * 9, b"<w:p>" * 200, b"endobj", b"/Kids [1 0 R]", b"\r\n\r\n",
    b"Content-Type: multipart/mixed; boundary=x\r\n", b"9" * 400, "«æøå»".encode(), b"--x--",
)  # fmt: skip


@click.command()
@click.option("--files", default=20_000, help="How many broken files to read.")
@click.option("--seed", default=1, help="For the same files again.")
def main(files: int, seed: int) -> None:
    """Read broken files and tell how it went; exit code 1 if any reader failed."""
    chance = random.Random(seed)  # noqa: S311  no secret hangs on it
    samples = _samples()
    signal.signal(signal.SIGALRM, _out_of_time)
    forbid_the_world()
    outcomes: Counter[str] = Counter()
    slowest, slowest_name, failures = 0.0, "", []
    for number in range(files):
        name, data = samples[number % len(samples)]
        broken = mutate(data, chance)
        started = time.perf_counter()
        signal.alarm(_SECONDS)
        try:
            read(broken, name, max_megabytes=50)
            outcomes[f"{name.rpartition('.')[2]} read"] += 1
        except ReadError:
            outcomes[f"{name.rpartition('.')[2]} refused"] += 1
        except BaseException as error:  # noqa: BLE001  whatever else a reader lets out is a fault
            failures.append(f"{name} no. {number}: {type(error).__name__}: {error}")
        signal.alarm(0)
        took = time.perf_counter() - started
        if took > slowest:
            slowest, slowest_name = took, f"{name} no. {number}"
    for outcome, count in sorted(outcomes.items()):
        print(f"{outcome:16}{count:>7}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{files} files, slowest {slowest:.1f} s ({slowest_name}), peak memory {peak:.0f} MB")
    for failure in failures[:20]:
        print("FAILED", failure)
    sys.exit(1 if failures else 0)


def mutate(data: bytes, chance: random.Random) -> bytes:
    """A broken copy: bytes changed, cut, repeated or spiced; of a zip file, one part of it."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _mutate_part(data, chance)
    broken = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(broken) + 1)
        match chance.randrange(5):
            case 0:
                broken[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del broken[at : at + chance.randint(1, 200)]
            case 2:
                broken[at:at] = broken[at : at + chance.randint(1, 400)] * chance.randint(1, 4)
            case 3:
                broken[at:at] = chance.choice(_SPICE)
            case _:
                swap = chance.randrange(len(broken) + 1)
                broken[at : at + 40], broken[swap : swap + 40] = (
                    broken[swap : swap + 40],
                    broken[at : at + 40],
                )
    return bytes(broken[:2_000_000])


def _mutate_part(data: bytes, chance: random.Random) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(packed, "w", 8) as new:
        names = old.namelist()
        chosen = chance.choice([name for name in names if name.endswith((".xml", ".rels"))])
        for name in names:
            content = old.read(name)
            new.writestr(name, mutate(content, chance) if name == chosen else content)
    return packed.getvalue()


def forbid_the_world() -> None:
    """Let nothing open a connection, and no reader a file."""
    real_open = builtins.open

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a reader reached out of its file")

    def careful(file: Any, *rest: Any, **named: Any) -> Any:
        # Modules are loaded as they are needed, from where Python lies.
        if isinstance(file, int) or "site-packages" in str(file) or "/lib/python" in str(file):
            return real_open(file, *rest, **named)
        return refuse()

    for name, data in _samples():  # load the libraries first
        read(data, name, max_megabytes=50)
    vars(socket).update(socket=refuse, getaddrinfo=refuse)
    vars(builtins)["open"] = careful


def _samples() -> list[tuple[str, bytes]]:
    files = sorted(_FILES.glob("*.*")) + sorted(_TEXTS.glob("*.md"))[:2]
    return [(path.name, path.read_bytes()) for path in files if path.suffix != ".toml"]


def _out_of_time(_: int, __: FrameType | None) -> NoReturn:
    raise TimeoutError(f"more than {_SECONDS} seconds")


if __name__ == "__main__":
    main()
