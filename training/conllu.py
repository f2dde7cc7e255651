"""Read NorNE's CoNLL-U files into plain sentences and turn sentences into spaCy Docs.

A sentence is a small mutable record, so that augmentation can rewrite words, spaces and
entities before a Doc is made of it. Entities are BIO tags as NorNE writes them (``B-PER``).
"""

from __future__ import annotations

import copy
import lzma
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

BREAK = "\n\n"


@dataclass
class Sentence:
    """One sentence: parallel lists with one entry a token; heads are indices in the sentence."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    ents: list[str] = field(default_factory=list)
    break_after: str = ""

    def __len__(self) -> int:
        return len(self.words)

    def copy(self) -> Sentence:
        """A deep copy, safe to rewrite."""
        return copy.deepcopy(self)

    def has(self, label: str) -> bool:
        """Whether an entity with this label begins in the sentence."""
        return f"B-{label}" in self.ents

    def is_headline(self) -> bool:
        """Whether the sentence ends like a headline or a lead-in: without closing punctuation."""
        return self.words[-1][-1] not in ".!?:;»\")”'…,"


def open_text(path: Path):
    """Open a plain or xz-compressed UTF-8 text file for reading."""
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def find(folder: Path, name: str) -> Path:
    """The file ``name`` or ``name.xz`` in a folder."""
    for candidate in (folder / name, folder / f"{name}.xz"):
        if candidate.exists():
            return candidate
    raise FileNotFoundError(f"{folder / name}(.xz): not found; see training/README.md for sources")


def read_conllu(path: Path) -> list[Sentence]:
    """All sentences of one CoNLL-U file with NorNE entities in MISC (``name=B-PER``)."""
    sentences: list[Sentence] = []
    current = Sentence()
    with open_text(path) as lines:
        for line in map(str.rstrip, lines):
            if not line:
                if current.words:
                    current.spaces[-1] = True
                    sentences.append(current)
                current = Sentence()
            elif line[0] != "#":
                _add_token(current, line.split("\t"))
    if current.words:
        sentences.append(current)
    return sentences


def _add_token(sentence: Sentence, columns: list[str]) -> None:
    """Append one CoNLL-U row; multiword and empty rows do not occur in the treebank."""
    index, form, lemma, upos, xpos, feats, head, dep, _, misc = columns
    fields = dict(part.split("=", 1) for part in misc.split("|") if "=" in part)
    position = int(index) - 1
    sentence.words.append(form)
    sentence.spaces.append(fields.get("SpaceAfter") != "No")
    sentence.lemmas.append(lemma)
    sentence.pos.append(upos)
    sentence.tags.append(xpos)
    sentence.morphs.append("" if feats == "_" else feats)
    sentence.heads.append(position if head == "0" else int(head) - 1)
    sentence.deps.append("ROOT" if head == "0" else dep)
    sentence.ents.append(fields.get("name", "O"))


def to_doc(vocab: Vocab, sentences: list[Sentence], *, entities_only: bool = False) -> Doc:
    """Join sentences into one Doc; ``break_after`` of a sentence is the white space after it.

    With ``entities_only`` the syntactic annotation is left out, for text that has none.
    """
    words: list[str] = []
    spaces: list[bool] = []
    lemmas: list[str] = []
    pos: list[str] = []
    morphs: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    ents: list[str] = []
    starts: list[bool] = []
    for number, sentence in enumerate(sentences):
        offset = len(words)
        words += sentence.words
        spaces += sentence.spaces
        lemmas += sentence.lemmas
        pos += sentence.pos
        morphs += sentence.morphs
        heads += [offset + head for head in sentence.heads]
        deps += sentence.deps
        ents += sentence.ents
        starts += [True] + [False] * (len(sentence) - 1)
        if sentence.break_after and number + 1 < len(sentences):
            spaces[-1] = False
            words.append(sentence.break_after)
            spaces.append(False)
            lemmas.append(sentence.break_after)
            pos.append("SPACE")
            morphs.append("")
            heads.append(len(words) - 2)
            deps.append("dep")
            ents.append("O")
            starts.append(False)
    if entities_only:
        return Doc(vocab, words=words, spaces=spaces, ents=ents, sent_starts=starts)
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        lemmas=lemmas,
        pos=pos,
        morphs=morphs,
        heads=heads,
        deps=deps,
        ents=ents,
    )
