"""Word lists: suggestions in the inflection of what they replace, terms, and what is left alone."""

from __future__ import annotations

import pytest

from klartekst.checks import Draft
from klartekst.checks.language.replace import ReplaceCheck
from klartekst.checks.language.term import TermCheck
from klartekst.document import assemble_extracted
from klartekst.inflection import BASE_CELL, CELLS, Norm, forms
from klartekst.model import Brief, Match, Role
from klartekst.packs import load_pack, make_check
from klartekst.pipeline import Pipeline

WORD_RULES = [
    rule
    for rule in load_pack().rules
    if rule.category == "klarsprak" and rule.check in {"replace", "term"}
]
OFFICIALESE = {
    "klarsprak/kanselliord",
    "klarsprak/kontorord",
    "klarsprak/omstendelig",
    "klarsprak/tung-nominalisering",
    "klarsprak/tunge-ord",
}


def draft_of(text: str, pipeline: Pipeline, brief: Brief | None = None) -> Draft:
    """A draft of one paragraph a line."""
    lines = [(Role.PARAGRAPH, line, "") for line in text.split("\n")]
    document = assemble_extracted("utkast", lines)
    return Draft(document, pipeline.parse(document), brief)


def shipped(name: str, norm: Norm, text: str, pipeline: Pipeline) -> list[Match]:
    """What a shipped rule finds."""
    rule = next(r for r in WORD_RULES if r.id == f"klarsprak/{name}" and r.language == norm)
    return list(make_check(rule).find(draft_of(text, pipeline)))


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Kommunen iverksatte arbeidet i fjor.", "satte i gang"),
        ("Kommunen iverksetter arbeidet nå.", "setter i gang"),
        ("Kommunen har iverksatt arbeidet.", "satt i gang"),
        ("Kommunen skal iverksette arbeidet.", "sette i gang"),
        ("Arbeidet iverksettes i mai.", "settes i gang"),
        ("Kommunen erverver tomta.", "kjøper"),
        ("Erverver kommunen tomta?", "Kjøper"),
        ("De aktuelle bestemmelsene gjelder alle.", "Reglene"),
    ],
)
def test_suggestion_fits_in_bokmaal(text: str, better: str, pipeline: Pipeline) -> None:
    """Tense, voice, number, definiteness and the capital letter are those of the text."""
    assert shipped("kanselliord", "nb", text, pipeline)[0].suggestions[0] == better


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Kommunen iverksette arbeidet i fjor, og folk var glade for det.", "sette i gang"),
        ("Kommunen skal iverksetje arbeidet når dei er ferdige.", "setje i gang"),
        ("Kommunen har ikkje iverksett arbeidet.", "sett i gang"),
        ("Kommunen ervervar tomta til dei nye skulane.", "kjøper"),
        ("Kommunen framskaffa nye lokale til elevane.", "skaffa"),
    ],
)
def test_suggestion_fits_in_nynorsk(text: str, better: str, pipeline: Pipeline) -> None:
    """Strong verbs, e-verbs and a-verbs of nynorsk."""
    assert shipped("kanselliord", "nn", text, pipeline)[0].suggestions[0] == better


def test_what_cannot_be_inflected_is_marked(pipeline: Pipeline) -> None:
    """A noun of another gender would clash with its article: the writer must choose."""
    check = ReplaceCheck({"anmodning": ("ønske",)}, norm="nb")
    match = next(check.find(draft_of("Vi fikk en anmodning.", pipeline)))
    assert match.values["suggestion"] == "«ønske» (grunnform)"


@pytest.mark.parametrize(
    "text",
    [
        "– Vi skal erverve tomta, sier ordføreren.",
        "Rådmannen skrev: «Vi skal erverve den store tomta.»",
        "Saken følger lov om erverv av næringseiendom og lov om å erverve tomter.",
    ],
)
def test_left_alone(text: str, pipeline: Pipeline) -> None:
    """What others say, and the titles of laws."""
    assert shipped("kanselliord", "nb", text, pipeline) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hun må betale dagmulkt, altså en bot for hver dag.\nKommunen bruker dagmulkt av og til.",
        "Hun må betale en bot for hver dag (dagmulkt).",
        "Kommunen gir dagmulkt. Det betyr at du må betale for hver dag.",
        "Dagmulkt er en bot for hver dag. Kommunen gir dagmulkt når noen bygger ulovlig.",
    ],
)
def test_explained_term_is_left_alone(text: str, pipeline: Pipeline) -> None:
    """The reader knows it then."""
    check = TermCheck({"dagmulkt": "bot for hver dag"}, norm="nb")
    assert list(check.find(draft_of(text, pipeline))) == []


