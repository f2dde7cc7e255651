"""Make the training and development corpora: ``python -m training.prepare DATA OUT``.

DATA holds NorNE's UD files (``nob-train.conllu`` and so on, plain or ``.xz``). Bokmål and nynorsk
are trained together and measured apart. Documents are ten consecutive sentences. In half of the
training documents blank lines follow headlines and some other sentences, as the program feeds
text to the pipeline with its blocks joined by a blank line.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from spacy.tokens import DocBin

from training.augment import capitals, surface, swap_names
from training.conllu import BREAK, Sentence, find, read_conllu, to_doc
from training.harmonise import harmonise
from training.names import generator
from training.templates import make_docs
from training.tokenizer import blank

LANGUAGES = {"nb": "nob", "nn": "nno"}
SENTENCES_PER_DOC = 10
BREAK_SHARE = 0.2
RENAMED_SHARE = 0.35
HEADLINE_SHARE = 0.5
TEMPLATE_DOCUMENTS = 500


def groups(sentences: list[Sentence], size: int = SENTENCES_PER_DOC) -> list[list[Sentence]]:
    """Consecutive sentences in documents of ``size``, as ``spacy convert -n`` makes them."""
    return [sentences[start : start + size] for start in range(0, len(sentences), size)]


def add_breaks(group: list[Sentence], rng: random.Random) -> list[Sentence]:
    """The same sentences with line breaks, most of them double, after headlines and some others."""
    result = [sentence.copy() for sentence in group]
    for sentence in result:
        if sentence.break_after or sentence.is_headline() or rng.random() < BREAK_SHARE:
            sentence.break_after = BREAK if rng.random() < 0.85 else "\n"
    return result


def varied(group: list[Sentence], rng: random.Random, share: float) -> list[Sentence]:
    """Breaks in half of the documents, and surface rewrites in a share of them."""
    if rng.random() < 0.5:
        group = add_breaks(group, rng)
    if rng.random() < share:
        group = [surface(sentence, rng) for sentence in group]
    return group


def renamed(documents: list[list[Sentence]], rng: random.Random) -> list[list[Sentence]]:
    """New documents of sentences with persons, a share of all, with other names."""
    chosen = [
        surface(swap_names(sentence, rng), rng)
        for document in documents
        for sentence in document
        if sentence.has("PER") and rng.random() < RENAMED_SHARE
    ]
    return [add_breaks(group, rng) for group in groups(chosen)]


def headlines(documents: list[list[Sentence]], rng: random.Random) -> list[list[Sentence]]:
    """Short sentences in capitals, as headlines of the sentences that follow them."""
    result = []
    for document in documents:
        for place, sentence in enumerate(document[:-1]):
            share = HEADLINE_SHARE if sentence.has("PER") else HEADLINE_SHARE / 8
            if 3 <= len(sentence) <= 20 and rng.random() < share:
                title = capitals(swap_names(sentence, rng))
                title.break_after = BREAK
                rest = [swap_names(other, rng) for other in document[place + 1 : place + 3]]
                result.append([title, *rest])
    return result


def write(path: Path, documents: list[list[Sentence]], extra: int = 0, seed: int = 1) -> None:
    """Write documents to a ``.spacy`` file, with ``extra`` documents of filled templates."""
    nlp = blank()
    docs = [to_doc(nlp.vocab, document) for document in documents]
    docs += make_docs(nlp, extra, generator(seed))
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(path)
    print(f"{path}: {len(docs)} documents, {sum(map(len, docs))} tokens")


def load_train(data: Path) -> list[list[Sentence]]:
    """The training documents of both written standards, without breaks."""
    documents: list[list[Sentence]] = []
    for language, prefix in LANGUAGES.items():
        sentences = read_conllu(find(data, f"{prefix}-train.conllu"))
        for sentence in sentences:
            harmonise(sentence, language)
        documents += groups(sentences)
    return documents


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with the NorNE CoNLL-U files")
    parser.add_argument("out", type=Path, help="folder for the .spacy files")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    rng = generator(args.seed)
    documents = load_train(args.data)
    write(args.out / "train-syntax.spacy", [varied(group, rng, 0.2) for group in documents])
    names = [varied(group, rng, 0.2) for group in documents]
    names += renamed(documents, rng) + headlines(documents, rng)
    write(args.out / "train-ner.spacy", names, TEMPLATE_DOCUMENTS, args.seed)
    both: list[list[Sentence]] = []
    for language, prefix in LANGUAGES.items():
        dev = groups(read_conllu(find(args.data, f"{prefix}-dev.conllu")))
        write(args.out / f"dev-{language}.spacy", dev)
        both += dev
    write(args.out / "dev.spacy", both)


if __name__ == "__main__":
    main()
