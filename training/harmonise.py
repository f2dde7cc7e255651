"""Bring the training files to the conventions of NorNE's own development and test files.

The training files were converted from the Norwegian Dependency Treebank by newer rules than those
of the release that NorNE, and so the published spaCy pipelines, build on. The differences are
systematic: a title and a name swap heads, a reporting verb is the root or a parataxis, ``som`` is
a marker or a relative pronoun, a particle is an adverb or a ``compound:prt``, and nynorsk leaves
singular and definite unsaid. Rules below follow what the two sets of guidelines say. On files
that already follow the older conventions they change next to nothing.
"""

from __future__ import annotations

from training.conllu import Sentence
from training.features import features

KEEP_WITH_TITLE = frozenset({"det", "amod", "nmod", "nmod:poss", "nummod", "compound"})
CLAUSAL = frozenset({"mark", "nsubj", "nsubj:pass", "cop", "aux", "aux:pass", "expl"})
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
PLACE_ADVERBS = frozenset("her der hit dit hid siden sidan".split())
LIKE_ADJECTIVES = {
    "acl:relcl": "amod",
    "acl": "amod",
    "advcl": "advmod",
    "xcomp": "obj",
    "ccomp": "obj",
    "csubj": "nsubj",
}
RENAMED = {
    "nmod:poss": "nmod",
    "nsubj:outer": "nsubj",
    "csubj:outer": "csubj",
    "flat": "flat:name",
    "dislocated": "parataxis",
    "reparandum": "goeswith",
}


def children(sentence: Sentence, head: int, *deps: str) -> list[int]:
    """Dependents of a token, all or those with one of the relations."""
    return [
        index
        for index, parent in enumerate(sentence.heads)
        if parent == head and index != head and (not deps or sentence.deps[index] in deps)
    ]


def _take_place(sentence: Sentence, new: int, old: int) -> None:
    """Let ``new`` hang where ``old`` hung, as root if ``old`` was."""
    sentence.deps[new] = sentence.deps[old]
    sentence.heads[new] = new if sentence.heads[old] == old else sentence.heads[old]


def names_head_titles(sentence: Sentence) -> None:
    """«ordfører Kari Nordmann»: the name is the head and the title its nmod."""
    for title in range(len(sentence) - 1):
        name = title + 1
        if (
            sentence.pos[title] != "NOUN"
            or sentence.pos[name] != "PROPN"
            or sentence.heads[name] != title
            or sentence.deps[name] not in ("flat:name", "flat", "appos")
        ):
            continue
        moved = [
            child
            for child in children(sentence, title)
            if not (child < title and sentence.deps[child] in KEEP_WITH_TITLE)
        ]
        _take_place(sentence, name, title)
        for child in moved:
            if child != name:
                sentence.heads[child] = name
        sentence.heads[title] = name
        sentence.deps[title] = "nmod"


def reports_follow(sentence: Sentence) -> None:
    """«Det går bra, sier hun»: what is said is the head and the reporting verb a parataxis."""
    for verb in range(len(sentence)):
        before = [
            child
            for child in children(sentence, verb, "ccomp")
            if child < verb
            and not any(
                sentence.words[mark].lower() in ("at", "om")
                for mark in children(sentence, child, "mark")
            )
        ]
        if len(before) != 1 or sentence.pos[verb] != "VERB":
            continue
        said = before[0]
        _take_place(sentence, said, verb)
        sentence.heads[verb] = said
        sentence.deps[verb] = "parataxis"
        for child in children(sentence, verb, "punct", "cc"):
            if child < verb or child == len(sentence) - 1:
                sentence.heads[child] = said


def marks_of_clauses(sentence: Sentence) -> None:
    """«for å gjøre», «om at»: a preposition before a clause is a marker."""
    for index in range(len(sentence)):
        if sentence.pos[index] != "ADP" or sentence.deps[index] != "case":
            continue
        head = sentence.heads[index]
        if sentence.words[index].lower() == "som":
            clausal = sentence.deps[head] in ("xcomp", "acl", "advcl", "ccomp")
        else:
            clausal = sentence.pos[head] in ("VERB", "AUX") or any(
                child > index for child in children(sentence, head, *CLAUSAL)
            )
        if clausal:
            sentence.pos[index] = "SCONJ"
            sentence.deps[index] = "mark"


def clauses_with_som(sentence: Sentence) -> None:
    """«saken, som er ny»: a predicate with «som» and a verb is a relative clause."""
    for index, word in enumerate(sentence.words):
        head = sentence.heads[index]
        if (
            word.lower() == "som"
            and sentence.deps[index] == "mark"
            and sentence.deps[head] in ("amod", "nmod")
            and children(sentence, head, "cop", "aux", "aux:pass")
        ):
            sentence.deps[head] = "acl:relcl"


def place_clauses(sentence: Sentence) -> None:
    """«huset der han bor»: «der» is a marker and its clause an acl."""
    for index, word in enumerate(sentence.words):
        head = sentence.heads[index]
        if (
            word.lower() == "der"
            and sentence.deps[head] == "acl:relcl"
            and index < head
            and (sentence.pos[index] == "SCONJ" or index == min(children(sentence, head)))
        ):
            sentence.pos[index] = "SCONJ"
            sentence.deps[index] = "mark"
            sentence.deps[head] = "acl"


