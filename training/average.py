"""Average the weights of trained parts: ``python -m training.average OUT MODEL MODEL [...]``.

The models must be checkpoints of one architecture that started from the same weights, such as
runs that continue one run with other seeds. The labels are taken from the first.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import spacy


def average(folders: list[Path]) -> spacy.Language:
    """The first pipeline with every parameter replaced by the mean over all."""
    pipelines = [spacy.load(folder) for folder in folders]
    first = pipelines[0]
    for name, pipe in first.pipeline:
        if not hasattr(pipe, "model"):
            continue
        rivals = [nlp.get_pipe(name).model for nlp in pipelines]
        for nodes in zip(*(list(model.walk()) for model in rivals), strict=True):
            for param in nodes[0].param_names:
                if nodes[0].has_param(param):
                    values = [node.get_param(param) for node in nodes]
                    nodes[0].set_param(param, np.mean(values, axis=0, dtype="float32"))
    return first


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    args = parser.parse_args()
    average(args.models).to_disk(args.out)


if __name__ == "__main__":
    main()
