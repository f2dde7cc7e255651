"""Train subword vectors: ``python -m training.vectors NORNE RAW OUT``.

NORNE holds the treebank, RAW the plain text (``nb.txt`` and ``nn.txt``, plain or ``.xz``, one
paragraph a line). Besides the running text, copies of treebank sentences with other persons'
names and filled templates go in, so that the vectors of name pieces know that they are names.
The result is an empty pipeline with our tokenizer and a floret table.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

import floret
from spacy.training.initialize import convert_vectors

from training import templates
from training.augment import swap_names
from training.conllu import find, open_text, read_conllu
from training.names import generator
from training.prepare import LANGUAGES
from training.tokenizer import blank

TOKEN = re.compile(r"\w+(?:[-'’./:]\w+)*|[^\w\s]")
REPEAT_RAW = {"nb": 1, "nn": 2}
REPEAT_TREEBANK = 3
REPEAT_RENAMED = 6
TEMPLATE_LINES = 40_000


def raw_lines(folder: Path) -> Iterator[str]:
    """Tokenised lines of the raw text; nynorsk twice, as there is so little of it."""
    for language, times in REPEAT_RAW.items():
        with open_text(find(folder, f"{language}.txt")) as lines:
            for line in lines:
                words = TOKEN.findall(line)
                if len(words) > 2:
                    yield from [" ".join(words)] * times


def treebank_lines(folder: Path, rng: random.Random) -> Iterator[str]:
    """Sentences of the training files, and those with persons again with other names."""
    for prefix in LANGUAGES.values():
        for sentence in read_conllu(find(folder, f"{prefix}-train.conllu")):
            yield from [" ".join(sentence.words)] * REPEAT_TREEBANK
            if sentence.has("PER"):
                for _ in range(REPEAT_RENAMED):
                    yield " ".join(swap_names(sentence, rng).words)


def template_lines(rng: random.Random) -> Iterator[str]:
    """Filled templates of press releases."""
    lines = templates.templates()
    for _ in range(TEMPLATE_LINES):
        text, _ = templates.fill(rng.choice(lines), rng)
        yield " ".join(TOKEN.findall(text))


def write_corpus(treebank: Path, raw: Path, path: Path, seed: int) -> None:
    """All lines, shuffled, in one file."""
    rng = generator(seed)
    lines = [*raw_lines(raw), *treebank_lines(treebank, rng), *template_lines(rng)]
    rng.shuffle(lines)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(lines)} lines", flush=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("raw", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dim", type=int, default=128)
    parser.add_argument("--buckets", type=int, default=60_000)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    corpus = args.out.with_suffix(".txt")
    write_corpus(args.treebank, args.raw, corpus, args.seed)
    model = floret.train_unsupervised(
        str(corpus),
        model="skipgram",
        mode="floret",
        hashCount=2,
        bucket=args.buckets,
        minn=3,
        maxn=5,
        minCount=3,
        dim=args.dim,
        epoch=args.epochs,
        ws=3,
        thread=args.threads,
        verbose=0,
    )
    table = args.out.with_suffix(".floret")
    model.save_floret_vectors(str(table))
    nlp = blank()
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    nlp.to_disk(args.out)
    corpus.unlink()
    table.unlink()
    print(f"{args.out}: {nlp.vocab.vectors.shape}")


if __name__ == "__main__":
    main()
