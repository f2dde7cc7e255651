"""What the examples of the rules do not show of the checks for heavy structure."""

from __future__ import annotations

import pytest

from klartekst.checks import Check
from klartekst.checks.language.acronym import AcronymCheck
from klartekst.checks.language.front_weight import FrontWeightCheck, words_before_verb
from klartekst.checks.language.layout import EnumerationCheck, SubheadingCheck
from klartekst.checks.language.long_word import LongWordCheck
from klartekst.checks.language.mixed_forms import MixedFormsCheck
from klartekst.checks.language.mixed_norms import MixedNormsCheck
from klartekst.checks.language.nominalisation import NominalisationCheck
from klartekst.checks.language.paragraph_length import ParagraphLengthCheck
from klartekst.checks.language.passive import PassiveCheck
from klartekst.checks.language.sentence_length import SentenceLengthCheck
from klartekst.model import Severity
from tests.conftest import MakeDraft

HINTS = {"agent": "A", "decision": "D", "reader": "R", "other": "O"}


def found(check: Check, make_draft: MakeDraft, text: str) -> list[str]:
    """The words that a check finds in a draft."""
    draft = make_draft(text)
    matches = sorted(check.find(draft), key=lambda match: match.span)
    return [draft.document.text[match.span.start : match.span.end] for match in matches]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Saken behandles av formannskapet.", "A"),
        ("Saken behandles torsdag.", "D"),
        ("Skjemaet må sendes til kommunen.", "R"),
        ("Brevet sendes i morgen.", "O"),
    ],
)
def test_passive_hints_at_who_acts(make_draft: MakeDraft, text: str, hint: str) -> None:
    """The text itself tells, or the kind of verb does."""
    check = PassiveCheck(hints=HINTS, hint_verbs={"decision": ("behandle",), "reader": ("sende",)})
    assert [match.values["hint"] for match in check.find(make_draft(text))] == [hint]


def test_passive_in_a_title(make_draft: MakeDraft) -> None:
    """A title is written too."""
    assert found(PassiveCheck(), make_draft, "# Veien blir stengt mandag\n\nVi rydder.\n") == [
        "blir stengt"
    ]


def test_passive_not_in_contact_block(make_draft: MakeDraft) -> None:
    """Nobody words a contact block."""
    text = (
        "# Nytt\n\nVi åpner.\n\nSpørsmål kan rettes til oss.\n\n## Kontakt\nTelefon: 68 05 00 01\n"
    )
    assert found(PassiveCheck(), make_draft, text) == ["rettes"]


def test_participle_after_har_vaert_er(make_draft: MakeDraft) -> None:
    """«er vedtatt» tells of an act unless its verb is among the conditions."""
    check = PassiveCheck(conditions=frozenset({"stenge"}))
    assert found(check, make_draft, "Planen er vedtatt. Brua er stengt.") == ["er vedtatt"]


def test_front_stops_at_the_verb(make_draft: MakeDraft) -> None:
    """The words before «må», and no more."""
    (sentence,) = make_draft("Alle som bor i gata, må flytte bilen.").sentences
    assert [token.text for token in words_before_verb(sentence)] == "Alle som bor i gata".split()


def test_front_after_a_label(make_draft: MakeDraft) -> None:
    """What stands before a colon is no part of the clause."""
    (sentence,) = make_draft("Siste nytt fra kommunen klokka 12: brua er stengt.").sentences
    assert len(words_before_verb(sentence)) <= 1


def test_front_leaves_quotations_alone(make_draft: MakeDraft) -> None:
    """What somebody said is not rewritten."""
    check = FrontWeightCheck(3)
    assert found(check, make_draft, "– Alle som bor i gata, må flytte bilen, sier rektor.") == []


def test_long_sentence_warns_above_its_second_limit(make_draft: MakeDraft) -> None:
    """How long it is decides how much it weighs."""
    check = SentenceLengthCheck(3, warn_above=5)
    draft = make_draft("Vi åpner nå igjen. Vi åpner nå igjen etter lang tid.")
    assert [match.severity for match in check.find(draft)] == [None, Severity.WARNING]


def test_quoted_words_do_not_make_a_sentence_long(make_draft: MakeDraft) -> None:
    """Only what the sender writes is counted."""
    check = SentenceLengthCheck(6)
    assert found(check, make_draft, "Rektor sier at «alle må flytte bilen før mandag».") == []


