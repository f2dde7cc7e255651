"""The whole way from bytes to Result."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from klartekst import pipeline as pipeline_module
from klartekst import sentence_ends
from klartekst.linter import Linter, Submission
from klartekst.model import (
    Brief,
    Config,
    KeyMessage,
    Match,
    PublicPerson,
    Result,
    Severity,
    Verdict,
)
from klartekst.readers import read
from klartekst.selection import UnknownRuleError

CLEAN = """# Biblioteket flytter til rådhuset

Fra 3. mars finner du biblioteket i første etasje på rådhuset.

Du kan låne bøker hver dag fra klokka ti.
"""
# A number of the Tenor test series, which nobody holds.
NUMBER = "058187 12490"


@pytest.fixture(scope="module")
def language_linter() -> Linter:
    """A Linter with the language rules alone."""
    return Linter(Config(select=("klarsprak",)))


def test_clean_draft_is_ready(linter: Linter) -> None:
    """Plain words about a library are nothing to stop for."""
    result = linter.lint(CLEAN.encode(), "utkast.md")
    assert result.error is None
    assert result.verdict is Verdict.READY


def test_result_tells_what_it_is_about(linter: Linter) -> None:
    """Name, hash, language and measures go along."""
    result = linter.lint(CLEAN.encode(), "utkast.md")
    assert result.name == "utkast.md"
    assert result.sha256 is not None
    assert result.language == "nb"
    assert result.measures is not None


def test_offsets_are_of_the_source(linter: Linter) -> None:
    """Markup, CRLF and decomposed letters before a finding do not move it."""
    text = "# **A\u030apent** m\u00f8te\r\n\r\nVi skal _erverve_ tomta.\r\n"
    (finding,) = lint_language(linter, text.encode())
    assert text[finding[0] : finding[1]] == "erverve"


def lint_language(linter: Linter, data: bytes) -> list[tuple[int, int]]:
    """Where the officialese rule finds something."""
    result = linter.lint(data, "utkast.md")
    return [
        (f.span.start, f.span.end) for f in result.findings if f.rule == "klarsprak/kanselliord"
    ]


def test_profile_of_the_brief(linter: Linter) -> None:
    """The brief knows better than the config, the caller better than the brief."""
    brief = Brief(profile="mediesvar")
    assert linter.lint(CLEAN.encode(), "a.md", brief=brief).profile == "mediesvar"
    result = linter.lint(CLEAN.encode(), "a.md", brief=brief, profile="nyhetssak")
    assert result.profile == "nyhetssak"


def test_messages_are_told(linter: Linter) -> None:
    """Each message has its status, and its place in the source."""
    brief = Brief((KeyMessage("m1", "Biblioteket er på rådhuset fra 3. mars."),))
    (status,) = linter.lint(CLEAN.encode(), "a.md", brief=brief).messages
    assert (status.status, status.where) == ("present", "lead")
    assert status.span is not None
    assert CLEAN[status.span.start : status.span.end].startswith("Fra 3. mars")


def test_missing_main_message_stops(linter: Linter) -> None:
    """A draft that does not say its main message is not ready."""
    brief = Brief((KeyMessage("m1", "Eldre får gratis influensavaksine."),))
    result = linter.lint(CLEAN.encode(), "a.md", brief=brief)
    assert result.verdict is Verdict.STOP
    assert [finding.rule for finding in result.findings] == ["budskap/hovedbudskap"]


def test_unreadable_draft_is_unchecked(linter: Linter) -> None:
    """An error, and no findings."""
    result = linter.lint(b"", "tom.md")
    assert result.verdict is Verdict.UNCHECKED
    assert result.error is not None
    assert result.findings == ()


def test_own_fault_is_unchecked(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours fails closed, and tells nothing of the draft."""

    def fail(*_: object, **__: object) -> None:
        raise ValueError(NUMBER)

    monkeypatch.setattr("klartekst.linter.measure", fail)
    result = linter.lint(CLEAN.encode(), "utkast.md")
    assert result.verdict is Verdict.UNCHECKED
    assert NUMBER not in str(result)


def test_missing_pipeline_is_told() -> None:
    """With how to install it; nothing is downloaded."""
    result = Linter(Config(pipeline="nb_core_news_sm")).lint(CLEAN.encode(), "utkast.md")
    assert "python -m spacy download nb_core_news_sm" in str(result.error)


def test_unknown_rule_is_refused() -> None:
    """A misspelt choice would silence more than was meant."""
    with pytest.raises(UnknownRuleError, match="Mente du «personvern»"):
        Linter(Config(ignore=("personvrn",)))


def test_severity_of_the_config() -> None:
    """A municipality decides how grave a rule is."""
    config = Config(
        select=("klarsprak/kanselliord",), severity={"klarsprak/kanselliord": Severity.ERROR}
    )
    result = Linter(config).lint(b"Kommunen skal erverve tomta.", "a.txt")
    assert result.verdict is Verdict.STOP


def test_only_needed_components_are_loaded(language_linter: Linter) -> None:
    """Names are not looked for when no rule asks for them."""
    assert "ner" not in language_linter.pipeline.nlp.pipe_names


def secrets_in(result: Result) -> str:
    """All that a report could show."""
    return repr(result)


def test_number_is_masked_in_every_finding(linter: Linter) -> None:
    """Also in the excerpt of a long sentence about something else."""
    sentence = (
        f"Mannen med fødselsnummer {NUMBER} har etter det kommunen kjenner til bodd i huset ved "
        "elva i mange år sammen med flere andre som også har søkt om å få bli boende der til neste "
        "sommer når arbeidet begynner."
    )
    result = linter.lint(sentence.encode(), "utkast.txt")
    assert {finding.rule for finding in result.findings} >= {
        "personvern/fodselsnummer",
        "klarsprak/lang-setning",
    }
    assert "12490" not in secrets_in(result)
    assert "058187" not in secrets_in(result)


