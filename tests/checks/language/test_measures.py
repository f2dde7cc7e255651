"""Measures on right segmentation, against counts made by hand and beside textstat."""

from __future__ import annotations

import textstat
from hypothesis import given
from hypothesis import strategies as st

from klartekst.checks.language.measures.clarity import RATES
from klartekst.checks.language.measures.counting import Counts, count
from klartekst.checks.language.measures.syntax import depth_of_subordination
from klartekst.checks.language.measures.vocabulary import vocabulary
from klartekst.linter import Linter
from klartekst.model import Brief, ClarityPart, Config, Measures
from tests.conftest import MakeDraft

MEETING = "Møtet starter kl. 10.30 torsdag 4. juni 2026 i kommunestyresalen på rådhuset."
HEAVY = (
    "I forbindelse med gjennomføringen av rehabiliteringsarbeidene vil svømmehallen bli holdt "
    "stengt for publikum inntil ferdigstillelsesattest foreligger fra kommunen."
)
PLAIN = "Vi pusser opp svømmehallen. Den er stengt til vi er ferdige."

WORDS = st.text("abdefgijklmnoprstuvyæøå", min_size=1, max_size=14)
SENTENCES = st.lists(st.lists(WORDS, min_size=3, max_size=30).map(tuple), min_size=1, max_size=9)


def counted(make_draft: MakeDraft, text: str) -> Counts:
    """The counts of a text that has some."""
    counts = count(make_draft(text))
    assert counts is not None
    return counts


def measured(linter: Linter, text: str) -> Measures:
    """The measures of a text that has some."""
    measures = linter.lint(text.encode(), "utkast.md").measures
    assert measures is not None
    return measures


def test_lix_by_hand(make_draft: MakeDraft) -> None:
    """Twelve words in one sentence, four of them long: 12 + 100 × 4 / 12 = 45.3."""
    counts = counted(make_draft, MEETING)
    assert (counts.words, len(counts.sentences), counts.long_words) == (12, 1, 4)
    assert round(counts.lix, 1) == 45.3
    assert counts.rix == 4


def test_textstat_miscounts_the_same_sentence() -> None:
    """Why the counts are our own: textstat ends sentences at «kl.» and «4.»."""
    assert abs(textstat.lix(MEETING) - 45.3) > 5


def test_textstat_skips_short_sentences() -> None:
    """Why it cannot be handed our sentences either: «Nei.» is none, though its word counts."""
    counts = Counts((("kommunen", "har", "svart"), ("nei",)))
    assert counts.words_per_sentence == 2
    assert textstat.words_per_sentence("Kommunen har svart. Nei.") == 4


def test_textstat_runs_headings_into_the_text() -> None:
    """It knows no blocks."""
    assert textstat.sentence_count("Ny bru på plass\n\nBrua er ferdig i dag.") == 1


@given(SENTENCES)
def test_formulas_are_those_of_textstat(sentences: list[tuple[str, ...]]) -> None:
    """On sentences of three plain words or more, both formulas give the same."""
    text = " ".join(" ".join(sentence).capitalize() + "." for sentence in sentences)
    counts = Counts(tuple(sentences))
    assert abs(counts.lix - textstat.lix(text)) < 1e-9
    assert abs(counts.rix - textstat.rix(text)) < 1e-9


@given(SENTENCES)
def test_length_alone_changes_nothing(sentences: list[tuple[str, ...]]) -> None:
    """A text told three times over reads as it did."""
    once, thrice = Counts(tuple(sentences)), Counts(tuple(sentences * 3))
    assert abs(once.lix - thrice.lix) < 1e-9
    assert abs(once.sentence_around_a_word - thrice.sentence_around_a_word) < 1e-9
    assert abs(once.spread - thrice.spread) < 1e-9


def test_one_long_sentence_weighs_by_its_words() -> None:
    """Forty words among nine times ten: the mean is 13, but the reader meets 19."""
    counts = Counts((("ord",) * 40, *[("ord",) * 10] * 9))
    assert counts.words_per_sentence == 13
    assert round(counts.sentence_around_a_word, 1) == 19.2