def test_long_paragraph_warns_above_its_second_limit(make_draft: MakeDraft) -> None:
    """How long it is decides how much it weighs."""
    check = ParagraphLengthCheck(5, warn_above=8)
    draft = make_draft("# Nytt\n\nKort.\n\nVi åpner i dag på torget.\n\n" + "Vi åpner nå. " * 4)
    assert [match.severity for match in check.find(draft)] == [None, Severity.WARNING]


def test_light_verb_in_the_passive(make_draft: MakeDraft) -> None:
    """«foretas en vurdering» hides the verb as well as «foreta en vurdering»."""
    check = NominalisationCheck(
        {"vurdering": "vurdere"}, "Skriv {verb}.", "?", light_verbs=frozenset({"foreta"})
    )
    assert found(check, make_draft, "Det foretas en vurdering av saken.") == [
        "foretas en vurdering av"
    ]


def test_date_is_no_object(make_draft: MakeDraft) -> None:
    """«henvendelse av 3. mai» tells when, not what."""
    check = NominalisationCheck({}, "{verb}", "?")
    assert found(check, make_draft, "Vi viser til henvendelse av 3. mai.") == []


def test_acronym_is_found_once(make_draft: MakeDraft) -> None:
    """The first use is where it should be explained."""
    check = AcronymCheck("{meaning}", "?", frozenset())
    assert found(check, make_draft, "HOU møtes i dag. HOU møtes igjen i mai.") == ["HOU"]


def test_acronym_is_explained_by_the_words(make_draft: MakeDraft) -> None:
    """The name in full may stand anywhere."""
    check = AcronymCheck("{meaning}", "?", frozenset())
    text = "Ring NVE i dag. Norges vassdrags- og energidirektorat følger elva."
    assert found(check, make_draft, text) == []


def test_capitals_throughout_are_no_acronyms(make_draft: MakeDraft) -> None:
    """A title that shouts."""
    check = AcronymCheck("{meaning}", "?", frozenset())
    assert found(check, make_draft, "# FARE FOR RAS VED ELVA\n\nHold deg unna.\n") == []


def test_long_word_quotes_the_draft(make_draft: MakeDraft) -> None:
    """Its hint has the parts of the word, and so must not be shown where the word is masked."""
    check = LongWordCheck(20, "{phrase}", "{parts}", "?", prepositions={"rutine": "for"})
    (match,) = check.find(make_draft("Vi har nye legemiddelhåndteringsrutiner."))
    assert match.values["hint"] == "rutiner for legemiddelhåndtering"
    assert match.quotes_draft


def test_subheading_counts_anew_after_each(make_draft: MakeDraft) -> None:
    """A heading ends a long stretch."""
    body = "Vi åpner i dag. " * 3
    check = SubheadingCheck(15)
    assert found(check, make_draft, f"# Nytt\n\n{body}\n\n## Mer\n\n{body}\n") == []
    assert len(found(check, make_draft, f"# Nytt\n\n{body}\n\n{body}\n\n{body}\n")) == 1


def test_list_is_not_asked_to_be_a_list(make_draft: MakeDraft) -> None:
    """What stands in a list already is left alone."""
    check = EnumerationCheck(3, 5)
    listing = "kjøpe epler, plukke pærer, koke plommer og spise alt sammen i dag"
    assert len(found(check, make_draft, f"# Nytt\n\nKort.\n\nVi skal {listing}.")) == 1
    assert found(check, make_draft, f"# Nytt\n\nKort.\n\n- Vi skal {listing}.\n- Ferdig.") == []


def test_text_in_both_norms_is_left_alone(make_draft: MakeDraft) -> None:
    """Which norm is meant cannot be told when the other one has more words."""
    check = MixedNormsCheck({"ikkje": ("ikke",), "eg": ("jeg",)})
    assert found(check, make_draft, "Eg veit ikkje. Ho sa ikke noko.") == []


def test_form_that_is_used_most_is_kept(make_draft: MakeDraft) -> None:
    """The others are found, wherever they stand."""
    check = MixedFormsCheck((("frem", "fram"),))
    assert found(check, make_draft, "Gå frem. Gå fram. Kom fram.") == ["frem"]