def test_parts_of_a_secret_word_are_not_told(
    linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A match that quotes the draft is left out where the words are confidential."""
    draft = linter.read(f"Nummeret er {NUMBER}.".encode(), "utkast.md")
    (secret,) = (
        (rule, match)
        for rule, match in linter.matches(draft)
        if rule.id == "personvern/fodselsnummer"
    )
    rule = next(rule for rule in linter.rules if rule.id == "klarsprak/langt-ord")
    told = Match(secret[1].span, {"count": "11", "hint": NUMBER}, quotes_draft=True)
    monkeypatch.setattr(linter, "matches", lambda _: [secret, (rule, told)])
    result = linter.lint(f"Nummeret er {NUMBER}.".encode(), "utkast.md")
    assert [finding.rule for finding in result.findings] == ["personvern/fodselsnummer"]


def test_general_rule_yields_to_a_better_one(linter: Linter) -> None:
    """«vurdering av» is not told again within «foretatt en grundig vurdering av»."""
    result = linter.lint("Vi har foretatt en svært grundig vurdering av saken.".encode(), "a.md")
    rules = {finding.rule for finding in result.findings}
    assert "klarsprak/innpakket-verb" in rules
    assert "klarsprak/verbalsubstantiv" not in rules


def test_match_may_weigh_more_than_its_rule(language_linter: Linter) -> None:
    """A very long sentence is a warning, a long one a tip."""
    words = "Vi bygger " + "nye og fine " * 8 + "hus."
    longer = "Vi bygger " + "nye og fine " * 10 + "hus."
    severities = [
        finding.severity
        for text in (words, longer)
        for finding in language_linter.lint(text.encode(), "a.md").findings
        if finding.rule == "klarsprak/lang-setning"
    ]
    assert severities == [Severity.INFO, Severity.WARNING]


def test_secrets_are_shown_when_asked(linter: Linter) -> None:
    """The writer may look, on a terminal."""
    text = f"Fødselsnummer {NUMBER} står her."
    assert NUMBER in secrets_in(linter.lint(text.encode(), "utkast.txt", reveal=True))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=200) | st.binary(max_size=200))
def test_never_raises(linter: Linter, draft: str | bytes) -> None:
    """Whatever comes in, a Result with findings or an error comes out, never both."""
    data = draft.encode("utf-8", "surrogatepass") if isinstance(draft, str) else draft
    result = linter.lint(data, "utkast.md")
    assert (result.error is None) == (result.verdict is not Verdict.UNCHECKED)
    assert result.error is None or not result.findings
    assert "feil i klartekst" not in (result.error or "")


def test_nothing_reaches_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole check, from loading to findings, with sockets shut."""
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    linter = Linter(Config())
    text = f"Skriv til kari.nordmann@example.no om {NUMBER}. Ring 68 05 12 34."
    assert linter.lint(text.encode(), "utkast.txt").error is None


def test_rule_with_a_mistake_is_told(tmp_path: Path) -> None:
    """The others still work."""
    folder = tmp_path / "klarsprak"
    folder.mkdir()
    (folder / "feil.toml").write_text("check = 1", encoding="utf-8")
    linter = Linter(Config(rule_folders=(str(tmp_path),)))
    assert len(linter.errors) == 1
    assert linter.rules


def test_listed_people_may_be_named_while_they_hold_their_role() -> None:
    """A list of names with an end date, so that a former mayor is private again."""
    text = "Berit Hansen har klaget på vedtaket.".encode()
    choice = ("personvern/privatperson", "personvern/uavklart-person")

    def verdict(until: date) -> Verdict:
        person = PublicPerson("Berit Hansen", "ordfører", until)
        return Linter(Config(select=choice, people=(person,))).lint(text, "a.txt").verdict

    assert verdict(date(2999, 1, 1)) is Verdict.READY
    assert verdict(date(2020, 1, 1)) is not Verdict.READY


def test_many_documents_give_what_each_gives_alone(linter: Linter) -> None:
    """Parsing together is only quicker."""
    texts = ["Rektor sier at skolen åpner mandag.", f"Nummeret er {NUMBER}.", "Vel møtt til alle!"]
    documents = [read(text.encode(), f"{n}.txt", max_megabytes=1) for n, text in enumerate(texts)]
    together = list(linter.lint_all([Submission(document, "") for document in documents]))
    alone = [linter.lint(text.encode(), f"{n}.txt") for n, text in enumerate(texts)]
    assert [result.findings for result in together] == [result.findings for result in alone]
    assert [result.measures for result in together] == [result.measures for result in alone]


def test_one_faulty_document_leaves_the_others_checked(
    linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though all are parsed together."""
    texts = ["Skolen åpner mandag.", "feil", "Vel møtt."]
    documents = [read(text.encode(), f"{n}.txt", max_megabytes=1) for n, text in enumerate(texts)]
    preset = sentence_ends.preset

    def fail_on_one(doc: Doc, starts: list[int]) -> Doc:
        if doc.text == "feil":
            raise ValueError("no words of the draft")
        return preset(doc, starts)

    monkeypatch.setattr(pipeline_module, "preset", fail_on_one)
    results = linter.lint_all([Submission(document, "") for document in documents])
    errors = [result.error for result in results]
    assert errors[0] is errors[2] is None
    assert "ValueError" in str(errors[1])
