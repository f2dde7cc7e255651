"""What the examples of the rules do not show of the language checks."""

from __future__ import annotations

from klartekst.checks.language.passive import PassiveCheck
from klartekst.checks.language.replace import ReplaceCheck
from klartekst.checks.language.sentence_length import SentenceLengthCheck
from tests.conftest import MakeDraft


def test_replace_leaves_quotations_alone(make_draft: MakeDraft) -> None:
    """What somebody said must not be rewritten."""
    check = ReplaceCheck({"erverve": ("kjøpe",)})
    draft = make_draft("– Vi skal erverve tomta, sier ordføreren. Kommunen skal erverve tomta.")
    assert [match.span.start for match in check.find(draft)] == [56]


def test_replace_takes_the_longest_phrase(make_draft: MakeDraft) -> None:
    """A phrase hides the words within it."""
    check = ReplaceCheck({"i forbindelse med": ("ved",), "forbindelse": ("kontakt",)})
    draft = make_draft("Veien er stengt i forbindelse med arbeid.")
    assert [match.suggestions for match in check.find(draft)] == [("ved",)]


def test_replace_keeps_the_capital(make_draft: MakeDraft) -> None:
    """A suggestion for the first word of a sentence begins with a capital."""
    check = ReplaceCheck({"vedrørende": ("om",)})
    draft = make_draft("Vedrørende saken har vi svart.")
    assert [match.suggestions for match in check.find(draft)] == [("Om",)]


def test_replace_exceptions(make_draft: MakeDraft) -> None:
    """A word may belong to a phrase that stays."""
    check = ReplaceCheck({"tiltak": ("hjelp",)}, ("tiltak mot støy",))
    draft = make_draft("Vi setter inn tiltak mot støy. Vi setter inn tiltak.")
    assert len(list(check.find(draft))) == 1


def test_title_is_checked_for_words(make_draft: MakeDraft) -> None:
    """Words matter most in the title."""
    check = ReplaceCheck({"erverve": ("kjøpe",)})
    assert list(check.find(make_draft("# Kommunen skal erverve tomta\n\nMer kommer.\n")))


def test_numbers_count_as_words(make_draft: MakeDraft) -> None:
    """But signs do not."""
    check = SentenceLengthCheck(4)
    assert [m.values["count"] for m in check.find(make_draft("Vi fikk 12 – 15 søkere."))] == ["5"]


def test_passive_with_words_between(make_draft: MakeDraft) -> None:
    """The passive is marked from the auxiliary to the participle."""
    draft = make_draft("Saken ble i går enstemmig vedtatt av kommunestyret.")
    (match,) = PassiveCheck().find(draft)
    assert draft.document.text[match.span.start : match.span.end] == "ble i går enstemmig vedtatt"
