"""Markdown's inline parser, told to remember where in its input each token stands.

markdown-it gives positions of blocks only. Its inline state knows them while it parses, so they
are taken down there: `token.meta["at"]` is the offset of a token in the parsed string. The rules
that join neighbouring texts would blur that, and are off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import text as text_rule

if TYPE_CHECKING:
    from markdown_it.token import Token
    from markdown_it.utils import EnvType


_ADDRESS = "address"  # marks the text of `<https://…>`


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of the parsed string, half-open, and what it is.

    `reads_as` is the text that an entity stands for; None where the stretch is the text.
    """

    kind: Literal["text", "break", "image", "comment"]
    start: int
    end: int
    bold: bool = False
    reads_as: str | None = None


@cache
def make_parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough, whose inline tokens know where they stand.

    Made once: it keeps nothing of what it has read.
    """
    parser = MarkdownIt("zero")
    parser.inline = _PlacingParser()
    parser.configure("commonmark")
    parser.enable(["table", "strikethrough"])
    return parser.disable(["fragments_join", "text_join"])


def fragments(tokens: list[Token], content: str, offset: int = 0) -> Iterator[Fragment]:
    """The stretches of `content` that hold words, line breaks and comments, in order."""
    strong = 0
    for token in tokens:
        at = offset + int(token.meta.get("at", 0))
        if token.type == "strong_open":
            strong += 1
        elif token.type == "strong_close":
            strong -= 1
        elif token.type == "image":
            for inner in fragments(token.children or [], content, at + len("![")):
                yield replace(inner, kind="image" if inner.kind == "text" else inner.kind)
        elif token.type in ("softbreak", "hardbreak"):
            at = content.index("\n", at)
            yield Fragment("break", at, at + 1)
        elif token.type == "html_inline":
            yield from _html(token, at)
        elif token.type in _WORDS:
            yield _WORDS[token.type](token, content, at, bold=strong > 0)


def _text(token: Token, content: str, at: int, *, bold: bool) -> Fragment:
    is_address = token.info == _ADDRESS
    # An address is decoded for reading; what the author wrote ends at the bracket.
    end = content.index(">", at) if is_address else at + len(token.content)
    return Fragment("text", at, end, bold)


def _special(token: Token, _: str, at: int, *, bold: bool) -> Fragment:
    end = at + len(token.markup)
    if token.info == "entity":
        return Fragment("text", at, end, bold, reads_as=token.content)
    return Fragment("text", end - len(token.content), end, bold)


def _code(token: Token, content: str, at: int, *, bold: bool) -> Fragment:
    start = at + len(token.markup)
    written = content[start : start + len(token.content)].replace("\n", " ")
    if written != token.content:
        start += 1  # one space is taken off on each side
    return Fragment("text", start, start + len(token.content), bold)


def _html(token: Token, at: int) -> Iterator[Fragment]:
    end = at + len(token.content)
    if token.content.startswith("<!--"):
        yield Fragment("comment", at + len("<!--"), max(end - len("-->"), at + len("<!--")))
    elif token.content[:3].lower() == "<br":
        yield Fragment("break", at, end, reads_as=" ")


_WORDS = {"text": _text, "text_special": _special, "code_inline": _code}


class _PlacingState(StateInline):
    """The inline state, taking down positions as tokens are pushed."""

    construct = 0  # where the construct begins that the rules are being tried at

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if self.pending:
            self._flush(self.construct)
        before = self.tokens[-1] if self.tokens else None
        token = super().push(ttype, tag, nesting)
        at = self.construct
        if ttype == "text" and before is not None and before.meta.get("by") == at:
            # A run of markers becomes a token each; an address follows its bracket.
            is_address = before.type == "link_open"
            at = before.meta["at"] + (1 if is_address else len(before.content))
            token.info = _ADDRESS if is_address else ""
        token.meta = {"at": at, "by": self.construct}
        return token

    def pushPending(self) -> Token:  # noqa: N802  markdown-it calls it by this name
        return self._flush(self.pos)

    def _flush(self, end: int) -> Token:
        token = super().pushPending()
        # The rule for line breaks takes spaces off the end of what was read.
        spaces = len(token.content) - len(token.content.rstrip(" "))
        while end > 0 and self.src[end - 1] == " ":
            end -= 1
        token.meta = {"at": end + spaces - len(token.content)}
        return token


class _PlacingParser(ParserInline):
    """The inline parser with a state that knows where it is."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.at("text", _note_and_read_text)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PlacingState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _note_and_read_text(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the shape of a rule
    # The first rule to be tried everywhere, so it knows where each construct begins.
    if not silent and isinstance(state, _PlacingState):
        state.construct = state.pos
    return text_rule(state, silent)
