"""Teach a tok2vec what belongs in a gap: ``python -m training.pretrain RAW VECTORS START OUT``.

Words of raw text are hidden, capitalised ones more often than others, and a softmax over the
tok2vec guesses the class of the hidden word: common words have a class each, others that of the
cluster their vector lies in. Clusters of vectors set first names, surnames, places and firms
apart, so the encoder learns from unlabelled text where each of them stands. START is a pipeline
whose shared tok2vec is the point of departure; OUT is the file that ``paths.tok2vec`` of
``configs/ner.cfg`` names.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Adam, Model, Softmax_v2

from training.conllu import find, open_text
from training.names import generator
from training.ops import use_numpy_blas

REPEAT = {"nb": 1, "nn": 3}
PARAGRAPH_WORDS = range(6, 151)
COMMON_WORDS = 800
CLUSTERS = 1200
CLUSTERED_WORDS = 40_000
COUNTED_PARAGRAPHS = 60_000
K_MEANS_ROUNDS = 12
HIDDEN_CAPITALISED = 0.35
HIDDEN_OTHER = 0.12
GAP = "‹gap›"
BATCH_WORDS = 3000
RATE = 0.0015
WARM_UP_STEPS = 200


def paragraphs(raw: Path, rng: random.Random) -> list[str]:
    """Paragraphs with a capitalised word past the first, shuffled; nynorsk more than once."""
    result = []
    for language, times in REPEAT.items():
        with open_text(find(raw, f"{language}.txt")) as lines:
            for line in lines:
                words = line.split()
                if len(words) in PARAGRAPH_WORDS and any(w[0].isupper() for w in words[1:]):
                    result += [line.strip()] * times
    rng.shuffle(result)
    return result


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows of length one."""
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-8)


def cluster_centres(vectors: np.ndarray) -> np.ndarray:
    """Centres of clusters of unit vectors, by spherical k-means."""
    centres = np.random.default_rng(1).permutation(vectors)[:CLUSTERS]
    for _ in range(K_MEANS_ROUNDS):
        parts = np.array_split(vectors, 50)
        nearest = np.concatenate([(part @ centres.T).argmax(1) for part in parts])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        filled = np.bincount(nearest, minlength=CLUSTERS) > 0
        centres[filled] = unit(sums[filled])
    return centres


class WordClasses:
    """The class of every word: its own for a common word, its vector's cluster for others."""

    def __init__(self, nlp: Language, texts: list[str]) -> None:
        self._vectors = nlp.vocab.vectors
        self._strings = nlp.vocab.strings
        counts = Counter(token.text for doc in nlp.tokenizer.pipe(texts) for token in doc)
        ranked = [word for word, count in counts.most_common() if count >= 3]
        self._classes = {word: index for index, word in enumerate(ranked[:COMMON_WORDS])}
        others = ranked[COMMON_WORDS : COMMON_WORDS + CLUSTERED_WORDS]
        self._centres = cluster_centres(self._unit_vectors(others))
        self.fillers = [word for word in ranked if word.isalpha()][:20_000]

    def __len__(self) -> int:
        return COMMON_WORDS + CLUSTERS

    def _unit_vectors(self, words: list[str]) -> np.ndarray:
        return unit(self._vectors.get_batch([self._strings.add(word) for word in words]))

    def of(self, words: list[str]) -> np.ndarray:
        """The class numbers of words."""
        new = list({word for word in words if word not in self._classes})
        if new:
            nearest = (self._unit_vectors(new) @ self._centres.T).argmax(1) + COMMON_WORDS
            self._classes.update(zip(new, nearest.tolist(), strict=True))
        return np.array([self._classes[word] for word in words])


@dataclass
class Cloze:
    """A Doc with gaps: the tokens that are hidden, and the words that stood there."""

    doc: Doc
    places: list[int]
    words: list[str]


