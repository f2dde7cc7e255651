"""Where Norwegian sentences surely end and surely do not, before any statistics are asked.

A full stop in «kl. 18», «3. juni» or «K. Olsen» ends nothing; one before a capital letter nearly
always does. Statistical pipelines learn this from news and stumble over abbreviations, replies
with a dash and quotations. The functions here settle the clear cases and leave the rest open.

As in the Universal Dependencies treebanks, the full stop that ends a sentence is a token of its
own, also after an abbreviation or a number: «osv .», but «osv.» in the middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Kind = Literal["ordinal", "initial", "closing", "abbreviation"]

# Abbreviations that a sentence may end with. After all others it goes on.
CLOSING = frozenset(
    "osv. osb. o.s.v. o.s.b. etc. m.m. m.v. mv. mva. o.l. o.a. m.fl. mfl. mill. mrd. kr. pst. stk. "
    "mnd. min. sek. f.kr. e.kr. jr. sr. snr. vgs. anm. sst. inc. co. corp. ltd. ap. sp. "
    "fr.p. frp. kr.f. krf. jan. feb. febr. apr. aug. sep. sept. okt. nov. des. art. el. prop. ref. "
    "res. obs. off. org. div. maks.".split()
)
MONTHS = tuple(
    "januar februar mars april mai juni juli august september oktober november desember".split()
)
# Words that open sentences and are not names: «plan B. Vi», but «K. Olsen».
OPENING_WORDS = frozenset(
    "alle alt at av både da de dei den denne der derfor derimot dermed dersom desse dessuten det "
    "dette difor disse du eg ein eit en enten er et etter for fordi fra fram frå før han har her "
    "hos hun hva hvem hver hvis hvor hvordan hvorfor ho i ifølge ikke ikkje ingen ja jeg kan "
    "korleis kva kvar kven kvifor man med medan meir mellom men mens mer min mot mye mykje må nei "
    "no noen nokon nokre når nå og om også over på så sidan siden skal slik som til under uten "
    "utan ved vi vil vår våre være".split()
)
# What stands before a colon and a name or number, and is no sentence.
LABELS = frozenset(
    "adresse dato e-post epost foto grafikk illustrasjon kontakt mobil nettside nettstad "
    "pressekontakt stad sted tekst telefon tid tlf tlf.".split()
)

_ORDINAL = re.compile(r"\d{1,3}\.")
_INITIAL = re.compile(r"(?:[A-ZÆØÅ]\.)+")
_ENDS = frozenset(".?!")
_DASHES = frozenset("–—-−")
_OPENERS = frozenset("«“„([")
_CLOSERS = frozenset("»)]")
_EITHER = frozenset("\"'”’")  # open or close, depending on where the space is
_NEVER_FIRST = frozenset(",.;:?!%)]»")
_LONGEST_BRACKET = 60


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one block, and for each whether white space follows it."""

    texts: Sequence[str]
    spaced: Sequence[bool]

    def __len__(self) -> int:
        return len(self.texts)

    def opens(self, index: int) -> bool:
        """Whether a quotation mark or bracket at `index` is an opening one."""
        text = self.texts[index]
        if text in _EITHER:
            after_gap = index == 0 or self.spaced[index - 1] or self.texts[index - 1] in _OPENERS
            return after_gap and not self.spaced[index]
        return text in _OPENERS

    def closes(self, index: int) -> bool:
        """Whether a quotation mark or bracket at `index` is a closing one."""
        text = self.texts[index]
        return text in _CLOSERS or (text in _EITHER and not self.opens(index))

    def starts_like_sentence(self, index: int) -> bool:
        """Whether a capital stands at `index`, or after the dash or quotation mark there."""
        while index < len(self) and (self.texts[index] in _DASHES or self.opens(index)):
            index += 1
        return index < len(self) and self.texts[index][0].isupper()

    def has_no_stop(self) -> bool:
        """Whether the block has no end of a sentence: a headline, a label, an item of a list."""
        return _ENDS.isdisjoint(self.texts)


def kind_of_stop(text: str) -> Kind | None:
    """What sort of full stop a token carries inside itself, if any."""
    if len(text) < 2 or not text.endswith(".") or text.endswith("..") or not text[0].isalnum():
        return None
    if _ORDINAL.fullmatch(text):
        return "ordinal"
    if _INITIAL.fullmatch(text):
        return "initial"
    is_name = not text[1:].islower()  # «bokstav a.», «UiO.»
    return "closing" if is_name or text.lower() in CLOSING else "abbreviation"


def final_stops(words: Words) -> list[int]:
    """The tokens whose own full stop ends the sentence as well: «… stoler osv. Vi …»."""
    return [
        index
        for index, text in enumerate(words.texts)
        if (kind := kind_of_stop(text)) is not None and _ends_here(words, index, kind)
    ]


def _ends_here(words: Words, index: int, kind: Kind) -> bool:
    after = index + 1
    while after < len(words) and words.texts[after] in '»"”' and words.closes(after):
        after += 1
    if after == len(words):
        return index > 0
    if kind == "abbreviation" or not words.starts_like_sentence(after):
        return False
    following = words.texts[after].lower()
    if kind == "closing":
        return True
    if kind == "initial":
        return not following[0].isalpha() or following in OPENING_WORDS
    return not _first_in_sentence(words, index) and not following.startswith(MONTHS)


