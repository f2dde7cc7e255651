"""What a sentence says is not so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from klartekst.checks import Draft
from klartekst.matching.denial import denied

MakeDraft = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "word", "is_denied"),
    [
        ("Det stemmer ikke at legene har sluttet på grunn av uenighet.", "sluttet", True),
        ("Faren for at flere blir syke, er liten.", "syke", True),
        ("Avvikene er gjennomgått, uten at det er funnet svikt.", "svikt", True),
        ("Avvikene er gjennomgått, uten at det er funnet svikt.", "gjennomgått", False),
        ("Utsikten fikk de aldri se, for tåka lå tjukk.", "Utsikten", True),
        ("Utsikten fikk de aldri se, for tåka lå tjukk.", "tjukk", False),
        ("Det var ikkje is på vegen.", "vegen", True),
        ("Ingen på klubben blir uten jobb.", "jobb", False),
        ("Må de betale alt? Nei, de betaler halvparten.", "alt", True),
        ("Kommunen kommer ikke til å klage.", "klage", True),
        ("Det er ikke funnet tegn til at data er hentet ut.", "data", True),
        ("Vi har ingen planer om å selge skolen.", "skolen", True),
        ("Det er åpent alle dager unntatt søndag.", "søndag", True),
        ("Det er åpent alle dager unntatt søndag.", "dager", False),
        ("I stedet for å bygge ny hall leier kommunen den gamle.", "bygge", True),
        ("Fritaket for pensjonister ble forkastet.", "Fritaket", True),
        ("Lederen vil unngå oppsigelser.", "oppsigelser", True),
        ("Skolen skulle ha laget en plan.", "plan", True),
        ("Skolen skal ha en plan.", "plan", False),
        ("Kan vedtaket klages på? Ja, innen tre uker.", "vedtaket", False),
    ],
)
def test_scope(make_draft: MakeDraft, text: str, word: str, is_denied: bool) -> None:
    """The clause of a negation with what it holds; twice denied is said."""
    doc = make_draft(text).doc
    found = {index for sentence in doc.sents for index in denied(list(sentence))}
    assert {token.text for token in doc if token.i in found}.issuperset({word}) == is_denied
