"""The tokenizer of the pipeline: spaCy's nynorsk rules, with the treebank's ways added.

spaCy's ``nn`` rules split both written standards better than its ``nb`` rules do. The finished
tokenizer is serialised with the pipeline, so that plain ``spacy.load`` restores it.
"""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_suffix_regex

# Abbreviations that keep their full stop, beyond spaCy's list. Case variants are added.
ABBREVIATIONS = """
adm. adr. ang. art. avd. bl.a. ca. dep. dir. div. dr. ev. evt. f.eks. f.o.m. f.v. fhv. fmr. foto.
fung. gl. gnr. bnr. hhv. iflg. ifm. inkl. innst. instr. jf. jfr. kap. kgl. kl. kr. kst. lic. lok.
m.a. m.fl. m.m. m.v. mek. mfl. mht. mill. min. mnd. mrd. mv. mva. nr. o.a. o.l. obs. off. org.
ot.prp. osb. pb. pga. pkt. pr. prof. prop. prosj. prp. pst. red. ref. resp. res. s. sekr. sign.
sml. snr. sst. st. st.meld. st.prp. stk. str. tel. tidl. tlf. t.o.m. t.d. t.eks. undert. vedr.
vgs. vit. vsa. årg. årl. ø.l. jan. febr. aug. sept. okt. nov. des. bet. e.kr. f.kr. el. tvs. ekskl.
aa. th. chr. joh. johs. d.e. d.y. em. adr. frk. fam. fv. rv. bokst. iht. mtp. ifb. vedl. kto.nr.
org.nr. f.nr. p.nr. off.nr. kom.dir. tirs. ons. tors. lør. søn. meld. dok.
""".split()

# Words that spaCy's rules keep together with a following full stop, mostly at a sentence end.
SPLIT_AT_END = frozenset(
    "eg. to. jul. min. mai. km. t. m. A. i. et. on. ti. sms. sen. mar. lø. sø. lat. vit. Vit. bet. "
    "Bet. foto. Foto. Jan. eig. ma. bla. temp. komm. såk. meld. dok. Frp. Sp. Ap.".split()
)

# Slashes inside one word; elsewhere a slash between letters is a token.
WITH_SLASH = "A/S a/s D/S M/S m/s c/o km/t kWh/m²".split()

EMOTICONS = frozenset(
    "): ;) :) :( (: ;( :D :P :/ 8) (; :-) ;-) :-( (-: (8 (; [: :] :} :3 :0 :o".split()
)

INFIXES = (
    r"(?<=\d)[-–](?=\d)",  # 20–25
    r"(?<=\d\.)[-–](?=\d)",  # 1.–3. mai
    r"[»)\]](?=[-–]\w)",  # «Storm ut»-funksjonen
    r"(?<=[a-zæøå]\.)/(?=[a-zæøå])",  # gnr./bnr.
    r"(?<=19\d\d|20\d\d)/(?=(?:19|20)?\d\d(?!\d))",  # 2025/26, but case 24/1182
    r"(?:(?<=\bkl\.)|(?<=\bnr\.)|(?<=\bca\.)|(?<=\bjf\.))(?=[\d§])",  # kl.18, for kl. 18
)


def _variants(word: str) -> set[str]:
    """The word in lower case, with a capital, and as it stands."""
    return {word, word.lower(), word[:1].upper() + word[1:]}


def exceptions(defaults: dict) -> dict:
    """Rules without emoticons and end-of-sentence traps, with our abbreviations."""
    rules = {
        text: parts
        for text, parts in defaults.items()
        if text not in SPLIT_AT_END and text not in EMOTICONS
    }
    for abbreviation in ABBREVIATIONS:
        for text in _variants(abbreviation) - SPLIT_AT_END:
            rules.setdefault(text, [{ORTH: text, NORM: text.lower()}])
    rules.update({text: [{ORTH: text}] for text in WITH_SLASH})
    return rules


def build(nlp: Language) -> Tokenizer:
    """A tokenizer over ``nlp``'s vocabulary."""
    source = spacy.blank("nn")
    defaults = source.Defaults
    infixes = [*defaults.infixes, *INFIXES]
    suffixes = [*defaults.suffixes, r"(?<=[)\]»\"”]):"]
    base = source.tokenizer
    return Tokenizer(
        nlp.vocab,
        rules=exceptions(dict(base.rules)),
        prefix_search=base.prefix_search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=base.token_match,
        url_match=base.url_match,
    )


def blank() -> Language:
    """An empty bokmål pipeline with this tokenizer."""
    nlp = spacy.blank("nb")
    nlp.tokenizer = build(nlp)
    return nlp