def _first_in_sentence(words: Words, index: int) -> bool:
    """Whether only dashes and opening marks stand between `index` and what ended before it."""
    while index > 0 and (words.texts[index - 1] in _DASHES or words.opens(index - 1)):
        index -= 1
    return index == 0 or words.texts[index - 1] in (*_ENDS, ":")


def sentence_starts(words: Words) -> list[bool | None]:
    """For each token: it surely starts a sentence, it surely does not, or None.

    Expects `final_stops` to be split off.
    """
    bracketed = _inside_brackets(words)
    starts: list[bool | None] = []
    for index in range(len(words)):
        if index == 0:
            starts.append(True)
        elif bracketed[index]:
            starts.append(False)
        else:
            starts.append(_starts_sentence(words, index, previous=starts[-1]))
    return starts


def _starts_sentence(words: Words, index: int, *, previous: bool | None) -> bool | None:
    if words.texts[index][0].islower() and words.texts[index - 1].isalpha():
        return False  # most words; below, it would take ten questions to tell
    if _cannot_start(words, index) or (previous and words.texts[index - 1] in _DASHES):
        return False
    return True if _surely_starts(words, index) else None


def _cannot_start(words: Words, index: int) -> bool:
    text, before = words.texts[index], words.texts[index - 1]
    if text in _NEVER_FIRST or words.closes(index) or before in ",;" or words.opens(index - 1):
        return True
    if kind_of_stop(before) is not None:
        return True  # a final full stop would have been split off
    if before == ":" and text not in _DASHES and not words.opens(index):
        # «Foto: Kari Nordmann», and «Ordføreren: Vi må spare» over a paragraph
        return words.has_no_stop() or (index == 2 and words.texts[0].lower() in LABELS)
    if before == ".":
        after_number = index > 1 and words.texts[index - 2].isdigit()  # «for 50. gang»
        return after_number and text[0].islower()
    if text[0] in "#@" and before[-1].isalnum():
        return True
    return text[0].islower() and before not in (":", "...", "…")  # «– Hvorfor det? spør hun.»


def _surely_starts(words: Words, index: int) -> bool:
    if not words.starts_like_sentence(index):
        return False
    text, before = words.texts[index], words.texts[index - 1]
    if before == ":":
        return text in _DASHES or words.opens(index)
    return before in _ENDS or (words.closes(index - 1) and _last_unquoted(words, index) == ".")


def _last_unquoted(words: Words, index: int) -> str:
    while index > 0 and words.closes(index - 1):
        index -= 1
    return words.texts[index - 1]


def _inside_brackets(words: Words) -> list[bool]:
    """Which tokens stand in brackets that were opened inside a sentence."""
    inside = [False] * len(words)
    for start, end in _brackets(words):
        if start > 0 and words.texts[start - 1] not in _ENDS and end - start <= _LONGEST_BRACKET:
            inside[start : end + 1] = [True] * (end + 1 - start)
    return inside


def _brackets(words: Words) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for index, text in enumerate(words.texts):
        if text in ("(", "["):
            opened = index if opened is None else opened
        elif text in (")", "]") and opened is not None:
            yield opened, index
            opened = None


def preset(doc: Doc, block_starts: Iterable[int]) -> Doc:
    """A copy of an unparsed Doc with final full stops split off and sure sentence starts preset.

    `block_starts` are the offsets where blocks begin; no sentence crosses two blocks.
    """
    texts: list[str] = []
    spaces: list[bool] = []
    norms: list[str] = []
    starts: list[bool | int | None] = []  # as Doc wants it
    for tokens in _blocks(doc, frozenset(block_starts)):
        words = Words([t.text for t in tokens], [bool(t.whitespace_) for t in tokens])
        block_norms = [token.norm_ for token in tokens]
        if tokens[0].is_space:
            starts.append(not starts)
        else:
            words, block_norms = _split(words, block_norms)
            starts += sentence_starts(words)
        texts += words.texts
        spaces += words.spaced
        norms += block_norms
    made = type(doc)(doc.vocab, words=texts, spaces=spaces, sent_starts=starts)
    for token, norm in zip(made, norms, strict=True):
        if token.norm_ != norm:
            token.norm_ = norm
    return made


def _blocks(doc: Doc, offsets: frozenset[int]) -> Iterator[list[Token]]:
    """The tokens of each block; a token of white space is alone."""
    block: list[Token] = []
    for token in doc:
        if block and (token.is_space or token.idx in offsets or block[0].is_space):
            yield block
            block = []
        block.append(token)
    if block:
        yield block


def _split(words: Words, norms: list[str]) -> tuple[Words, list[str]]:
    """Split the final full stops off."""
    stops = frozenset(final_stops(words))
    if not stops:
        return words, norms
    texts: list[str] = []
    spaced: list[bool] = []
    new_norms: list[str] = []
    for index, text in enumerate(words.texts):
        if index in stops:
            texts += [text[:-1], "."]
            spaced += [False, words.spaced[index]]
            new_norms += [norms[index].removesuffix("."), "."]
        else:
            texts.append(text)
            spaced.append(words.spaced[index])
            new_norms.append(norms[index])
    return Words(texts, spaced), new_norms
