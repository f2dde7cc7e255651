"""A brief is written as it is read, and lies beside its draft."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartekst.brief import brief_path, find_brief, load_brief, write_brief
from klartekst.errors import SettingsError
from klartekst.model import (
    Brief,
    BriefQuote,
    Fact,
    Forbidden,
    KeyMessage,
    Profile,
    Readership,
    Spokesperson,
)

# What a text file can hold: no half characters.
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
SOME = st.lists(WORDS, max_size=2).map(tuple)
MESSAGES = st.builds(
    KeyMessage,
    id=WORDS.filter(bool),
    text=WORDS,
    variants=SOME,
    keywords=SOME,
    placement=st.sampled_from([None, "title", "lead", "body"]),
)
BRIEFS = st.builds(
    Brief,
    messages=st.lists(MESSAGES, max_size=3).map(tuple),
    spokespeople=st.lists(st.builds(Spokesperson, WORDS, WORDS, st.booleans()), max_size=2).map(
        tuple
    ),
    forbidden=st.lists(st.builds(Forbidden, WORDS, WORDS), max_size=2).map(tuple),
    profile=st.sampled_from([None, *get_args(Profile)]),
    readership=st.sampled_from([None, *get_args(Readership)]),
    crisis=st.booleans(),
    purpose=WORDS,
    channel=WORDS,
    facts=st.lists(st.builds(Fact, WORDS, WORDS), max_size=2).map(tuple),
    quotes=st.lists(st.builds(BriefQuote, WORDS, WORDS, WORDS), max_size=2).map(tuple),
    officials=st.just(()),
)


@given(BRIEFS)
def test_what_is_written_is_read_back(brief: Brief) -> None:
    """Whatever somebody answered."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "budskap.toml"
        path.write_bytes(write_brief(brief).encode())
        assert load_brief(path) == brief


def test_each_table_has_its_own_lines() -> None:
    """People go on with the file in an editor."""
    written = write_brief(Brief((KeyMessage("m1", "Hei."),), (Spokesperson("Kari Lund"),)))
    assert written.splitlines()[1:] == [
        "",
        "[[budskap]]",
        'id = "m1"',
        'tekst = "Hei."',
        "",
        "[[talsperson]]",
        'navn = "Kari Lund"',
    ]


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    """File, line and remedy."""
    path = tmp_path / "budskap.toml"
    path.write_text('[utspill]\n\n[[sitat]]\ntekst = "Hei"\ngodkjentav = "meg"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"linje 5: .*\[sitat\] nr. 1.*Mente du «godkjent_av»"):
        load_brief(path)


@pytest.mark.parametrize(
    ("draft", "brief"),
    [
        ("utkast.md", "utkast.budskap.toml"),
        ("utkast.budskap.toml", "utkast.budskap.toml"),
        (".", "budskap.toml"),
    ],
)
def test_where_a_brief_belongs(tmp_path: Path, draft: str, brief: str) -> None:
    """Where `find_brief` looks for it."""
    path = brief_path(tmp_path / draft)
    assert path == tmp_path / brief
    path.touch()
    assert find_brief(tmp_path / "utkast.md") == path