def hide(doc: Doc, fillers: list[str], rng: random.Random) -> Cloze:
    """Hide words; of ten, eight become a gap, one another word, and one stays."""
    texts = [token.text for token in doc]
    places = [
        index
        for index, text in enumerate(texts)
        if text[0].isalpha()
        and rng.random() < (HIDDEN_CAPITALISED if index and text[0].isupper() else HIDDEN_OTHER)
    ]
    words = [texts[place] for place in places]
    for place in places:
        texts[place] = rng.choices((GAP, rng.choice(fillers), texts[place]), (0.8, 0.1, 0.1))[0]
    spaces = [bool(token.whitespace_) for token in doc]
    return Cloze(Doc(doc.vocab, words=texts, spaces=spaces), places, words)


def batches(nlp: Language, texts: list[str]) -> Iterator[list[Doc]]:
    """Docs in batches of some ``BATCH_WORDS`` words."""
    batch: list[Doc] = []
    size = 0
    for doc in nlp.tokenizer.pipe(texts):
        batch.append(doc)
        size += len(doc)
        if size >= BATCH_WORDS:
            yield batch
            batch, size = [], 0


def update(
    tok2vec: Model, head: Model, clozes: list[Cloze], right: np.ndarray, sgd: Adam
) -> tuple[float, float]:
    """One step down the cross-entropy of the gaps; the loss and the share of right guesses."""
    outputs, backprop = tok2vec.begin_update([cloze.doc for cloze in clozes])
    rows = [output[cloze.places] for output, cloze in zip(outputs, clozes, strict=True)]
    scores, backprop_head = head.begin_update(np.ascontiguousarray(np.vstack(rows)))
    index = np.arange(len(right))
    loss = -float(np.log(scores[index, right] + 1e-9).mean())
    accuracy = float((scores.argmax(1) == right).mean())
    scores[index, right] -= 1
    d_rows = backprop_head(scores / len(right))
    d_outputs = [np.zeros_like(output) for output in outputs]
    ends = np.cumsum([len(cloze.places) for cloze in clozes])
    parts = np.split(d_rows, ends[:-1])
    for d_output, cloze, part in zip(d_outputs, clozes, parts, strict=True):
        d_output[cloze.places] = part
    backprop(d_outputs)
    tok2vec.finish_update(sgd)
    head.finish_update(sgd)
    sgd.step_schedules()
    return loss, accuracy


def pretrain(
    nlp: Language, tok2vec: Model, texts: list[str], steps: int, rng: random.Random
) -> bytes:
    """The weights after so many steps, averaged over them; the rate rises, then falls to zero."""
    classes = WordClasses(nlp, texts[:COUNTED_PARAGRAPHS])
    print(f"{len(texts)} paragraphs", flush=True)
    head = Softmax_v2(len(classes), tok2vec.get_dim("nO"), normalize_outputs=True)
    head.initialize()
    sgd = Adam(RATE, L2=0.0, grad_clip=1.0, use_averages=True)
    shown = []
    for step, docs in zip(range(1, steps + 1), batches(nlp, texts), strict=False):
        sgd.learn_rate = RATE * min(step / WARM_UP_STEPS, 1) * (1 - step / steps)
        clozes = [hide(doc, classes.fillers, rng) for doc in docs]
        right = classes.of([word for cloze in clozes for word in cloze.words])
        shown.append(update(tok2vec, head, clozes, right, sgd))
        if step % 200 == 0:
            loss, accuracy = np.mean(shown, axis=0)
            print(f"{step:6} loss {loss:.3f} accuracy {accuracy:.3f}", flush=True)
            shown.clear()
    with tok2vec.use_params(sgd.averages):
        return tok2vec.to_bytes()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw", type=Path)
    parser.add_argument("vectors", help="an empty pipeline with a floret table")
    parser.add_argument("start", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=5600)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    use_numpy_blas()
    nlp = spacy.load(args.vectors)
    start = spacy.load(args.start)
    tok2vec = start.get_pipe("tok2vec").model
    rng = generator(args.seed)
    weights = pretrain(nlp, tok2vec, paragraphs(args.raw, rng), args.steps, rng)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(weights)


if __name__ == "__main__":
    main()
