"""What somebody is quoted as saying is told from what the sender writes."""

from __future__ import annotations

import pytest

from klartekst.document import assemble_extracted
from klartekst.model import Role
from klartekst.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("– Vi er glade, sier ordfører Kari Nordmann.", ["– Vi er glade,"]),
        ("– Vi er glade! seier ordførar Kari Nordmann.", ["– Vi er glade!"]),
        (
            "– Vi er glade, sier hun. Kommunen bygger nå.",
            ["– Vi er glade,"],
        ),
        (
            "– Vi er glade, sier hun. – Nå kan vi bygge.",
            ["– Vi er glade,", "– Nå kan vi bygge."],
        ),
        ("– Vi bygger.", ["– Vi bygger."]),
        ("Hun sa «vi bygger nå» til avisa.", ["«vi bygger nå»"]),
        ('Hun sa "vi bygger nå" til avisa.', ['"vi bygger nå"']),
        ("Festivalen heter «Sol ute» i år.", []),
        ("Åpent 10–16 hver dag.", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    """Replies run to their attribution; a name in quotation marks is none."""
    document = assemble_extracted("utkast", [(Role.PARAGRAPH, text, "")])
    found = find_quotations(document)
    assert [document.text[span.start : span.end] for span in found] == quoted


def test_quote_block_is_a_quotation() -> None:
    """A block quote needs no marks."""
    document = assemble_extracted("utkast", [(Role.QUOTE, "Vi bygger nå.", "")])
    assert len(find_quotations(document)) == 1
