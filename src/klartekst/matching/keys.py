"""One spelling for the forms of a word, whichever of the two written norms it comes from.

`key_of` carries nynorsk to the bokmål spelling by the regular differences between the two
(«skule» and «skole», «offentleg» and «offentlig»); the same rules are run on both, so a key need
not be a word. `family_of` cuts derivational endings: «søke», «søker» and «søknad» are a family.
"""

from __future__ import annotations

import re
from functools import lru_cache

_IRREGULAR = dict(
    pair.split(":")
    for pair in """
    ikkje:ikke noko:noe nokon:noen korleis:hvordan kvifor:hvorfor mykje:mye kome:komme gje:gi
    seie:si vere:være verte:bli gjere:gjøre veke:uke born:barn sjå:se ho:hun dei:de eg:jeg
    måndag:mandag tysdag:tirsdag sundag:søndag flaum:flom auge:øye syster:søster frå:fra
    no:nå berre:bare enno:ennå saman:sammen meir:mer fleire:flere eigen:egen sjølv:selv ny:ny
    tilsette:ansette tilsetje:ansette tilsett:ansatt symje:svømme symjing:svømming skeiser:skøyte
    spele:spille byrje:begynne røyste:stemme handsame:behandle syne:vise åleine:alene samd:enig
    vitje:besøke bustad:bolig innan:innen utan:uten millionar:million kvar:hver mogleg:mulig
    heim:hjem heime:hjemme mange:mange lege:lege utval:utvalg val:valg velje:velge løn:lønn
    framlegg:forslag verksemd:virksomhet teneste:tjeneste tilskot:tilskudd tilbod:tilbud
    løyve:tillatelse seinare:senere seinere:senere tidleg:tidlig rekning:regning trong:behov
    attende:tilbake att:igjen høg:høy låg:lav gamal:gammel dotter:datter forseinke:forsinke
    """.split()
)
# In order; each is run on what the one before left. The letters first in a rule must be there for
# it to change anything: few words have them, and looking for letters is quick.
_RULES = [
    (letters, re.compile(pattern), replacement)
    for letters, pattern, replacement in (
        ("kv", r"^kv", "hv"),
        ("sju", r"sju(?=k)", "sy"),
        ("skul", r"skul(?=e|[a-zæøå]{3})", "skol"),
        ("va", r"vass?(?=st)|va(?:tn|ss)", "vann"),
        ("setj", r"setj", "sett"),
        ("j", r"(?<=[gk]|n)([gk])j(?=[ea])", r"\1"),
        ("kj", r"(?<=[øeåul])kj(?=[ea])", "k"),
        ("lgj", r"lgj(?=e)", "lg"),
        ("leg", r"(?<=[a-zæøå]{2})leg(?=$|e$|heit)", "lig"),
        ("ar", r"(?<=[a-zæøå]{3})ar(?=$|ar$|s$)", "er"),
        ("eig", r"eig", "ei"),
        ("veg", r"veg", "vei"),
        ("ei", r"ei", "e"),
        ("øy", r"øy", "ø"),
        ("au", r"au", "ø"),
        ("hje", r"hje", "he"),
        ("jø", r"jø", "ø"),
        ("kk", r"kk", "k"),
        ("mm", r"mm", "m"),
    )
]
_ENDINGS = tuple(
    sorted(
        """
        ning ninger ing inger else elser asjon sjon nad het heter lig lige eri skap ende ere er e
        ingen a t et d de te en
        """.split(),
        key=len,
        reverse=True,
    )
)
_SHORTEST_FAMILY = 4


@lru_cache(maxsize=1 << 12)
def key_of(word: str) -> str:
    """The key of a form or a lemma; two that share one are the same word."""
    word = word.lower().strip(".-\u00ad")
    word = _IRREGULAR.get(word, word)
    if len(word) <= 2:
        return word
    for letters, pattern, replacement in _RULES:
        if letters in word:
            word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1 << 12)
def family_of(key: str) -> str:
    """What the words of a family share: the key without its derivational ending."""
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_FAMILY:
            return key[: -len(ending)]
    return key
