"""The set phrases that tell what a line of a draft is, in bokmål and nynorsk."""

from __future__ import annotations

import re

_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "jan\\.|feb\\.|aug\\.|sept?\\.|okt\\.|nov\\.|des\\."
)
STARTS_WITH_MONTH = re.compile(rf"(?:{_MONTHS})\b", re.IGNORECASE)

# What stands above the title or between it and the lead: the kind of text, date, byline.
_PREAMBLE = re.compile(
    rf"""(?: (?:presse|media|medie|krise)?melding(?:\s+(?:fra|frå)\s.*)?
      | pressemelding(?!\s*[:–-]\s*\S).* | nyhets?sak | medi[ae]svar
      | utkast(?:\s+(?:til\s+pressemelding|(?:per\s)?\d).*)? | ingress:?
      | (?:dato|sperrefrist|publisert|oppdatert|emne|sak|saksnummer|fra|frå|til\s+\w+)\s*:.*
      | til\s+(?:pressen|pressa|media|mediene|redaksjonen|redaksjonane|redaksjonene)\b.*
      | (?:av|tekst|foto|tekst\s+og\s+foto|illustrasjon)\s*:.*
      | av\s+[A-ZÆØÅ]\S+(?:\s+\S+){{0,4}}
      | (?:[A-ZÆØÅ]\S+(?:\s\S+)?,\s+)?(?:den\s+)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?|(?:{_MONTHS})\s?)
        (?:\d{{2,4}})?(?:\s+kl\S*\s\S+)?
    )[.]?""",
    re.IGNORECASE | re.VERBOSE,
)
_GREETING = re.compile(
    r"(?:(?:hei|heisann|hallo|god\s+(?:dag|morgen|morgon|kveld)|kj(?:æ|ae)re)\b[^.:;]*[!,.]?"
    r"|til\s+[A-ZÆØÅ][^.:;!?]*,?)"
)
_PLEASANTRY = re.compile(
    r"(?:(?:tusen\s+)?takk\s+for\b|(?:vi|jeg|eg)\s+viser\s+til\b|viser\s+til\b|vi\s+syner\s+til\b"
    r"|(?:her|under|nedenfor|nedanfor)\s+(?:er|kommer|kjem|følger|følgjer)\b)",
    re.IGNORECASE,
)

_CONTACT_WORDS = (
    r"(?:(?:presse|media|medie)?kontakt"
    r"(?:person(?:er|ar|en|ane|ene)?|informasjon|opplysninger|opplysningar|punkt|er|ar|ane|ene)?"
    r"|kontakt\s+oss|kontakt\s+(?:for|til)\s+(?:media|mediene|medium|presse|pressen|pressa)"
    r"|(?:presse|media|medie)(?:henvendelser|førespurnader|spørsmål|telefon|vakt|ansvarlig)"
    r"|(?:for\s+)?(?:mer|meir|ytterligere|ytterlegare|nærmere|nærare|flere|fleire)"
    r"\s+(?:informasjon|opplysninger|opplysningar)(?:,?\s+kontakt|,?\s+ta\s+kontakt(?:\s+med)?)?"
    r"|spørsmål\??(?:\s+(?:om\s+saken|om\s+saka|til\s+saken|til\s+saka))?"
    r"|(?:for\s+)?spørsmål,?\s+kontakt|har\s+du\s+spørsmål\?)"
    r"(?:\s+(?:i|om)\s+(?:saken|saka))?(?:\s+(?:for|til)\s+(?:media|mediene|pressen|pressa|presse))?"
)
_CONTACT_ALONE = re.compile(rf"{_CONTACT_WORDS}\s*[:.,–-]?", re.IGNORECASE)
_CONTACT_WITH = re.compile(rf"{_CONTACT_WORDS}\s*(?::|\s[–—-]\s)\s*\S", re.IGNORECASE)
_CONTACT_SENTENCE = re.compile(
    r"(?:ta\s+)?kontakt\b|(?:for\s+)?(?:mer|meir|ytterligere|ytterlegare|nærmere|nærare)\s+"
    r"(?:informasjon|opplysninger|opplysningar)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:mvh|mvh\.|(?:(?:med\s+)?(?:vennlig|venleg|beste|hjertelig|god)\s+|hjarteleg\s+)?"
    r"(?:hilsen|hilsning|helsing)(?:\s+(?:fra|frå)\b[^.]*)?)(?:\s*[,!.:]|\s+[A-ZÆØÅ][^.:;]*)?",
    re.IGNORECASE,
)
_PHONE_OR_MAIL = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.\w"
    r"|(?<![\d.])(?:(?:\+|00)47\s?)?\d{2,3}(?:\s?\d{2,3}){2,3}(?!\d|\.\d|\s*(?:kr|mill|mrd))"
)
_SENTENCE_END = re.compile(r"[.!?][»”\"')]*$")
_LABELLED = re.compile(r"[^\s:.][^:.]{0,39}:\s+\S")
_DASH = re.compile(r"[–—]\s+\S")


def is_preamble(text: str) -> bool:
    """Whether a line only says what kind of text this is, from when and by whom."""
    return len(text.split()) <= 12 and _PREAMBLE.fullmatch(text) is not None


def is_greeting(text: str) -> bool:
    """Whether a line opens a letter: «Hei, Trine Dahl», «Til Anne Tveiten, Høydalsposten»."""
    return len(text.split()) <= 9 and _GREETING.fullmatch(text[:1].lower() + text[1:]) is not None


def is_pleasantry(text: str) -> bool:
    """Whether a paragraph only leads over to the answers: «Takk for spørsmålene. …»."""
    return len(text.split()) <= 20 and _PLEASANTRY.match(text) is not None


def is_contact_heading(text: str) -> bool:
    """Whether a heading or a whole line opens the contact lines: «Pressekontakt:»."""
    return _CONTACT_ALONE.fullmatch(text) is not None


def is_contact_line(text: str) -> bool:
    """Whether a line opens the contact lines and names somebody: «Kontakt: Ordfører …»."""
    return _CONTACT_WITH.match(text) is not None


def is_contact_sentence(text: str) -> bool:
    """Whether a short text tells in a sentence whom to call: «For mer informasjon, kontakt …»."""
    return (
        len(text.split()) <= 30
        and _CONTACT_SENTENCE.match(text) is not None
        and has_phone_or_mail(text)
    )


def is_signature(text: str) -> bool:
    """Whether a line closes a letter: «Med vennlig hilsen»."""
    return len(text.split()) <= 8 and _SIGNATURE.fullmatch(text) is not None


def has_phone_or_mail(text: str) -> bool:
    """Whether a text holds something shaped as a phone number or an e-mail address."""
    return _PHONE_OR_MAIL.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do."""
    return _SENTENCE_END.search(text) is not None


def is_labelled(text: str) -> bool:
    """Whether a line is a label with its value: «Lørdag: klokka 10–15»."""
    return _LABELLED.match(text) is not None


def starts_with_dash(text: str) -> bool:
    """Whether a text begins as a reply does: «– Vi er glade, sier …»."""
    return _DASH.match(text) is not None


def looks_like_heading(text: str, *, colon: bool = False) -> bool:
    """Whether a line of its own could head a section: short, with no final punctuation."""
    return (
        0 < len(text.split()) <= 12
        and len(text) <= 80
        and not text.endswith((".", ",", ";", "…", "!"))
        and (colon or not text.endswith(":"))
        and not text[0].islower()
        and any(character.isalpha() for character in text)
        and not has_phone_or_mail(text)
        and not starts_with_dash(text)
    )
