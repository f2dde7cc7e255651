"""What a sentence denies: the words that a negation, or what does the work of one, is about.

A negation denies the clause that it stands in and what that clause holds: «det stemmer ikke at
skolen stenger», «uten at noen er skadet», «faren for at flere blir syke, er liten». What is denied
twice is not denied: «ingen blir uten jobb».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from klartekst.matching.keys import key_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def _keys(words: str) -> frozenset[str]:
    return frozenset(map(key_of, words.split()))


_NOT = _keys("ikke aldri ingen inga ingenting verken korken hverken neppe")
_WITHOUT = _keys("uten utan")
_REFUTING = _keys("avkrefte benekte tilbakevise")
# «Fritaket ble nedstemt», «leiaren vil unngå oppseiingar»: what they are about does not come.
_REFUSING = _keys(
    """
    nedstemme nedrøste avslå forkaste skrinlegge droppe forby hindre forhindre unngå nekte avlyse
    """
)
_REFUSED = frozenset({"obj", "nsubj:pass", "xcomp", "ccomp", "csubj"})
# «Skolen skulle ha laget en plan» tells that there was none.
_OUGHT = frozenset({"skulle", "burde", "skulla", "burda"})
_WRONG = _keys("feil usant uriktig galt grunnløs")
_SMALL = _keys("liten lite lav låg minimal")
_CHANCE = _keys("fare risiko sjanse sannsynlighet sannsynlig trolig truleg grunn")
_OF_A_NOUN = frozenset({"det", "amod", "case", "mark", "nmod", "nummod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
_OTHER_CLAUSES = frozenset({"advcl", "acl:relcl", "acl", "conj", "parataxis", "cc", "punct"})
_CONTENT = frozenset({"ccomp", "csubj", "acl", "obj", "nsubj:pass"})
# What a denied clause holds all the same: «ingen planer om å stenge», «kommer ikke til å klage».
_INFINITIVE = frozenset({"å", "at"})
_HOLDING = _keys("komme tenke")
# «alle dager unntatt søndag», «i stedet for å bygge nytt»
_EXCEPT = _keys("unntatt untatt unnateke utenom utanom unntak bortsett istedenfor istadenfor")
_INSTEAD = _keys("sted stedet stad staden")
_OF_A_CHANCE = frozenset({"acl", "ccomp", "csubj", "nmod", "obl", "advcl"})
_ANSWER_REACH = 4  # tokens from a question mark to the «Nei» that answers it


def denied(tokens: Sequence[Token]) -> frozenset[int]:
    """The indices of the tokens that a sentence says are not so."""
    if is_question(tokens):
        return frozenset(token.i for token in tokens if answer_to(tokens) == "nei")
    found: set[int] = set()
    for scope in _scopes(tokens):
        found ^= scope
    return frozenset(found)


def is_question(tokens: Sequence[Token]) -> bool:
    """Whether a sentence ends with a question mark."""
    return any(token.text == "?" for token in tokens[-2:])


def answer_to(question: Sequence[Token]) -> str | None:
    """«ja» or «nei» where what comes next begins with it."""
    end = question[-1].i + 1
    following = question[0].doc[end : end + _ANSWER_REACH]
    word = next((token.lower_ for token in following if token.is_alpha), "")
    return {"ja": "ja", "jo": "ja", "nei": "nei"}.get(word)


def _scopes(tokens: Sequence[Token]) -> Iterator[set[int]]:
    """What each thing that denies is about."""
    for token in tokens:
        keys = {key_of(token.lower_), key_of(token.lemma_)}
        if keys & _WITHOUT:
            yield {part.i for part in token.head.subtree} - {token.i}
        elif keys & _NOT:
            yield set(_clause_of(token))
        elif keys & _EXCEPT or (keys & _INSTEAD and _is_instead(token)):
            after = [child for child in token.children if child.i > token.i and not child.is_punct]
            yield {part.i for child in after for part in child.subtree}
        elif keys & _REFUTING or keys & _WRONG:
            yield set(_below(token, _CONTENT))
        elif keys & _REFUSING:
            yield set(_below(token, _REFUSED))
        elif _ought_to_have(token):
            yield set(_within(token, token))
        elif keys & _SMALL:
            chances = [near for near in (token.head, *token.children) if _is_chance(near)]
            yield {
                part for near in (*chances, token) if chances for part in _below(near, _OF_A_CHANCE)
            }


def _ought_to_have(verb: Token) -> bool:
    """Whether a verb is told of as what ought to have been: «skulle ha svart»."""
    if verb.pos_ != "VERB" or "Part" not in verb.morph.get("VerbForm", []):
        return False
    helpers = [child.lower_ for child in verb.children if child.dep_.startswith("aux")]
    return "ha" in helpers and not _OUGHT.isdisjoint(helpers)


def _clause_of(negation: Token) -> Iterator[int]:
    head = negation.head
    if negation.dep_ in _OF_A_NOUN and head.pos_ in _NOMINAL:
        yield head.i
        head = head.head
    if head.pos_ == "AUX":
        head = head.head
    yield from _within(head, negation)


def _within(head: Token, negation: Token) -> Iterator[int]:
    """A word and what depends on it in the same clause."""
    yield head.i
    for child in head.children:
        if child.i != negation.i and (child.dep_ not in _OTHER_CLAUSES or _is_held(child)):
            yield from _within(child, negation)


def _is_held(clause: Token) -> bool:
    """Whether what a clause tells of is denied along with the word it hangs on."""
    if not any(child.dep_ == "mark" and child.lower_ in _INFINITIVE for child in clause.children):
        return False
    if clause.dep_ == "acl":
        return True
    return clause.dep_ == "advcl" and key_of(clause.head.lemma_) in _HOLDING


def _is_instead(token: Token) -> bool:
    """«i stedet for»."""
    around = [each.lower_ for each in token.doc[max(0, token.i - 1) : token.i + 2]]
    return around[0] == "i" and around[-1] == "for"


def _below(head: Token, relations: frozenset[str]) -> Iterator[int]:
    for child in head.children:
        if child.dep_ in relations:
            yield from (part.i for part in child.subtree)


def _is_chance(token: Token) -> bool:
    return key_of(token.lemma_) in _CHANCE
