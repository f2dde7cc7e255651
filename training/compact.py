"""Fewer dimensions for the word vectors: ``python -m training.compact MODEL OUT NORNE``.

The pipeline looks at a vector only through the matrices W of its static_vectors layers. Of all
projections to k dimensions, this takes the one that changes what those layers give for the words
of running text the least: with C the covariance of word vectors in the texts, the k leading left
singular vectors L of C^(1/2) W^T (reduced-rank regression; Izenman 1975). The table becomes
V C^(-1/2) L, and each W becomes W C^(1/2) L. Averages over letter sequences are linear, so floret's
subwords work as before. Nothing is trained anew.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.vectors import Vectors

from training.conllu import find, read_conllu

DIMENSIONS = 40
_SMALLEST_VARIANCE = 1e-9


def compact(nlp: Language, texts: list[str], dimensions: int) -> float:
    """Shrink the vectors of a pipeline in place.

    Returns the share of the layers' output, in squared length over the texts, that is kept.
    """
    vectors = nlp.vocab.vectors
    layers = static_vectors_layers(nlp)
    weights = np.vstack([layer.get_param("W") for layer in layers]).astype("float64")
    words = np.vstack([vectors.get_batch([t.orth for t in nlp.make_doc(text)]) for text in texts])
    root, inverse_root = _roots(words.astype("float64"))
    left, lengths, _ = np.linalg.svd(root @ weights.T)
    left = left[:, :dimensions]
    for layer in layers:
        layer._dims["nM"] = dimensions  # noqa: SLF001  thinc lets no set dimension be changed
        layer.set_param("W", (layer.get_param("W") @ root @ left).astype("float32"))
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings,
        data=(vectors.data @ inverse_root @ left).astype("float32"),
        name=vectors.name,
        mode="floret",
        minn=vectors.minn,
        maxn=vectors.maxn,
        hash_count=vectors.hash_count,
        hash_seed=vectors.hash_seed,
        bow=vectors.bow,
        eow=vectors.eow,
        attr=vectors.attr,
    )
    return float((lengths[:dimensions] ** 2).sum() / (lengths**2).sum())


def static_vectors_layers(nlp: Language) -> list[Any]:
    """The layers of all components that look at word vectors, each once."""
    nodes = {
        id(node): node
        for _, pipe in nlp.components
        if hasattr(pipe, "model")
        for node in pipe.model.walk()
        if node.name == "static_vectors"
    }
    return list(nodes.values())


def _roots(words: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The square root of the covariance of some vectors, and its inverse."""
    variances, axes = np.linalg.eigh(words.T @ words / len(words))
    spread = np.sqrt(np.maximum(variances, _SMALLEST_VARIANCE))
    return (axes * spread) @ axes.T, (axes / spread) @ axes.T


def main() -> None:
    """Compact a pipeline on disk."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("norne", type=Path, help="folder of the treebank's training files")
    parser.add_argument("--dimensions", type=int, default=DIMENSIONS)
    parser.add_argument("--sentences", type=int, default=6000, help="of each file")
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model)
    texts = [
        "".join(
            word + " " * space for word, space in zip(sentence.words, sentence.spaces, strict=True)
        )
        for name in ("nob-train.conllu", "nno-train.conllu")
        for sentence in read_conllu(find(arguments.norne, name))[: arguments.sentences]
    ]
    kept = compact(nlp, texts, arguments.dimensions)
    nlp.to_disk(arguments.out)
    print(f"{arguments.dimensions} dimensions keep {100 * kept:.1f} % of what the layers see")


if __name__ == "__main__":
    main()
