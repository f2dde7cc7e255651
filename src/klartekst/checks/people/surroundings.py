"""The words around a name, and reading them: titles, and who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from klartekst.checks.base import Draft
from klartekst.model import Span
from klartekst.recognizers.lexicon import Words, shipped_titles
from klartekst.recognizers.name_clues import CAPITALISED

if TYPE_CHECKING:
    from klartekst.tokens import TokenSpan

# Not after an initial or an abbreviation, and only before a new beginning.
_SENTENCE_END = re.compile(
    r"[.!?](?<!\b[A-ZÆØÅ].)(?<!\b[fp].)(?<!\b(?:kl|nr|ca|jf|dr|st|ev|Aa|Th|Fr|Kr).)"
    r"(?<!\b(?:Chr|Joh|Aug).)(?<!\bJohs.)»?\s+(?=[–«\"A-ZÆØÅ])"
)
REACH = 600  # how far from a name to read, in code points
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

_JOINING = r"(?:i|for|ved|på|hos|av|fra|frå|innan|innen|under|med ansvar for)"
_TITLE_GAP = re.compile(
    rf"(?:\s{_JOINING}\s[^.,;:!?()«»–]{{1,70}}?)?(?:,?|\s(?:er|blir|vert|heter|heiter))\s$"
)
_IS = re.compile(r"\s(?:er|blir|vert|heter|heiter)\s$")
_CLAUSE_ENDS = ".;:!?()«»"
# Words that show that the title before a name belongs to somebody else.
_GAP_BREAKS = frozenset(
    "til sammen saman om som der at mot har er var skal vil kan når da fordi hvis dersom sier "
    "seier møtte ringte takket takka mor far sønn son datter dotter bror søster syster kona "
    "mannen".split()
)
_LABEL = re.compile(r"([^\W\d_]+):\s$")
_NAMES_BEFORE = re.compile(rf"(?:{CAPITALISED}(?: {CAPITALISED}){{0,3}}(?:,? og |, )){{1,12}}$")
_BE = r"(?:er|var|blir|ble|blei|vert|vart|har vært|har vore)"
_AFTER_OPENING = re.compile(rf"\s?(?:[,(–-]\s?|\s(?=som\s|{_BE}\s))(?:som\s)?(?:{_BE}\s)?")
_BE_BEFORE = re.compile(r"\b(?:er|blir|vert|var|ble|blei|vart)\s$", re.IGNORECASE)
# «Kari … var rektor fram til påske»: no longer.
_HELD_UNTIL = re.compile(
    r",? var [^.,;:!?]{3,60}?\b(?:fram til|frem til|inntil"
    r"|til (?:i fjor|i sommer|i høst|i vår|nylig|nyleg|påske|jul|årsskiftet|\d{4})"
    r"|da|då|den gangen|den gongen)\b"
)
_AFTER_STOPS = frozenset("i for ved på til av med om over mot fra frå og at som har der".split())
_NAME_FOLLOWS = re.compile(rf"\s{CAPITALISED}(?:\s{CAPITALISED})+")
_LIST_REACH = 200  # how far before a name a list of names may begin, in code points
_WORDS_BEFORE = 9  # how far a title may stand before its name: «leder i utvalg for …, Kari …»
_WORDS_AFTER = 4
_SPEECH_BEFORE = 6
_SPEECH_AFTER = 3


@dataclass(frozen=True)
class Surroundings:
    """The text around one mention of a name.

    `before` and `after` reach to the ends of the sentence, `block_before` to the start of the
    block, but none further than `REACH`.
    """

    before: str
    after: str
    block_before: str
    name: str = ""
    in_contact: bool = False
    opens_document: bool = False
    next_sentence: str = ""
    in_table_of_roles: bool = False
    consent_near: bool = False  # said in this block or the next
    agreed: bool = False  # the draft says that those named have agreed to it
    all_agreed: bool = False  # and all of them
    after_noun: bool = False  # a bare noun leads up to it: «snekker Kari …», as titles do
    quoted_next: bool = False  # «sier hun» follows before anybody else is named
    lead_in: str = ""  # what leads up to the list that it is an item of: «Barna er:»
    tokens: TokenSpan | None = None  # the name in the parse
    told: tuple[str, ...] = ()  # what is told near it: see `told_around.py`
    roles: Words = field(default_factory=lambda: shipped_titles().roles)

    @cached_property
    def sentence(self) -> str:
        """The sentence without the name."""
        return self.before + self.after

    @cached_property
    def words_before(self) -> Sequence[re.Match[str]]:
        """The words of `before`."""
        return list(WORD.finditer(self.before))

    @cached_property
    def words(self) -> Sequence[str]:
        """The words of the sentence without the name."""
        return WORD.findall(self.sentence)

    @cached_property
    def has_title(self) -> bool:
        """Whether this person is told to hold a public role."""
        return title_before(self, self.roles) or title_after(self, self.roles)

    @cached_property
    def is_staff(self) -> bool:
        """Whether this person is told to work there."""
        staff = shipped_titles().staff
        return title_before(self, staff) or title_after(self, staff)

    @cached_property
    def speaks(self) -> bool:
        """Whether a verb of speech stands so near that this person is its subject."""
        speech = shipped_titles().speech
        before = [word.group().lower() for word in self.words_before[-_SPEECH_BEFORE:]]
        after = [word.group().lower() for word in islice(WORD.finditer(self.after), _SPEECH_AFTER)]
        return any(word in speech for word in (*before, *after))


def sentence_around(draft: Draft, span: Span) -> Span:
    """The sentence that holds `span`, within its block, told by punctuation.

    The parser's sentences are not used: a name wrongly cut off from its title would be a stop.
    """
    block = draft.block_of(span.start).span
    first, last = max(block.start, span.start - REACH), min(block.end, span.end + REACH)
    ends = [end.end() for end in _SENTENCE_END.finditer(draft.document.text, first, last)]
    start = max((end for end in ends if end <= span.start), default=first)
    return Span(start, min((end for end in ends if end >= span.end), default=last))


def title_before(place: Surroundings, titles: Words) -> bool:
    """Whether a title held today leads up to the name: «leder i valgstyret Kari …»."""
    return _is_in_list(place.before, titles) or find_title_before(place, titles) is not None


def find_title_before(place: Surroundings, titles: Words) -> Span | None:
    """The word of `place.before` that is the title held today by whoever is named next."""
    words = place.words_before
    clause = max(map(place.before.rfind, _CLAUSE_ENDS))
    for index in reversed(range(max(0, len(words) - _WORDS_BEFORE), len(words))):
        end = words[index].end()
        if end <= clause:
            return None
        if words[index].group() in titles and _TITLE_GAP.fullmatch(place.before, end):
            gap = place.before[end:]
            between = {word.group().lower() for word in WORD.finditer(_IS.sub(" ", gap))}
            belongs_here = not between & _GAP_BREAKS and not gap.rstrip().endswith((" og", " med"))
            is_others = _is_of_another(words[:index])
            is_held = belongs_here and not is_others and not _is_former(words[:index])
            return Span(*words[index].span()) if is_held else None
    return None


def _is_in_list(before: str, titles: Words) -> bool:
    """Whether «forfatterne A, B og» or «Leder:» leads up to the name."""
    labelled = _LABEL.search(before)
    if labelled and labelled[1] in titles:
        return True
    before = before[-_LIST_REACH:]
    listed = _NAMES_BEFORE.search(before)
    if listed is None:
        return False
    opening = WORD.match(listed.group())  # a sentence may begin with the title: «Rådgiverne A og»
    words = WORD.findall(before[: listed.start()])
    if opening and opening.group().endswith("ne") and opening.group() in titles:
        return True
    return bool(words) and words[-1].endswith("ne") and words[-1] in titles


def _is_of_another(words: Sequence[re.Match[str]]) -> bool:
    """Whether the title belongs to a relative: «datter til rektor, …»."""
    relations = shipped_titles().relations
    return len(words) > 1 and words[-1].group() == "til" and words[-2].group() in relations


def title_after(place: Surroundings, titles: Words) -> bool:
    """Whether a title held today follows the name: «Kari …, kommunalsjef for oppvekst»."""
    return find_title_after(place, titles) is not None


def find_title_after(place: Surroundings, titles: Words) -> Span | None:
    """The word of `place.after` that is the title held today by whoever was named before it."""
    opening = _AFTER_OPENING.match(place.after)
    inverted = opening is None and _BE_BEFORE.search(place.before) is not None
    start = opening.end() if opening else 0
    rest = place.after[start:]
    words = list(islice(WORD.finditer(rest), _WORDS_AFTER))
    if _HELD_UNTIL.match(place.after):
        return None
    if (
        opening is None and not inverted
    ):  # a signature, its lines run together: «Kari Nordmann Rådgiver»
        words = words[:2] if re.match(r"\s[A-ZÆØÅ]", rest) else []
    for index, word in enumerate(words):
        if word.group().lower() in _AFTER_STOPS or re.search(r"[.,;:!?]", rest[: word.start()]):
            return None
        if word.group() in titles:
            is_next_persons = _NAME_FOLLOWS.match(rest, word.end())
            is_held = not is_next_persons and not _is_former(words[:index])
            return Span(start + word.start(), start + word.end()) if is_held else None
    return None


def _is_former(words: Sequence[re.Match[str]]) -> bool:
    return any(word.group() in shipped_titles().former for word in words[-2:])