def test_headings_and_contacts_are_not_counted(make_draft: MakeDraft) -> None:
    """Only running text is."""
    text = "# Ny bru\n\nBrua er ferdig.\n\n## Kontakt\n\nKari Nordmann, telefon 68 05 12 34\n"
    assert counted(make_draft, text).sentences == (("Brua", "er", "ferdig."),)


def test_a_label_is_no_sentence(make_draft: MakeDraft) -> None:
    """It belongs to what it stands before, or to nothing."""
    text = "Slik gjør du:\n\n- Mars: Vi trekker lodd.\n- April: Gravingen starter.\n"
    assert [len(sentence) for sentence in counted(make_draft, text).sentences] == [4, 3]


def test_words_are_what_stands_between_spaces(make_draft: MakeDraft) -> None:
    """A range is one word, a dash is none."""
    text = "– Vi har åpent kl. 9–14 for gang- og sykkeltrafikk."
    assert counted(make_draft, text).words == 9


def test_nothing_to_measure(make_draft: MakeDraft, linter: Linter) -> None:
    """A title alone has no measures."""
    assert count(make_draft("# Ny bru\n")) is None
    assert linter.lint(b"# Ny bru\n", "utkast.md").measures is None


def test_clauses_within_clauses(make_draft: MakeDraft) -> None:
    """One clause within another is deeper than two side by side."""
    text = "Vi ringer dem som har søkt om at barnet får bytte skole. Vi ringer dem som har søkt."
    nested, flat = make_draft(text).sentences
    assert depth_of_subordination(nested) > depth_of_subordination(flat) >= 1


def test_register_tells_statutes_from_everyday_words() -> None:
    """Above 0 is at home in statutes, whichever the written norm."""
    known = vocabulary()
    assert min(known.register(word) for word in ("herunder", "medhold", "foreligger")) > 2
    assert max(known.register(word) for word in ("du", "hytte", "eg", "snakkar")) < -1
    assert known.register("kvasselimurk") == 0
    assert known.is_rare("kvasselimurk")
    assert not known.is_rare("skole")


def test_officialese_is_less_clear(linter: Linter) -> None:
    """The heavy wording of the same thing scores lower, and says why."""
    heavy, plain = measured(linter, HEAVY), measured(linter, PLAIN)
    assert heavy.clarity < 45
    assert plain.clarity > 82
    assert (heavy.level, plain.level) == ("vanskelig", "lett")
    assert {"register", "officialese", "passives"} <= {cost.part for cost in heavy.costs}


def test_costs_explain_the_score(linter: Linter) -> None:
    """What is left of 100 is the clarity, and the dearest comes first."""
    measures = measured(linter, f"{HEAVY} {PLAIN}")
    points = [cost.points for cost in measures.costs]
    assert measures.clarity == round(100 - sum(points))
    assert points == sorted(points, reverse=True)


@given(st.sampled_from(sorted(RATES)), st.floats(-5, 200), st.floats(0, 50))
def test_what_gets_worse_never_costs_less(part: ClarityPart, value: float, more: float) -> None:
    """And never more than its ceiling, so that no single thing sinks a short text."""
    rate = RATES[part]
    assert 0 <= rate.cost(value) <= rate.cost(value + more) <= rate.most < 30


def test_measures_do_not_hang_on_the_chosen_rules(linter: Linter) -> None:
    """Passives and officialese are counted with those rules left out, too."""
    few = Linter(Config(select=("personvern",)))
    few.__dict__["pipeline"] = linter.pipeline
    assert measured(few, HEAVY) == measured(linter, HEAVY)


def test_specialists_bear_more(linter: Linter) -> None:
    """The same clarity is another level for other readers; the brief outranks the config."""
    text = "Kommunestyret vedtok planen torsdag. Planen blir lagt ut på høring i fire uker."
    as_set = Linter(Config(readership="fagfolk"))
    as_set.__dict__["pipeline"] = linter.pipeline
    for_all, for_few = measured(linter, text), measured(as_set, text)
    assert for_all.clarity == for_few.clarity
    assert (for_all.readership, for_few.readership) == ("innbyggere", "fagfolk")
    assert (for_all.level, for_few.level) == ("middels", "lett")
    brief = Brief(readership="innbyggere")
    by_brief = as_set.lint(text.encode(), "utkast.md", brief=brief).measures
    assert by_brief is not None
    assert by_brief.level == "middels"
