"""How long `klartekst check DRAFT` takes as a whole process, beside spaCy alone.

The peer loads the same pipeline and parses the same text: python -c "spacy.load(P)(TEXT)". The two
alternate in one run, so that a busy machine hurts both alike; what counts is the median ratio.

    python bench/cold.py [DRAFT] [--rounds 15]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from klartekst.pipeline import BUILTIN
from klartekst.readers import read
from klartekst.resources import builtin_root

_ROOT = Path(__file__).resolve().parents[1]
_PEER = "import sys, spacy; spacy.load(sys.argv[1])(sys.argv[2])"


def main() -> None:
    """Print the median times and the median of the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = _ROOT / "corpora" / "drafts" / "sommerskole.md"
    parser.add_argument("draft", nargs="?", type=Path, default=default)
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    text = read(arguments.draft.read_bytes(), arguments.draft.name, max_megabytes=1).text
    model = str(builtin_root("models") / BUILTIN)
    ours = [sys.executable, "-m", "klartekst", "check", str(arguments.draft), "--format", "json"]
    peer = [sys.executable, "-W", "ignore", "-c", _PEER, model, text]
    _seconds(ours), _seconds(peer)  # fill the disk cache
    pairs = [(_seconds(ours), _seconds(peer)) for _ in range(arguments.rounds)]
    print(f"draft: {arguments.draft.name}, {len(text.split())} words, {len(pairs)} rounds")
    print(f"klartekst check: {statistics.median(mine for mine, _ in pairs):.2f} s (median)")
    print(f"spaCy alone:     {statistics.median(its for _, its in pairs):.2f} s (median)")
    print(f"ratio:           {statistics.median(mine / its for mine, its in pairs):.2f} (median)")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    result = subprocess.run(command, capture_output=True, check=False)
    if result.returncode not in {0, 1, 3}:
        sys.exit(f"{command[:4]} failed: {result.stderr.decode()}{result.stdout.decode()[:500]}")
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