def test_term_is_found_at_its_first_mention(pipeline: Pipeline) -> None:
    """Once is enough to learn it."""
    check = TermCheck({"dagmulkt": "bot for hver dag"}, norm="nb")
    found = list(check.find(draft_of("Hun får dagmulkt.\nDagmulkten er høy.", pipeline)))
    assert [match.span.start for match in found] == [8]


def test_ordinary_word_is_found_when_it_tires(pipeline: Pipeline) -> None:
    """At its third mention."""
    check = TermCheck({"tiltak": "det vi gjør"}, often=("tiltak",), norm="nb")
    text = "Vi har ett tiltak.\nVi trenger tiltak.\nTiltakene virker."
    assert [match.span.start for match in check.find(draft_of(text, pipeline))] == [40]


def test_terms_are_for_residents(pipeline: Pipeline) -> None:
    """Experts know the words of their trade."""
    check = TermCheck({"dagmulkt": "bot for hver dag"}, norm="nb")
    draft = draft_of("Hun får dagmulkt.", pipeline, Brief(readership="fagfolk"))
    assert list(check.find(draft)) == []


def test_compound_by_its_ending(pipeline: Pipeline) -> None:
    """«*analyse» is any analysis, in any inflection; the word itself needs something before it."""
    check = TermCheck({"*analyse": "undersøkelse"}, norm="nb")
    text = "De leste kapasitetsanalysene og en analyse."
    spans = [match.span for match in check.find(draft_of(text, pipeline))]
    assert [text[span.start : span.end] for span in spans] == ["kapasitetsanalysene"]


@pytest.mark.parametrize("rule", WORD_RULES, ids=lambda rule: f"{rule.id}:{rule.language}")
def test_every_suggestion_has_a_form_for_every_cell(rule: object) -> None:
    """Every entry × every form of its key gives a form, or nothing, which is marked: never junk."""
    norm = rule.language or "nb"  # type: ignore[attr-defined]  # a Rule
    table = forms(norm)
    for key, suggestions in rule.parameters.get("words", {}).items():  # type: ignore[attr-defined]  # a Rule
        for word in key.split():
            for paradigm in table.paradigms(word):
                for cell in CELLS[paradigm.word_class]:
                    for words in suggestions:
                        inflected = table.inflect(words, paradigm.word_class, cell)
                        assert inflected is None or len(inflected.split()) == len(words.split())
                        assert inflected is None or inflected.strip() == inflected != ""


@pytest.mark.parametrize("norm", ["nb", "nn"])
def test_tables_are_whole(norm: Norm) -> None:
    """Every paradigm has all its cells, and its lemma in the first."""
    table = forms(norm)
    for lemma in ("bruke", "sak", "vanskelig" if norm == "nb" else "vanskeleg"):
        for paradigm in table.paradigms(lemma):
            assert len(paradigm.cells) == len(CELLS[paradigm.word_class])
            assert paradigm.form(BASE_CELL[paradigm.word_class]) == lemma


@pytest.mark.parametrize("norm", ["nb", "nn"])
def test_no_entry_twice(norm: Norm) -> None:
    """One word is one rule's: nobody is told the same thing twice."""
    seen: dict[str, str] = {}
    for rule in WORD_RULES:
        if rule.language != norm:
            continue
        for key in (*rule.parameters.get("words", ()), *rule.parameters.get("terms", ())):
            assert key not in seen, f"{key}: {seen.get(key)} and {rule.id}"
            seen[key] = rule.id


@pytest.mark.parametrize("norm", ["nb", "nn"])
def test_no_suggestion_is_itself_found(norm: Norm) -> None:
    """Whoever does as one rule says is not told otherwise by the next."""
    rules = [rule for rule in WORD_RULES if rule.language == norm and rule.id in OFFICIALESE]
    words = {key: each for rule in rules for key, each in rule.parameters["words"].items()}
    for key, suggestions in words.items():
        for suggestion in suggestions:
            again = [other for other in words if f" {other} " in f" {suggestion} "]
            assert not set(again) - {key}, f"{key}: {suggestion}"


@pytest.mark.parametrize(("norm", "most"), [("nb", 400), ("nn", 300)])
def test_lists_are_long_enough(norm: Norm, most: int) -> None:
    """What was promised: entries counted as words and phrases, not as inflected forms."""
    table = forms(norm)

    def entries(name: str, key: str) -> int:
        rules = [r for r in WORD_RULES if r.language == norm and name in r.id]
        return sum(len(rule.parameters.get(key, {})) for rule in rules)

    assert entries("kanselliord", "words") + entries("tunge-ord", "words") >= most
    assert entries("fagord", "terms") >= 400
    assert entries("engelske-ord", "words") >= 120
    assert "bruke" in table
