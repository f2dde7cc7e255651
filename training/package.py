"""Describe and pack a pipeline: ``python -m training.package MODEL SCORES [--wheel DIST]``.

Writes the metadata, the scores of ``training.evaluate --json`` and the model card into the
pipeline's folder; with ``--wheel`` also an installable wheel, by ``spacy package``. The wheel
carries the code of ``name_consistency``, so that it works without klartekst too.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import srsly

from klartekst import name_consistency

CARD = Path(__file__).parent / "card.md"
META = {
    "lang": "nb",
    "name": "klartekst_sm",
    "version": "0.1.0",
    "description": "Norwegian pipeline for both written standards, bokmål and nynorsk, made for "
    "press releases and other texts of public bodies. Components: tok2vec, morphologizer, senter, "
    "parser, trainable_lemmatizer, attribute_ruler, ner, name_consistency.",
    "author": "The klartekst authors",
    "license": "MIT",
    "sources": [
        {
            "name": "Norwegian Dependency Treebank, converted to Universal Dependencies",
            "url": "https://github.com/UniversalDependencies/UD_Norwegian-Bokmaal",
            "author": "National Library of Norway, University of Oslo (Øvrelid, Hohle, et al.)",
            "license": "annotations CC0",
        },
        {
            "name": "NorNE",
            "url": "https://github.com/ltgoslo/norne",
            "author": "Jørgensen, Aasmoe, Husevåg, Øvrelid, Velldal (University of Oslo), "
            "National Library of Norway, Schibsted",
            "license": "CC0",
        },
        {
            "name": "NoReC, as raw text",
            "url": "https://github.com/ltgoslo/norec",
            "author": "University of Oslo",
            "license": "CC BY-NC 4.0; models made from it may be used for any purpose",
        },
        {
            "name": "Norwegian laws and regulations and sentences of the Storting, as raw text",
            "url": "https://data.norge.no/nlod",
            "author": "Lovdata, Stortinget",
            "license": "NLOD 2.0",
        },
        {
            "name": "Letters and documentation of NAV and of design systems, as raw text",
            "url": "https://github.com/navikt",
            "author": "NAV and others",
            "license": "MIT",
        },
        {
            "name": "Names, tables 10467 and 12891, for augmentation",
            "url": "https://www.ssb.no/en/diverse/lisens",
            "author": "Statistics Norway (SSB)",
            "license": "CC BY 4.0; adapted by norwegian-fake-data",
        },
    ],
}
KEYS = {
    "POS": "pos_acc",
    "morph": "morph_acc",
    "lemma": "lemma_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "sents": "sents_f",
    "NER P": "ents_p",
    "NER R": "ents_r",
    "NER F": "ents_f",
    "PER F": "ents_per_f",
    "tokens": "token_acc",
}


def describe(model: Path, scores: dict[str, dict[str, float]]) -> None:
    """Write metadata, scores and card into the folder of the pipeline."""
    meta = srsly.read_json(model / "meta.json")
    meta.update(META)
    meta["performance"] = {
        f"{language}_{key}": round(scores[language][column], 4)
        for language in ("nb", "nn")
        for column, key in KEYS.items()
    }
    srsly.write_json(model / "meta.json", meta)
    columns = [column for column in KEYS if column in scores["nb"]]
    rows = ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for language in ("nb", "nn"):
        cells = " | ".join(f"{100 * scores[language][column]:.1f}" for column in columns)
        rows.append(f"| {language} | {cells} |")
    card = CARD.read_text(encoding="utf-8").replace("{{scores}}", "\n".join(rows))
    (model / "README.md").write_text(card, encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("scores", type=Path)
    parser.add_argument("--wheel", type=Path, help="folder for the wheel")
    args = parser.parse_args()
    describe(args.model, srsly.read_json(args.scores))
    if args.wheel:
        args.wheel.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "spacy", "package", str(args.model), str(args.wheel)]
        code = ["--code", name_consistency.__file__]
        subprocess.run([*command, *code, "--build", "wheel", "--force"], check=True)


if __name__ == "__main__":
    main()
