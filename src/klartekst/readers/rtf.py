"""Rich Text Format: its paragraphs, and what it holds beside them.

A small reader of our own, since the libraries for it throw away what a gate must see: deleted and
hidden text, comments, headers, and who wrote it. Follows Microsoft's RTF specification 1.9.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from klartekst.document import Document, assemble
from klartekst.errors import ReadError
from klartekst.model import Role
from klartekst.readers.formats import name_of
from klartekst.readers.raw import BULLET, Extract
from klartekst.readers.roles import assign_roles

_TOKEN = re.compile(
    rb"\\(?:'(?P<hex>[0-9a-fA-F]{2})|(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|(?P<sign>[^a-zA-Z]))"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_MAX_DEPTH = 1000
_DEFAULT_ENCODING = "cp1252"

# What groups hold, by the word they open with: a role and a label, or nothing to read.
_BESIDE = {
    "header": (Role.HEADER, "topptekst"),
    "headerl": (Role.HEADER, "topptekst"),
    "headerr": (Role.HEADER, "topptekst"),
    "headerf": (Role.HEADER, "topptekst"),
    "footer": (Role.HEADER, "bunntekst"),
    "footerl": (Role.HEADER, "bunntekst"),
    "footerr": (Role.HEADER, "bunntekst"),
    "footerf": (Role.HEADER, "bunntekst"),
    "footnote": (Role.HEADER, "fotnote"),
    "annotation": (Role.COMMENT, "kommentar"),
    "atnauthor": (Role.AUTHOR, "kommentar fra"),
    "author": (Role.AUTHOR, "dokumentegenskap: forfatter"),
    "operator": (Role.AUTHOR, "dokumentegenskap: sist lagret av"),
    "title": (Role.METADATA, "dokumentegenskap: tittel"),
    "subject": (Role.METADATA, "dokumentegenskap: emne"),
    "company": (Role.METADATA, "dokumentegenskap: firma"),
    "manager": (Role.AUTHOR, "dokumentegenskap: leder"),
    "keywords": (Role.METADATA, "dokumentegenskap: nøkkelord"),
    "doccomm": (Role.METADATA, "dokumentegenskap: kommentarer"),
    "fldinst": (Role.METADATA, "feltkode"),
}
_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet pict object themedata colorschememapping datastore listtable "
    "listoverridetable rsidtbl generator xmlnstbl latentstyles mmathPr filetbl revtbl pgptbl "
    "atnid atnref atrfstart atrfend atndate bkmkstart bkmkend objdata blipuid".split()
)
_ENDS = frozenset({"par", "sect", "page", "row"})
# Words that turn something on, or with 0 off; «plain» turns all of it off.
_SWITCHES: dict[str, tuple[str, ...]] = {
    "b": ("bold",),
    "v": ("hidden",),
    "deleted": ("deleted",),
    "plain": ("bold", "hidden", "deleted"),
}
_SIGNS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "cell": "\t",
}


@dataclass(frozen=True, slots=True)
class _Group:
    """How what follows is to be read; a group in the file goes back to that before it."""

    kind: str = ""  # a key of _BESIDE, «skip», or empty for the body
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    after: int = 1  # how many characters stand in for one that is told by its number
    is_first: bool = False  # no word has been met in it
    may_skip: bool = False


def read_rtf(data: bytes, name: str) -> Document:
    """The document in an RTF file. Raises ReadError for one that is broken beyond reading."""
    reader = _Reader()
    if not reader.read(data):
        raise ReadError(
            f"{name_of(name)} kan ikke leses som RTF. Åpne fila i Word, lagre som .docx og prøv "
            "igjen."
        )
    extract = reader.extract
    return assemble(name, extract.source, assign_roles(extract.source, extract.blocks))


class _Reader:
    """Goes through the file once and gathers paragraphs, and what stands beside them."""

    def __init__(self) -> None:
        self.extract = Extract()
        self._group = _Group()
        self._outer: list[_Group] = []
        self._encoding = _DEFAULT_ENCODING
        self._skip = 0
        self._body: list[tuple[str, bool]] = []
        self._unseen: dict[tuple[Role, str], str] = {}
        self._beside: list[tuple[Role, str, str]] = []
        self._words = ""

    def read(self, data: bytes) -> bool:
        """Read the file; False for one whose groups are nested beyond sense."""
        for found in _TOKEN.finditer(data):
            kind = found.lastgroup
            if kind == "open":
                if len(self._outer) >= _MAX_DEPTH:
                    return False
                self._outer.append(self._group)
                self._group = replace(self._group, is_first=True, may_skip=False)
            elif kind == "close":
                self._close()
            elif found["word"]:
                number = int(found["number"]) if found["number"] else None
                self._control(found["word"].decode("ascii"), number)
            elif found["hex"]:
                self._put_bytes(bytes.fromhex(found["hex"].decode("ascii")))
            elif found["sign"]:
                self._sign(found["sign"])
            elif found["text"]:
                self._put_bytes(found["text"])
        self._end_paragraph()
        for role, label, words in self._beside:
            self.extract.add_beside(role, label, words)
        return True

    def _close(self) -> None:
        before = self._group
        self._group = self._outer.pop() if self._outer else _Group()
        if before.kind in _BESIDE and self._group.kind != before.kind:
            role, label = _BESIDE[before.kind]
            words = self._words
            if before.kind == "fldinst":
                words = " ".join(re.findall(r'"([^"]+)"', words)).removeprefix("mailto:")
            self._beside.append((role, label, words))
            self._words = ""

    def _control(self, word: str, number: int | None) -> None:
        group = self._group
        if word in _SKIPPED or (group.may_skip and word not in _BESIDE):
            self._group = replace(group, kind="skip", may_skip=False)
        elif word in _BESIDE and (group.is_first or group.may_skip) and group.kind != "skip":
            self._words = ""
            self._group = replace(group, kind=word, may_skip=False)
        elif word in _SWITCHES:
            changed: dict[str, Any] = dict.fromkeys(
                _SWITCHES[word], word != "plain" and number != 0
            )
            self._group = replace(group, **changed)
        elif word in _ENDS:
            self._end_paragraph()
        elif word in _SIGNS:
            self._put(_SIGNS[word])
        else:
            self._encode(word, number)
        if self._group.is_first:
            self._group = replace(self._group, is_first=False)

    def _encode(self, word: str, number: int | None) -> None:
        """Words on how letters are written."""
        if word == "uc":
            self._group = replace(self._group, after=max(0, number or 0))
        elif word == "u" and number is not None:
            self._put(chr(number % 65536))
            self._skip = self._group.after
        elif word == "ansicpg" and number:
            self._encoding = f"cp{number}"

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._group = replace(self._group, may_skip=True)
        elif sign == b"~":
            self._put("\u00a0")
        elif sign == b"_":
            self._put("\u2011")
        elif sign in (b"\\", b"{", b"}"):
            self._put(sign.decode("ascii"))
        elif sign in (b"\n", b"\r"):
            self._end_paragraph()

    def _put_bytes(self, raw: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(raw))
            self._skip -= skipped
            raw = raw[skipped:]
        try:
            self._put(raw.decode(self._encoding, errors="replace"))
        except LookupError:
            self._put(raw.decode(_DEFAULT_ENCODING, errors="replace"))

    def _put(self, text: str) -> None:
        group = self._group
        if not text or group.kind == "skip":
            return
        if group.kind:
            self._words += text
        elif group.deleted:
            self._keep(Role.DELETED, "slettet tekst (sporing)", text)
        elif group.hidden:
            self._keep(Role.HIDDEN, "skjult tekst", text)
        else:
            self._body.append((text, group.bold))

    def _keep(self, role: Role, label: str, text: str) -> None:
        self._unseen[role, label] = self._unseen.get((role, label), "") + text

    def _end_paragraph(self) -> None:
        if self._group.kind:
            self._words += " "
            return
        words = _paired("".join(text for text, _ in self._body))
        bold = all(is_bold for text, is_bold in self._body if text.strip())
        self._body = []
        role = Role.LIST_ITEM if BULLET.match(words) else Role.PARAGRAPH
        words = BULLET.sub("", words, count=1) if role is Role.LIST_ITEM else words
        self.extract.add(role, [(line, bold) for line in words.split("\n")])
        self._beside += [(role, label, text) for (role, label), text in self._unseen.items()]
        self._unseen = {}


def _paired(words: str) -> str:
    """Words where a letter that the file wrote as two halves is one again."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", errors="replace")
