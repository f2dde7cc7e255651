"""Where somebody is quoted: «…», "…", “…” and replies that begin with a dash.

A dash reply runs to its attribution («, sier ordfører …»), and starts again at the next dash after
the attribution. Quotation marks around one or two words are a name or a term, not a quotation.
"""

from __future__ import annotations

import re

from klartekst.document import Document
from klartekst.model import Role, Span

_MARKED = re.compile(r"«[^«»]+»|“[^“”]+”|„[^„“”]+[“”]|\"[^\"]+\"")
_MIN_WORDS = 3
_DASH_START = re.compile(r"^[–—-]\s+")
_NEXT_DASH = re.compile(r"(?<=[.!?])\s+[–—-]\s+")
# «Ordføreren åpnet hallen. – Dette er stort, sa hun.»
_INNER_DASH = re.compile(r"(?<=[.!?:])\s+[–—]\s+(?=[A-ZÆØÅ«])")
SAYS = (
    "sier|seier|sa|forteller|fortel|fortalte|forklarer|forklarar|forklarte|mener|meiner|mente|"
    "understreker|understrekar|legger|legg|la|skriver|skriv|skrev|svarer|svarar|svarte|"
    "påpeker|peikar|opplyser|opplyser|konstaterer|konstaterar|avslutter|avsluttar|utdyper|"
    "utdjupar|kommenterer|kommenterar|oppfordrer|oppmodar|lover|lovar|innrømmer|vedgår|"
    "spør|undrar|smiler|smiler|ler|roser|rosar|fastslår|slår|uttaler|uttalar|beklager|beklagar"
)
_ATTRIBUTION = re.compile(rf"[,!?.]\s+(?:{SAYS})\s+[^.!?]*")


def find_quotations(document: Document) -> tuple[Span, ...]:
    """The quoted spans of `document.text`, in order and apart."""
    found: list[Span] = []
    for block in document.blocks:
        words = document.words_of(block)
        start = block.span.start
        if _DASH_START.match(words):
            found += [Span(start + a, start + b) for a, b in _replies(words)]
        elif block.role is Role.QUOTE:
            found.append(block.span)
        else:
            inner = _INNER_DASH.search(words)
            if inner and _ATTRIBUTION.search(words, inner.end()):
                at = inner.end() - len(inner.group().lstrip())
                found += [Span(start + at + a, start + at + b) for a, b in _replies(words[at:])]
                words = words[:at]
            found += [
                Span(start + marked.start(), start + marked.end())
                for marked in _MARKED.finditer(words)
                if len(marked.group().split()) >= _MIN_WORDS
            ]
    return tuple(sorted(found))


def _replies(words: str) -> list[tuple[int, int]]:
    replies: list[tuple[int, int]] = []
    start = 0
    while True:
        attribution = _ATTRIBUTION.search(words, start)
        if attribution is None:
            replies.append((start, len(words)))
            return replies
        replies.append((start, attribution.start() + 1))
        again = _NEXT_DASH.search(words, attribution.start() + 1)
        if again is None:
            return replies
        start = again.end() - len(again.group().lstrip())
