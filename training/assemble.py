"""Join the trained parts into one pipeline: ``python -m training.assemble SYNTAX NER OUT``.

The result loads with plain ``spacy.load`` wherever klartekst is installed, whose component
``name_consistency`` comes last; nothing of this folder is needed at run time. The sentence ends
that the program (or the ``senter``) has set are kept by the parser.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

import klartekst.name_consistency  # noqa: F401  (registers the component)
from training.package import META
from training.tokenizer import build

ORDER = ("tok2vec", "morphologizer", "senter", "parser", "trainable_lemmatizer", "ner")


def assemble(syntax: Path, ner: Path) -> Language:
    """The whole pipeline, from the folders of its two trained parts."""
    nlp = spacy.load(syntax)
    nlp.add_pipe("ner", source=spacy.load(ner))
    if list(nlp.pipe_names) != list(ORDER):
        raise ValueError(f"unexpected components: {nlp.pipe_names}")
    ruler = nlp.add_pipe("attribute_ruler", before="ner")
    ruler.add(patterns=[[{"IS_SPACE": True}]], attrs={"POS": "SPACE", "MORPH": "_"})
    nlp.add_pipe("name_consistency", last=True)
    nlp.tokenizer = build(nlp)
    nlp.config["initialize"]["vectors"] = None
    nlp.config["initialize"]["before_init"] = None
    nlp.config["training"]["logger"] = {"@loggers": "spacy.ConsoleLogger.v1"}
    for name in ("train", "dev", "vectors"):
        nlp.config["paths"][name] = None
    nlp.meta.update({key: value for key, value in META.items() if key != "performance"})
    return nlp


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("syntax", type=Path)
    parser.add_argument("ner", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    nlp = assemble(args.syntax, args.ner)
    if args.out.exists():
        shutil.rmtree(args.out)
    nlp.to_disk(args.out)
    size = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file())
    print(f"{args.out}: {nlp.pipe_names}, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
