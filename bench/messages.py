"""What looking for five messages costs in a draft of 400 words, beside the pipeline alone.

python bench/messages.py [--rounds 30]
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from klartekst.checks.messages.carried import carried_messages
from klartekst.linter import Linter
from klartekst.model import Brief, KeyMessage

_DRAFTS = Path(__file__).resolve().parents[1] / "corpora" / "drafts"
_WORDS = 400
_BRIEF = Brief(
    tuple(
        KeyMessage(f"m{number}", text)
        for number, text in enumerate(
            (
                "Sykkelvegen åpner mandag 3. juni.",
                "Både barn og voksne kan bruke den.",
                "Fylkeskommunen betaler halvparten av kostnadene.",
                "Naboene har fått være med på planleggingen.",
                "Vi ber bilister kjøre saktere.",
            ),
            start=1,
        )
    )
)


def main() -> None:
    """Print median milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    linter = Linter()
    draft = linter.read(_draft().encode(), "utkast.md", _BRIEF)

    def parse() -> object:
        return linter.pipeline.parse(draft.document)

    def match() -> object:
        return carried_messages(replace(draft))

    for name, way in (("pipeline alone", parse), ("five messages", match)):
        way()
        milliseconds = statistics.median(_milliseconds(way) for _ in range(rounds))
        print(f"{name:<16}{milliseconds:8.1f} ms")


def _draft() -> str:
    words = " ".join(path.read_text(encoding="utf-8") for path in sorted(_DRAFTS.glob("*.md")))
    paragraphs, count, kept = words.split("\n\n"), 0, []
    for paragraph in paragraphs:
        kept.append(paragraph)
        count += len(paragraph.split())
        if count >= _WORDS:
            break
    return "\n\n".join(kept)


def _milliseconds(way: Callable[[], object]) -> float:
    start = time.perf_counter()
    way()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