def _is_clause_with_som(sentence: Sentence, index: int) -> bool:
    """Whether «som» stands before a finite clause, so that it is more than «as»."""
    head = sentence.heads[index]
    others = [sentence.words[mark].lower() for mark in children(sentence, head, "mark")]
    if "om" in others or "å" in others:
        return False
    if sentence.pos[head] in ("VERB", "AUX"):
        return sentence.deps[head] not in ("xcomp", "csubj")
    return bool(children(sentence, head, "cop", "aux", "aux:pass"))


def relative_som(sentence: Sentence) -> None:
    """«som» in a relative clause is a pronoun with a function of its own."""
    for index, word in enumerate(sentence.words):
        head = sentence.heads[index]
        if (
            word.lower() != "som"
            or sentence.deps[index] != "mark"
            or not _is_clause_with_som(sentence, index)
        ):
            continue
        if not children(sentence, head, *SUBJECTS):
            passive = children(sentence, head, "aux:pass") or "Voice=Pass" in sentence.morphs[head]
            relation = "nsubj:pass" if passive else "nsubj"
        elif sentence.pos[head] != "VERB":
            relation = "nmod"
        elif children(sentence, head, "xcomp"):
            relation = "iobj"
        elif children(sentence, head, "obj", "ccomp"):
            relation = "nmod"
        else:
            relation = "obj"
        sentence.pos[index] = "PRON"
        sentence.morphs[index] = "PronType=Rel"
        sentence.deps[index] = relation


def clefts(sentence: Sentence) -> None:
    """«Det er vinden som avgjør»: the clause is a cleft."""
    for index, relation in enumerate(sentence.deps):
        head = sentence.heads[index]
        if (
            relation == "acl:relcl"
            and children(sentence, head, "expl")
            and children(sentence, head, "cop")
        ):
            sentence.deps[index] = "acl:cleft"


def particles(sentence: Sentence) -> None:
    """«gi opp», «tenke på»: a preposition without a complement is a particle of its verb."""
    for index, tag in enumerate(sentence.tags):
        if (
            tag != "prep"
            or sentence.pos[index] not in ("ADV", "ADP")
            or sentence.words[index].lower() in PLACE_ADVERBS
        ):
            continue
        sentence.pos[index] = "ADP"
        if sentence.deps[index] == "advmod":
            verbal = sentence.pos[sentence.heads[index]] == "VERB"
            sentence.deps[index] = "compound:prt" if verbal else "obl"


def perfects(sentence: Sentence, language: str) -> None:
    """«er kommet»: the verb «være» with a participle is an auxiliary."""
    for index, relation in enumerate(sentence.deps):
        head = sentence.heads[index]
        if (
            relation == "cop"
            and "VerbForm=Part" in sentence.morphs[head]
            and (sentence.pos[head] == "VERB" or language == "nn")
        ):
            sentence.deps[index] = "aux"


def finite_complements(sentence: Sentence) -> None:
    """«tror at han vil reise»: a clause with a subject of its own is a ccomp."""
    for index, relation in enumerate(sentence.deps):
        if (
            relation == "xcomp"
            and sentence.pos[index] == "VERB"
            and children(sentence, index, "aux")
            and children(sentence, index, "nsubj", "nsubj:pass", "expl")
        ):
            sentence.deps[index] = "ccomp"


def nynorsk_words(sentence: Sentence) -> None:
    """Nynorsk: names with features are nouns, «verte» a verb, passive clauses go by adjectives."""
    for index, pos in enumerate(sentence.pos):
        morph = sentence.morphs[index]
        if pos == "PROPN" and ("Gender=" in morph or "Abbr=" in morph):
            sentence.pos[index] = "NOUN"
        elif pos == "AUX" and sentence.lemmas[index] == "verte":
            sentence.pos[index] = "VERB"
        elif pos == "ADJ" and children(sentence, index, "aux", "aux:pass"):
            relation = sentence.deps[index]
            sentence.deps[index] = LIKE_ADJECTIVES.get(relation, relation)


def harmonise(sentence: Sentence, language: str) -> None:
    """Apply every rule to a sentence of ``nb`` or ``nn``, in place."""
    names_head_titles(sentence)
    reports_follow(sentence)
    clauses_with_som(sentence)
    clefts(sentence)
    place_clauses(sentence)
    relative_som(sentence)
    marks_of_clauses(sentence)
    particles(sentence)
    perfects(sentence, language)
    finite_complements(sentence)
    sentence.deps = [RENAMED.get(relation, relation) for relation in sentence.deps]
    for index in range(len(sentence)):
        if sentence.lemmas[index] == "den" and sentence.words[index].lower() == "det":
            sentence.lemmas[index] = "det"
        sentence.morphs[index] = features(
            sentence.words[index].lower(), sentence.pos[index], sentence.morphs[index], language
        )
    if language == "nn":
        nynorsk_words(sentence)
