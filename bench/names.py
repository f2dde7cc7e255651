"""How many names of people the pipeline finds by itself, by kind of name.

The texts are corpora/names/names.toml. A name is found when a PER entity overlaps it, and exact
when one has the same bounds. A PER entity that overlaps no name is a false alarm.

    python bench/names.py [--pipeline auto] [--language nb|nn] [--quiet]
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from klartekst.document import assemble_extracted
from klartekst.model import Role, Span
from klartekst.pipeline import Pipeline, load_pipeline

_TEXTS = Path(__file__).resolve().parents[1] / "corpora" / "names" / "names.toml"
_MARK = re.compile(r"\[\[(.+?)\]\]")


@dataclass(frozen=True)
class NamedText:
    """A text with the spans of the names in it; blocks are parted by empty lines."""

    kind: str
    language: str
    text: str
    names: tuple[Span, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of one text: the names found, exactly found and missed, and the false alarms."""

    kind: str
    found: int
    exact: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def unmark(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its [[marks]], and where they were."""
    plain = ""
    spans = []
    position = 0
    for mark in _MARK.finditer(text):
        plain += text[position : mark.start()]
        spans.append(Span(len(plain), len(plain) + len(mark.group(1))))
        plain += mark.group(1)
        position = mark.end()
    return plain + text[position:], tuple(spans)


def named_texts(path: Path = _TEXTS) -> list[NamedText]:
    """The texts of the file."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["text"]
    return [
        NamedText(table["kind"], table["language"], *unmark(table["text"].strip()))
        for table in tables
    ]


def outcome(pipeline: Pipeline, text: NamedText) -> Outcome:
    """Compare the PER entities of a text with its marks."""
    blocks = [(Role.PARAGRAPH, block, "") for block in text.text.split("\n\n")]
    doc = pipeline.parse(assemble_extracted("navn", blocks))
    if doc.text != text.text:
        raise ValueError(f"Offsets have moved in {text.text!r}")
    people = [Span(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PER"]

    def words(span: Span) -> str:
        context = text.text[max(0, span.start - 25) : span.end + 25].replace("\n", "¶")
        return f"{text.text[span.start : span.end]}  ({context})"

    missed = [name for name in text.names if not _overlaps(name, people)]
    return Outcome(
        text.kind,
        found=len(text.names) - len(missed),
        exact=len(set(text.names) & set(people)),
        missed=tuple(words(name) for name in missed),
        wrong=tuple(words(span) for span in people if not _overlaps(span, text.names)),
    )


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def report(outcomes: Iterable[Outcome], *, with_misses: bool = True) -> str:
    """A table by kind, and under it what was missed and what was wrongly found."""
    names: Counter[str] = Counter()
    found: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    details: list[str] = []
    for result in outcomes:
        for kind in (result.kind, "all"):
            names[kind] += result.found + len(result.missed)
            found[kind] += result.found
            exact[kind] += result.exact
            wrong[kind] += len(result.wrong)
        details += [f"  missed {result.kind}: {words}" for words in result.missed]
        details += [f"  wrong  {result.kind}: {words}" for words in result.wrong]
    lines = [f"{'kind':<12}{'names':>7}{'found':>7}{'recall':>8}{'exact':>8}{'wrong':>7}"]
    for kind, total in names.items():
        recall, same = (f"{n / total:.3f}" if total else "-" for n in (found[kind], exact[kind]))
        lines.append(f"{kind:<12}{total:>7}{found[kind]:>7}{recall:>8}{same:>8}{wrong[kind]:>7}")
    if found["all"]:
        precision = found["all"] / (found["all"] + wrong["all"])
        lines.append(f"precision (found and not wrong): {precision:.3f}")
    return "\n".join([*lines, *sorted(details, reverse=True)] if with_misses else lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", default="auto")
    parser.add_argument("--language", choices=["nb", "nn"])
    parser.add_argument("--quiet", action="store_true", help="no list of misses and false alarms")
    arguments = parser.parse_args()
    pipeline = load_pipeline(arguments.pipeline, frozenset({"names"}))
    texts = [text for text in named_texts() if arguments.language in (None, text.language)]
    outcomes = [outcome(pipeline, text) for text in texts]
    print(f"{pipeline.name}, {len(texts)} texts")
    print(report(outcomes, with_misses=not arguments.quiet))


if __name__ == "__main__":
    main()
