"""Words per second on one core: ``python -m training.speed MODEL TEXT [--blas numpy]``.

The pipeline beside its twin without vectors (the same architecture, untrained: the work is the
same) and beside a blank tokenizer, alternating in one run; the medians of all rounds are printed.
TEXT is a plain text or CoNLL-U file; ``--blas numpy`` multiplies matrices with NumPy.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import spacy  # noqa: E402  (after the number of threads is set)
import srsly  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.training import Example  # noqa: E402
from spacy.util import load_model_from_config  # noqa: E402
from thinc.api import Adam  # noqa: E402

from training.conllu import open_text, read_conllu  # noqa: E402
from training.ops import use_numpy_blas  # noqa: E402


def texts(path: Path, words: int) -> list[str]:
    """Texts of about ten sentences, some ``words`` words in all."""
    result: list[str] = []
    if ".conllu" in path.name:
        sentences = read_conllu(path)
        for start in range(0, len(sentences), 10):
            parts = [
                "".join(w + " " * space for w, space in zip(s.words, s.spaces, strict=True))
                for s in sentences[start : start + 10]
            ]
            result.append("".join(parts))
    else:
        with open_text(path) as lines:
            result = [line.strip() for line in lines if len(line.split()) > 20]
    count = 0
    for number, text in enumerate(result):
        count += len(text.split())
        if count >= words:
            return result[: number + 1]
    return result


def without_vectors(nlp: Language, sample: list[str], folder: Path) -> Language:
    """A pipeline of the same architecture that has no vectors, with random weights."""
    config = nlp.config.copy()
    for component in config["components"].values():
        model = component.get("model", {})
        for part in (model, model.get("tok2vec", {})):
            if "include_static_vectors" in part.get("embed", {}):
                part["embed"]["include_static_vectors"] = False
    settings = {}
    for name, pipe in nlp.pipeline:
        if name not in ("tok2vec", "attribute_ruler", "senter", "name_consistency"):
            path = folder / f"{name}.json"
            srsly.write_json(path, pipe.label_data)
            settings[name] = {"labels": {"@readers": "spacy.read_labels.v1", "path": str(path)}}
    config["initialize"] = {"components": settings}
    twin = load_model_from_config(config, auto_fill=True)
    twin.tokenizer.from_bytes(nlp.tokenizer.to_bytes())
    docs = list(nlp.pipe(sample))
    pairs = [Example(twin.make_doc(doc.text), doc.copy()) for doc in docs]
    twin.initialize(lambda: pairs, sgd=Adam(0.001))
    return twin


def words_per_second(nlp: Language, sample: list[str]) -> float:
    """Tokens per second of one pass."""
    start = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(sample, batch_size=64))
    return tokens / (time.perf_counter() - start)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("text", type=Path)
    parser.add_argument("--words", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--blas", choices=("blis", "numpy"), default="blis")
    args = parser.parse_args()
    if args.blas == "numpy":
        use_numpy_blas()
    nlp = spacy.load(args.model)
    sample = texts(args.text, args.words)
    tokenizer = spacy.blank("nb")
    tokenizer.tokenizer.from_bytes(nlp.tokenizer.to_bytes())
    with tempfile.TemporaryDirectory() as folder:
        twin = without_vectors(nlp, sample[:20], Path(folder))
    rivals = {
        "pipeline": nlp,
        "without vectors": twin,
        "tokenizer only": tokenizer,
    }
    for rival in rivals.values():
        words_per_second(rival, sample)
    speeds: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(args.rounds):
        for name, rival in rivals.items():
            speeds[name].append(words_per_second(rival, sample))
    medians = {name: statistics.median(values) for name, values in speeds.items()}
    for name, speed in medians.items():
        print(f"{name:<16} {speed:10,.0f} words/s   {medians['pipeline'] / speed:6.2f}")


if __name__ == "__main__":
    main()
