"""What stands around a word for somebody, and tells whether one certain person is meant."""

from __future__ import annotations

from klartekst.checks.signals.generality import has_happened, tells_a_rule
from klartekst.checks.signals.person_nouns import is_listed, is_person_noun, words_for
from klartekst.checks.wording.reading import Reading, Sentence

_PLACE_REACH = 4  # words from a noun to the name of its place: «elev ved Vika skole»
_DEN_REACH = 4
_INSIDE = (["i", "den"], ["i", "det"])


def is_described(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether it says which one, of somebody certain: «han som solgte lodd», «den som døde»."""
    anything = reading.forms[at][0] == "den"
    following = [form[0] for form in reading.forms[at + 1 : min(at + 3, sentence.end)]]
    if following[:1] == ["som"]:
        certain = not anything or has_happened(reading, sentence)
        return certain and not tells_a_rule(reading, sentence)
    return not anything and following in _INSIDE


def is_part_of_name(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether a word has a capital and the next word too: «i Mor Åses hage», «Hans Moe-klubben».

    Where it opens a sentence, only words that open names: «Hans», «Mor», not «Gutten Ola».
    """
    tokens = reading.tokens
    if at + 1 >= sentence.end or not (tokens[at].is_title and tokens[at + 1].is_title):
        return False
    if at == sentence.start or not tokens[at - 1].is_alpha:
        word = reading.forms[at][0]
        return word == "hans" or is_listed(word, "one_relative")
    return True


def is_pronoun(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether a word is «han», «hennes» and the like, and not the name «Hans»."""
    word = reading.forms[at][0]
    if word not in words_for("pronouns"):
        return False
    return word != "hans" or not is_part_of_name(reading, at, sentence)


def belongs_to_somebody(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether it is somebody's relative, told after a genitive: «innehaverens bror»."""
    owner = reading.forms[at - 1][0] if at > sentence.start else ""
    is_owned = owner.endswith("s") and is_listed(reading.forms[at][0], "one_relative")
    return is_owned and is_person_noun(owner[:-1]) and not tells_a_rule(reading, sentence)


def is_placed(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether a place or an institution follows: «elev ved Vika skole»."""
    following = reading.tokens[at + 1 : min(at + _PLACE_REACH, sentence.end)]
    return any(
        token.is_title or token.ent_type_ not in ("", "PER") or token.like_num
        for token in following
    )


def tells_where_or_when(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence names a place or a time: «en ansatt er nå sykmeldt»."""
    tokens = reading.tokens[sentence.start : sentence.end]
    return any(
        token.ent_type_ not in ("", "PER") or token.lower_ in words_for("times") for token in tokens
    )


def follows_den(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether «den» or «det» stands shortly before."""
    before = reading.forms[max(sentence.start, at - _DEN_REACH) : at]
    return any(word in ("den", "det") for word, _ in before)
