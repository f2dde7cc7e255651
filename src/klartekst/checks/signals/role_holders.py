"""What is told of the holder of a role beside what the role is about."""

from __future__ import annotations

from klartekst.checks.signals.individuals import Individuals, Mention
from klartekst.recognizers.lexicon import shipped_titles

_REACH = 4  # words from the role to what befalls its holder
_BE_OR_HAVE = frozenset("er var ble blei vart blir vert har hadde fikk fekk får".split())


def has_speech(individuals: Individuals, number: int) -> bool:
    """Whether somebody says something in a sentence."""
    sentence = individuals.reading.sentences[number]
    words = individuals.reading.forms[sentence.start : sentence.end]
    return any(word in shipped_titles().speech for word, _ in words)


def befalls(individuals: Individuals, role: Mention, at: int) -> bool:
    """Whether what begins at a token is said of a leader: «rektoren er sykmeldt».

    «Rektoren sier at …» is not.
    """
    words = [form[0] for form in individuals.reading.forms[role.end : at]]
    tags = [individuals.reading.tokens[i].pos_ for i in range(role.end, at)]
    if role.agreed or len(words) > _REACH or "ADP" in tags or "PUNCT" in tags:
        return False
    if not words:  # «hun måtte gå»
        return role.end == at and individuals.reading.tokens[at].pos_ in ("VERB", "AUX")
    return words[0] in _BE_OR_HAVE
