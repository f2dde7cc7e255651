"""The line of a key is told as a person counts."""

from __future__ import annotations

import pytest

from klartekst.toml_lines import line_of

TEXT = '''\
# Et utkast
[utspill]
krise = true

[[budskap]]
tekst = """
[ikke en tabell]
tekst = "heller ikke"
"""
[[budskap]]   # det andre
id = "m2"
"tekst" = "Hei"
[severity]
"klarsprak/passiv" = "info"
'''


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("utspill", "krise"), 3),
        (("budskap", 0, "tekst"), 6),
        (("budskap", 1), 10),
        (("budskap", 1, "tekst"), 12),
        (("budskap", 1, "mangler"), 10),
        (("finnes", "ikke"), None),
    ],
)
def test_line_of(location: tuple[str | int, ...], line: int | None) -> None:
    """Of a key, of a table, of the table that lacks a key."""
    assert line_of(TEXT, location) == line


def test_quoted_key_of_several_words() -> None:
    """Keys of word lists are phrases."""
    assert line_of('[words]\n"i henhold til" = "etter"\n', ("words", "i henhold til")) == 2
