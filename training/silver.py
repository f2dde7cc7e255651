"""Label raw text by vote: ``python -m training.silver RAW OUT MODEL MODEL MODEL [--words N]``.

Every model marks the entities of a paragraph; spans that most models agree on are kept, and
paragraphs in which they disagree about more than a quarter of the spans are left out. Only
paragraphs with entities are kept, nynorsk and bokmål in equal parts as far as the text reaches.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans

from training.conllu import find, open_text
from training.names import generator
from training.ops import use_numpy_blas
from training.prepare import LANGUAGES

BLOCKS_PER_DOC = 5


def paragraphs(path: Path, words: int, rng: random.Random) -> list[str]:
    """Random paragraphs with a name-like word past their first, ``words`` words in all."""
    with open_text(path) as lines:
        candidates = [line.strip() for line in lines]
    rng.shuffle(candidates)
    result = []
    count = 0
    for text in candidates:
        parts = text.split()
        if 8 <= len(parts) <= 80 and any(part[0].isupper() for part in parts[1:]):
            result.append(text)
            count += len(parts)
            if count >= words:
                break
    return result


def vote(docs: list[Doc]) -> Doc | None:
    """The first Doc with the entities of the majority, or none where opinions differ much."""
    votes = Counter((e.start, e.end, e.label_) for doc in docs for e in doc.ents)
    kept = [span for span, count in votes.items() if count > len(docs) / 2]
    if not kept or 4 * (len(votes) - len(kept)) > len(votes):
        return None
    doc = docs[0]
    doc.ents = filter_spans([doc.char_span(*_chars(doc, s, e), label=n) for s, e, n in kept])
    return doc


def _chars(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Character offsets of a token span."""
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def label(models: list[Language], texts: list[str]) -> list[Doc]:
    """Voted Docs of paragraphs, without any other annotation."""
    result = []
    streams = [nlp.pipe(texts, batch_size=128) for nlp in models]
    for docs in zip(*streams, strict=True):
        voted = vote(list(docs))
        if voted is not None:
            result.append(voted)
    return result


def join(nlp: Language, docs: list[Doc]) -> Doc:
    """Some paragraphs as one Doc, with blank lines between them."""
    text = ""
    spans = []
    for doc in docs:
        spans += [(len(text) + e.start_char, len(text) + e.end_char, e.label_) for e in doc.ents]
        text += doc.text + "\n\n"
    joined = nlp.make_doc(text.rstrip())
    marked = [joined.char_span(start, end, label=name) for start, end, name in spans]
    joined.ents = filter_spans([span for span in marked if span is not None])
    return joined


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--words", type=int, default=300_000, help="of each written standard")
    parser.add_argument("--gold", type=Path, help="a .spacy file to put in front")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    use_numpy_blas()
    models = [
        spacy.load(model, exclude=["tagger", "morphologizer", "parser", "trainable_lemmatizer"])
        for model in args.models
    ]
    rng = generator(args.seed)
    docs: list[Doc] = []
    for language in LANGUAGES:
        texts = paragraphs(find(args.raw, f"{language}.txt"), args.words, rng)
        voted = label(models, texts)
        print(f"{language}: {len(voted)} of {len(texts)} paragraphs kept", flush=True)
        docs += [
            join(models[0], voted[start : start + BLOCKS_PER_DOC])
            for start in range(0, len(voted), BLOCKS_PER_DOC)
        ]
    if args.gold:
        docs = [*DocBin().from_disk(args.gold).get_docs(models[0].vocab), *docs]
    DocBin(docs=docs).to_disk(args.out)
    print(f"{args.out}: {len(docs)} documents, {sum(map(len, docs))} tokens")


if __name__ == "__main__":
    main()
