"""The clear cases of Norwegian sentence ends are settled without a model."""

from __future__ import annotations

import re

import pytest
import spacy
from spacy.tokens import Doc

from klartekst.sentence_ends import Words, final_stops, kind_of_stop, preset, sentence_starts


def words(text: str) -> Words:
    """Tokens parted by white space or «|»."""
    pieces = re.findall(r"([^\s|]+)(\s?)", text)
    return Words([word for word, _ in pieces], [bool(space) for _, space in pieces])


def starts(text: str) -> dict[str, bool | None]:
    """What is said of each token; tokens must differ."""
    given = words(text)
    return dict(zip(given.texts, sentence_starts(given), strict=True))


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("3.", "ordinal"),
        ("K.", "initial"),
        ("J.P.", "initial"),
        ("osv.", "closing"),
        ("a.", "closing"),
        ("UiO.", "closing"),
        ("dr.", "abbreviation"),
        (".", None),
        ("...", None),
        ("hus", None),
        ("(.", None),
    ],
)
def test_kinds_of_full_stops(token: str, kind: str | None) -> None:
    assert kind_of_stop(token) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Ta med mat , klær osv. Vi går",
        "Ta med mat , klær osv. –| Når ?",
        "Ta med mat , klær osv.",
        "Han lovte «|kaker osv.|»",
        "Kartet er på side 4. Ta det med",
        "Vi valgte plan B. Det var klokt",
    ],
)
def test_a_full_stop_of_an_abbreviation_may_end_the_sentence(text: str) -> None:
    given = words(text)

    (index,) = final_stops(given)

    assert given.texts[index] in {"osv.", "4.", "B."}


@pytest.mark.parametrize(
    "text",
    [
        "Klær osv. må merkes",
        "Møtet er kl. Ti",
        "Det sier dr. Holm",
        "Vi åpner 3. juni",
        "Vi åpner 17. Mai",
        "1. Gå inn",
        "Det sier K. Olsen",
        "Det sier A. B. Hansen",
        "Klær ( osv. ) er med",
        "2.",
    ],
)
def test_most_full_stops_inside_tokens_end_nothing(text: str) -> None:
    assert final_stops(words(text)) == []


def test_a_capital_after_a_full_stop_starts_a_sentence() -> None:
    found = starts("Vi går . Det regner .")

    assert (found["Vi"], found["går"], found["Det"]) == (True, False, True)


def test_a_reply_starts_at_its_dash() -> None:
    found = starts("Slik er det : – Vi går")

    assert (found["–"], found["Vi"]) == (True, False)


def test_lower_case_goes_on_after_a_question() -> None:
    assert starts("– Hvorfor ? spør hun")["spør"] is False


def test_the_closing_mark_belongs_to_its_sentence() -> None:
    found = starts("«|Kom hjem|.|» Slik var svaret")

    assert (found["»"], found["Slik"]) == (False, True)


def test_straight_quotation_marks_open_after_a_space() -> None:
    found = sentence_starts(words('Ja|. "|Nei|.|" Så sant'))

    assert found == [True, False, True, False, False, False, True, False]


def test_no_sentence_starts_in_brackets_inside_another() -> None:
    found = starts("Hun ( Han er lege . Ja ! ) lo")

    assert (found["Han"], found["Ja"], found["lo"]) == (False, False, False)


def test_a_bracket_after_a_full_stop_is_a_sentence() -> None:
    assert starts("Det er stengt . ( Kiosken er åpen")["("] is True


def test_the_colon_of_a_label_or_headline_ends_nothing() -> None:
    assert starts("Foto : Kari Nordmann .")["Kari"] is False
    assert starts("Ordføreren : Vi må spare")["Vi"] is False
    assert starts("Hun sa dette : Vi går .")["Vi"] is None


def test_an_ordinal_above_the_tokenizers_list_goes_on() -> None:
    assert starts("Det skjer for 50 . gang")["gang"] is False


def test_what_is_unclear_is_left_open() -> None:
    found = starts("Vent ... Nei Kari")

    assert (found["Nei"], found["Kari"]) == (None, None)


def test_preset_splits_final_stops_and_keeps_blocks_apart() -> None:
    tokens = ["Frister", "m.m.", "\n\n", "Vi", "går", "kl.", "4."]
    spaces = [True, False, False, True, True, True, False]
    doc = Doc(spacy.blank("nb").vocab, words=tokens, spaces=spaces)
    text = doc.text

    doc = preset(doc, [0, text.index("Vi")])

    assert doc.text == text
    assert [t.text for t in doc] == ["Frister", "m.m", ".", "\n\n", "Vi", "går", "kl.", "4", "."]
    assert [t.i for t in doc if t.is_sent_start] == [0, 4]


def test_preset_of_an_empty_text() -> None:
    doc = Doc(spacy.blank("nb").vocab, words=[])

    assert len(preset(doc, [])) == 0
