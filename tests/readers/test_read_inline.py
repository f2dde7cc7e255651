"""The inline parser that remembers places, beside markdown-it's own."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from klartekst.readers.inline import fragments, make_parser

PLACING = make_parser()
USUAL = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORDS = (
    "a b ab ø * ** _ __ ` `` ~~ ~ \\ \\* ! [ ] [[ ]( ( ) < > & &amp; &#65; <i> </i> <br> # "
    "[a](b) [a]( ![a](b) ![*a* &amp;](b) [c] [c][c] <https://a.no>"
)
SPACES = (" ", "  ", "\n", "  \n", "\\\n", "\n  ", "\t", '"a"', "\u00a0")
MARKUP = st.lists(st.sampled_from((*WORDS.split(), *SPACES)), max_size=25).map("".join)
DEFINITION = "\n\n[c]: https://a.no\n"


def _usual_words(tokens: list[Token]) -> str:
    words = ""
    for token in tokens:
        if token.type in ("text", "text_special", "code_inline"):
            words += token.content
        elif token.type in ("softbreak", "hardbreak"):
            words += "\n"
        elif token.type == "image":
            words += _usual_words(token.children or [])
        elif token.type == "html_inline" and token.content.startswith("<br"):
            words += " "
    return words


@settings(max_examples=500, deadline=None)
@given(MARKUP)
def test_words_are_those_of_the_usual_parser(text: str) -> None:
    """Cut out of the string by their places, the words are what markdown-it itself reads."""
    usual = [token for token in USUAL.parse(text + DEFINITION) if token.type == "inline"]
    placed = [token for token in PLACING.parse(text + DEFINITION) if token.type == "inline"]

    assert len(usual) == len(placed)
    for expected, token in zip(usual, placed, strict=True):
        found = fragments(token.children or [], token.content)
        words = "".join(
            token.content[fragment.start : fragment.end]
            if fragment.reads_as is None
            else fragment.reads_as
            for fragment in found
            if fragment.kind != "comment"
        )
        in_code = words.replace("\n", " ")  # a line break in a code span reads as a space

        assert in_code == _usual_words(expected.children or []).replace("\n", " ")


def test_parser_keeps_nothing_of_what_it_has_read() -> None:
    """One parser reads all drafts: a link that one defines is no link in the next."""
    words = "[skolen]\n"
    defined = make_parser().parse(f"{words}\n[skolen]: https://skolen.no\n")
    after = make_parser().parse(words)
    assert next(token.type for token in defined[1].children or []) == "link_open"
    assert "link_open" not in [token.type for token in after[1].children or []]
