"""Names in the addresses of items are covered as in their titles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from klartekst.audit.addresses import cover_for, secret_of
from klartekst.audit.checking import Checker
from klartekst.audit.items import Item
from klartekst.audit.keys import ShownKeys
from klartekst.audit.on_disk import on_disk
from klartekst.audit.state import Row, State
from klartekst.cli.audit import audit as command
from klartekst.linter import Linter
from tests.audit.site import LEAK, page
from tests.audit.tables import LEAK as LEAK_RULE
from tests.audit.tables import item

SECRETS = (
    secret_of("Åse Bjørnstads", is_name=True),
    secret_of("har kreft", is_name=False),
    secret_of("058187 12490", is_name=False),
)
TEXT = "Åse Bjørnstads sak: hun har kreft, sier ordfører Kari Nordmann."


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://x.no/ase-bjornstad-har-kreft", "https://x.no/a…-b…-h…-k…"),
        ("https://x.no/aase-bjoernstads-klage", "https://x.no/aa…-b…-klage"),
        ("https://x.no/%C3%85se%20Bj%C3%B8rnstad.pdf", "https://x.no/Å… B….pdf"),
        ("sak/Åse_Bjørnstad 058187 12490.docx", "sak/Å…_B… ██████ █████.docx"),
        ("https://x.no/bjornstad", "https://x.no/bj…"),
        ("https://x.no/arkiv/05818712490", "https://x.no/arkiv/███████████"),
    ],
)
def test_secrets_of_an_item_are_covered_in_its_address(address: str, shown: str) -> None:
    """However an address spells them."""
    assert cover_for(SECRETS, TEXT)(address) == shown


@pytest.mark.parametrize(
    "address",
    [
        "https://x.no/bjornstadveien",
        "https://x.no/kari-nordmann-apner-bru",
        "https://x.no/nyheter/2024/05/17/ny-bru",
        "https://x.no/sak/20240517",
        "https://x.no/tirsdager-per-uke-i-mai",
    ],
)
def test_other_words_stand(address: str) -> None:
    """Other words, dates, and the names of those whom the text may name."""
    assert cover_for(SECRETS, TEXT)(address) == address


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("klager/Klage fra Ola Hansen.docx", "klager/Klage fra O… H….docx"),
        ("https://x.no/kari-berg", "https://x.no/ka…-b…"),
        ("https://x.no/kari-xyzvik-klager", "https://x.no/ka…-x…-klager"),
    ],
)
def test_name_that_the_text_does_not_have_is_covered(address: str, shown: str) -> None:
    """Nobody has judged whether it may be known: that of a broken file, say."""
    assert cover_for((), "")(address) == shown


def test_nothing_secret_of_a_page_is_in_its_outcome(linter: Linter) -> None:
    """Neither in the key as shown, nor in the address, title or section."""
    checker = Checker.__new__(Checker)
    checker.__dict__.update(_linter=linter, _all_languages=False)
    address = "https://eksempel.example.no/kari-nordmann/klager"
    body = page(2, extra=LEAK.format(2)).encode()
    (outcome,) = checker.check([Item(address, body, "page", address=address)])
    assert outcome.shown == "https://eksempel.example.no/ka…-n…/klager"
    assert outcome.address == ""
    told = repr((outcome.error, outcome.title, outcome.section, outcome.result)).casefold()
    assert "nordmann" not in told.replace("kari-nordmann/klager", "")


def covered(row: Row, shown: str) -> Row:
    """The item as a checker would hand it on."""
    return replace(row, outcome=row.outcome and replace(row.outcome, shown=shown))


@pytest.fixture
def keys() -> Iterator[ShownKeys]:
    """Of an audit that begins."""
    with on_disk() as shown, on_disk() as taken:
        yield ShownKeys(shown, taken)


def test_keys_that_look_alike_are_told_apart(keys: ShownKeys) -> None:
    """Findings are joined to their items by them."""
    assert keys.of(covered(item(1, LEAK_RULE), "ka…-n…")) == "ka…-n…"
    assert keys.of(covered(item(2, LEAK_RULE), "ka…-n…")) == "ka…-n… (2)"
    assert keys.again("sak-2") == "ka…-n… (2)"


def test_copy_of_an_item_with_secrets_goes_by_its_key(keys: ShownKeys) -> None:
    """Its own address was never looked at."""
    assert keys.of(item(1, LEAK_RULE)) == "sak-1"
    assert keys.of(Row(2, "åse-bjørnstad-klager", "sak-1", None)) == "sak-1 (2)"
    assert keys.of(Row(3, "sak-3", "sak-9", None)) == "sak-3"


def test_whole_address_is_told_by_number(tmp_path: Path) -> None:
    """On the machine that has the working files."""
    state = State(tmp_path, {})
    state.meet([(7, Item("https://x.no/ase-bjornstad", b"", "page"))])
    state.close()
    result = CliRunner().invoke(command, ["where", "7", "-o", str(tmp_path)])
    assert result.output == "https://x.no/ase-bjornstad\n"
    assert CliRunner().invoke(command, ["where", "8", "-o", str(tmp_path)]).exit_code == 2
    gone = CliRunner().invoke(command, ["where", "7", "-o", str(tmp_path / "borte")])
    assert "har ikke fila audit.sqlite" in gone.stderr
