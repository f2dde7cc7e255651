"""Score a pipeline on the dev split: ``python -m training.evaluate MODEL DATA [--json FILE]``.

Bokmål and nynorsk apart, with spaCy's own scorer, beside the published figures of
``nb_core_news_*`` (which know bokmål only). ``--renamed`` also gives every person of the dev split
a new name of one kind at a time and prints how many of these are found.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

from training import names
from training.augment import capitals, swap_names
from training.conllu import Sentence, find, read_conllu, to_doc
from training.ops import use_numpy_blas
from training.prepare import LANGUAGES, groups

COLUMNS = "NER P,NER R,NER F,PER P,PER R,PER F,POS,morph,lemma,UAS,LAS,sents,tokens".split(",")
PUBLISHED = {
    "nb_core_news_sm nb": {"NER F": 0.748, "PER F": 0.814, "POS": 0.967, "morph": 0.952}
    | {"lemma": 0.968, "LAS": 0.848, "sents": 0.926},
    "nb_core_news_md nb": {"NER F": 0.816, "PER F": 0.898, "POS": 0.973, "morph": 0.961}
    | {"lemma": 0.971, "LAS": 0.861, "sents": 0.940},
    "nb_core_news_lg nb": {"NER F": 0.839, "PER F": 0.922, "POS": 0.974, "morph": 0.962}
    | {"lemma": 0.972, "LAS": 0.861, "sents": 0.935},
}


def examples(nlp: Language, documents: list[list[Sentence]]) -> list[Example]:
    """Pairs of a document to predict, tokenised by the pipeline, and the gold one."""
    gold = [to_doc(nlp.vocab, document) for document in documents]
    return [Example(nlp.make_doc(doc.text), doc) for doc in gold]


def score(nlp: Language, documents: list[list[Sentence]]) -> dict[str, float]:
    """The figures of the table for one part of the data."""
    scores = nlp.evaluate(examples(nlp, documents))
    person = (scores.get("ents_per_type") or {}).get("PER", {})
    row = (scores.get("ents_p"), scores.get("ents_r"), scores.get("ents_f"))
    row += (person.get("p"), person.get("r"), person.get("f"))
    row += tuple(
        scores.get(key)
        for key in ("pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    )
    return dict(zip(COLUMNS, (*row, scores.get("token_acc")), strict=True))


def by_label(nlp: Language, documents: list[list[Sentence]]) -> dict[str, float]:
    """F of every entity label."""
    scores = nlp.evaluate(examples(nlp, documents))["ents_per_type"] or {}
    return {label: round(values["f"], 3) for label, values in sorted(scores.items())}


def found_when_renamed(nlp: Language, documents: list[list[Sentence]]) -> dict[str, float]:
    """Recall of persons, overlap counted, when all persons bear names of one kind."""
    chosen = [s for document in documents for s in document if s.has("PER")]
    unneeded = [name for name in ("parser", "trainable_lemmatizer") if name in nlp.pipe_names]
    result = {}
    for kind in (*names.KINDS, "capitals"):
        rng = names.generator(7)
        plain = kind == "capitals"
        renamed = [swap_names(sentence, rng, None if plain else kind) for sentence in chosen]
        gold = [to_doc(nlp.vocab, [capitals(s) if plain else s]) for s in renamed]
        found = []
        for doc, right in zip(
            nlp.pipe([g.text for g in gold], disable=unneeded), gold, strict=True
        ):
            spans = [ent for ent in doc.ents if ent.label_ == "PER"]
            found += [
                any(s.start_char < e.end_char and s.end_char > e.start_char for s in spans)
                for e in right.ents
                if e.label_ == "PER"
            ]
        result[kind] = sum(found) / len(found)
    return result


def line(name: str, values: list[float | None]) -> str:
    """One row of the table."""
    cells = ["  –  " if value is None else f"{value:5.3f}" for value in values]
    return f"{name:<24}" + " ".join(f"{cell:>6}" for cell in cells)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("data", type=Path, help="folder with the NorNE CoNLL-U files")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--renamed", action="store_true")
    parser.add_argument("--labels", action="store_true")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    use_numpy_blas()
    nlp = spacy.load(args.model)
    print(line(args.split, []) + " ".join(f"{column:>6}" for column in COLUMNS))
    result: dict[str, object] = {}
    for language, prefix in LANGUAGES.items():
        documents = groups(read_conllu(find(args.data, f"{prefix}-{args.split}.conllu")))
        start = time.perf_counter()
        values = score(nlp, documents)
        speed = sum(len(s) for d in documents for s in d) / (time.perf_counter() - start)
        print(line(f"this pipeline {language}", list(values.values())), f"{speed:7.0f} tokens/s")
        result[language] = values
        if args.labels:
            print("   ", by_label(nlp, documents))
        if args.renamed:
            found = found_when_renamed(nlp, documents)
            print("    persons found:", {kind: round(share, 3) for kind, share in found.items()})
            result[f"{language} renamed"] = found
    for name, row in PUBLISHED.items():
        print(line(name, [row.get(column) for column in COLUMNS]))
    if args.json:
        args.json.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
