"""Whether a sentence tells of something that took place, or of what applies to anybody."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from klartekst.checks.signals.person_nouns import words_for
from klartekst.checks.wording.reading import Reading, Sentence

if TYPE_CHECKING:
    from klartekst.tokens import Token

_PERFECT_REACH = 6  # words from «har» to its participle
_BE_REACH = 2
_MANY = 4
_MEASURES = frozenset("år kroner prosent meter kilometer minutter minutt timer timar".split())
_SHORTEST_NOUN = 3
# Where so many live that a count points to nobody.
_WIDE = frozenset("fylket fylke landet norge noreg norden europa verden verda landsbasis".split())
_TO_THE_READER = frozenset("du deg kontakt ring ringe spør bør må".split())
_HAVE = frozenset({"har", "hadde", "ha"})


def tells_a_rule(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence speaks of what applies, may happen or often does."""
    if has_happened(reading, sentence):
        return False
    if is_conditional(reading, sentence):
        return True
    words = {word for word, _ in reading.forms[sentence.start : sentence.end]}
    return bool(words & words_for("general"))


def is_conditional(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence says «dersom …», «når …», «er du …» or «har barnet astma, …»."""
    known = reading.conditional.get(sentence.start)
    if known is None:
        known = reading.conditional[sentence.start] = _sets_a_condition(reading, sentence)
    return known


def _sets_a_condition(reading: Reading, sentence: Sentence) -> bool:
    forms = reading.forms[sentence.start : sentence.end]
    if any(word in words_for("conditions") for word, _ in forms):
        return True
    opening = [word for word, _ in forms if word[:1].isalpha()][:2]
    if not opening:
        return False
    asks_anybody = opening[0] in words_for("openings_of_questions") and opening[-1] in words_for(
        "anybody"
    )
    words = [word for word, _ in forms]
    verb_first = opening[0] in words_for("openings_of_questions") and "?" not in words
    supposes = verb_first and "," in words and words[0] == opening[0]
    return asks_anybody or supposes or opening[0] in words_for("opening_conditions")


def advises(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence says what the reader is to do in some case: «Ring oss hvis …»."""
    if not is_conditional(reading, sentence):
        return False
    words = {word for word, _ in reading.forms[sentence.start : sentence.end]}
    return bool(words & _TO_THE_READER)


def has_happened(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells of something that took place."""
    known = reading.happened.get(sentence.start)
    if known is None:
        known = reading.happened[sentence.start] = _tells_the_past(reading, sentence)
    return known


def _tells_the_past(reading: Reading, sentence: Sentence) -> bool:
    """Whether it has a verb in the past, or a perfect that depends on no condition."""
    conditional = is_conditional(reading, sentence)
    have = be = -_PERFECT_REACH - 1
    for at in range(sentence.start, sentence.end):
        token, word = reading.tokens[at], reading.forms[at][0]
        if word in _HAVE:
            have = at
        elif word == "er":
            be = at
        if _is_past(token) and word not in words_for("hypothetical_past"):
            return True
        if conditional or not _is_participle(token):
            continue
        if at - have <= _PERFECT_REACH or at - be <= _BE_REACH:
            return True
    return False


def _is_past(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and "Tense=Past" in str(token.morph)


def _is_participle(token: Token) -> bool:
    return token.pos_ in ("VERB", "ADJ") and "VerbForm=Part" in str(token.morph)


def is_statistic(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence counts many: «340 kommunale boliger», «12 varsler om utkastelse»."""
    for at in range(sentence.start, sentence.end - 1):
        word = reading.forms[at][0]
        if word.isdecimal() and int(word) > _MANY:
            following = reading.tokens[at + 1 : min(at + 3, sentence.end)]
            if any(_is_counted(token) for token in following):
                return True
    return False


def counts_widely(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence counts people, few or many, in a county or more: «fire i fylket»."""
    tokens = reading.tokens[sentence.start : sentence.end]
    if not any(token.lower_ in _WIDE for token in tokens):
        return False
    return any(first.pos_ == "NUM" and _is_counted(second) for first, second in pairwise(tokens))


def _is_counted(token: Token) -> bool:
    return (
        token.pos_ == "NOUN"
        and len(token) >= _SHORTEST_NOUN
        and token.lower_ not in _MEASURES
        and "Number=Plur" in str(token.morph)
    )
