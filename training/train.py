"""Train one part of the pipeline: ``python -m training.train CONFIG OUT [--key value ...]``.

The same as ``spacy train CONFIG -o OUT``, except that matrices are multiplied by NumPy's BLAS and
that the tokenizer is the one of ``training/tokenizer.py``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from spacy.cli._util import parse_config_overrides
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config, registry

from training.ops import use_numpy_blas
from training.tokenizer import build


@registry.callbacks("klartekst.set_tokenizer.v1")
def create_set_tokenizer():
    """Replace the tokenizer before the pipeline is initialised."""

    def set_tokenizer(nlp: Language) -> Language:
        nlp.tokenizer = build(nlp)
        return nlp

    return set_tokenizer


@registry.callbacks("klartekst.set_tok2vec.v1")
def create_set_tok2vec(path: Path | None):
    """Put pretrained weights into the entity recogniser's tok2vec, if there are any."""

    def set_tok2vec(nlp: Language) -> Language:
        if path is not None:
            # the reference is to a chain: the tok2vec, then a linear layer to the parser state
            tok2vec = nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]
            tok2vec.from_bytes(Path(path).read_bytes())
        return nlp

    return set_tok2vec


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("out", type=Path)
    args, rest = parser.parse_known_args()
    use_numpy_blas()
    config = load_config(args.config, overrides=parse_config_overrides(rest), interpolate=False)
    nlp = init_nlp(config)
    args.out.mkdir(parents=True, exist_ok=True)
    train(nlp, args.out, stdout=sys.stdout, stderr=sys.stderr)


if __name__ == "__main__":
    main()
