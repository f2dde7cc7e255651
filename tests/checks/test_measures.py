"""Measures on right segmentation, against counts made by hand."""

from __future__ import annotations

import textstat

from klartekst.checks.measures import measure
from tests.conftest import MakeDraft


def test_lix_by_hand(make_draft: MakeDraft) -> None:
    """Twelve words in one sentence, four of them long: 12 + 100 × 4 / 12 = 45.3."""
    text = "Møtet starter kl. 10.30 torsdag 4. juni 2026 i kommunestyresalen på rådhuset."
    measures = measure(make_draft(text))
    assert measures is not None
    assert (measures.words, measures.sentences, measures.lix) == (12, 1, 45.3)


def test_textstat_miscounts_the_same_sentence() -> None:
    """Why the counts are our own: textstat ends sentences at «kl.» and «4.»."""
    text = "Møtet starter kl. 10.30 torsdag 4. juni 2026 i kommunestyresalen på rådhuset."
    assert abs(textstat.lix(text) - 45.3) > 5


def test_headings_and_contacts_are_not_counted(make_draft: MakeDraft) -> None:
    """Only running text is."""
    text = "# Ny bru\n\nBrua er ferdig.\n\n## Kontakt\n\nKari Nordmann, telefon 68 05 12 34\n"
    measures = measure(make_draft(text))
    assert measures is not None
    assert (measures.words, measures.sentences) == (3, 1)


def test_nothing_to_measure(make_draft: MakeDraft) -> None:
    """A title alone has no measures."""
    assert measure(make_draft("# Ny bru\n")) is None


def test_officialese_is_less_clear(make_draft: MakeDraft) -> None:
    """The heavy wording of the same thing scores lower."""
    heavy = measure(
        make_draft(
            "I forbindelse med gjennomføringen av rehabiliteringsarbeidene vil svømmehallen bli "
            "holdt stengt for publikum inntil ferdigstillelsesattest foreligger fra kommunen."
        )
    )
    plain = measure(make_draft("Vi pusser opp svømmehallen. Den er stengt til vi er ferdige."))
    assert heavy is not None
    assert plain is not None
    assert heavy.clarity < 40
    assert plain.clarity > 70
    assert (heavy.level, plain.level) == ("vanskelig", "lett")
