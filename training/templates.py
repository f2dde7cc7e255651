"""Sentences of press releases and replies, filled with names: what newspapers seldom print.

Contact lines, signatures, greetings, lists, capitals, lower case, and words that look like names
but are not. The templates are our own (``lists/templates.txt``); only entities are annotated.
"""

from __future__ import annotations

import random
import re

from spacy.language import Language
from spacy.tokens import Doc

from training import names
from training.conllu import BREAK

SLOT = re.compile(r"\{(\w+)\}")
TITLES = {
    "nb": """ordfører varaordfører kommunedirektør kommunalsjef rektor enhetsleder rådgiver
    helsesykepleier planlegger biblioteksjef brannsjef barnehagestyrer kommuneoverlege prosjektleder
    avdelingsleder fungerende_leder kulturrådgiver saksbehandler politioverbetjent innsatsleder
    lærer daglig_leder skolesjef driftsleder kommunikasjonssjef fylkesråd statssekretær styreleder
    gruppeleder byråd statsforvalter generalsekretær forsker lege kokk trener jordmor""",
    "nn": """ordførar varaordførar kommunedirektør kommunalsjef rektor einingsleiar rådgjevar
    helsesjukepleiar planleggjar biblioteksjef brannsjef styrar kommuneoverlege prosjektleiar
    avdelingsleiar fungerande_leiar kulturrådgjevar sakshandsamar politioverbetjent innsatsleiar
    lærar dagleg_leiar skulesjef driftsleiar kommunikasjonssjef fylkesråd statssekretær styreleiar
    gruppeleiar byråd statsforvaltar generalsekretær forskar lege kokk trenar jordmor""",
}
WORDS = """storm regn sol vind snø frost torden sommer vinter vår lynnedslag tåke is flom hav dag
liv stein berg bjørn falk rose liten storm trafikk håp tro fred""".split()
ORGS = """Statsforvalteren Helsedirektoratet Utdanningsdirektoratet Fylkesmannen Stortinget
Vegvesenet Datatilsynet Nav NAV NRK NTB Regjeringen Arbeidstilsynet Sametinget Kystverket NVE
Skatteetaten Mattilsynet Kunnskapsdepartementet Språkrådet Bane_NOR Aftenposten Dagbladet VG
Bergens_Tidende Nordlys Norges_Røde_Kors Røde_Kors Redningsselskapet Universitetet_i_Oslo OsloMet
Statens_vegvesen Husbanken Bufdir Kommunalbanken Posten Vy Equinor""".split()
STREET_ENDS = "gate gata vei veg plass allé torg vegen veien".split()
STREETS = """Storgata Strandgata Kirkegata Skolegata Bjørnstjerne_Bjørnsons_gate Parkveien Havnegata
Karl_Johans_gate Skulevegen Henrik_Ibsens_gate Fjordveien Elvegata Sjøgata Dronningens_gate
Kongens_gate Skogveien Solveien Bakkegata Torggata Ringveien""".split()


def _street(rng: random.Random) -> str:
    """A street, half of them named after a person."""
    if rng.random() < 0.5:
        return rng.choice(STREETS)
    end = rng.choice(STREET_ENDS)
    if rng.random() < 0.5:
        return "_".join([*names.full_name(rng, 2), end]).replace(f"_{end}", f"s_{end}")
    return names.surname(rng, "norwegian") + end


def _phone(rng: random.Random) -> str:
    """A telephone number of eight digits in one of the usual groupings."""
    digits = f"{rng.choice('234579')}{rng.randrange(10**7):07d}"
    if rng.random() < 0.5:
        return f"{digits[:3]} {digits[3:5]} {digits[5:]}"
    return f"{digits[:2]} {digits[2:4]} {digits[4:6]} {digits[6:]}"


class Filler:
    """Values of the slots of one template; a name that was used can come back (``l2``, ``f2``)."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.last: list[str] = names.full_name(rng, 2)

    def fill(self, slot: str) -> tuple[str, str]:
        """Text and entity label (empty for none) of a slot; spaces within stay plain."""
        rng = self.rng
        if slot in ("n", "n2", "n3", "nl", "NU"):
            return self._full_name(slot), "PER"
        if slot in ("k", "KU"):
            place = names.place(rng)
            return (place.upper() if slot == "KU" else place), "GPE_LOC"
        if slot in ("o", "o2"):
            return rng.choice(ORGS).replace("_", " "), "ORG"
        if slot == "s":
            return _street(rng).replace("_", " "), "LOC"
        if slot[0] in "fl":
            return self._part_of_name(slot), "PER"
        return self._plain(slot), ""

    def _full_name(self, slot: str) -> str:
        """A full name, now and then with an initial; lower-cased or in capitals by slot."""
        self.last = words = names.full_name(self.rng)
        if self.rng.random() < 0.03:
            words = [f"{words[0][0]}.", *words[1:]]
        text = " ".join(words)
        return text.lower() if slot == "nl" else text.upper() if slot == "NU" else text

    def _part_of_name(self, slot: str) -> str:
        """A first name or a surname, new or of the person last named."""
        if slot in ("l2", "f2"):
            return self.last[-1 if slot == "l2" else 0]
        part = names.first_name if slot[0] == "f" else names.surname
        return part(self.rng, names.kind(self.rng))

    def _plain(self, slot: str) -> str:
        """Text of a slot that is no entity of its own."""
        rng = self.rng
        if slot in ("t", "T", "TU"):
            title = rng.choice(TITLES["nb"].split()).replace("_", " ")
        elif slot in ("tn", "Tn", "TN"):
            title = rng.choice(TITLES["nn"].split()).replace("_", " ")
        else:
            return {
                "p": _phone(rng),
                "m": f"{names.first_name(rng, 'norwegian').lower()}@{names.place(rng).lower()}.no",
                "weblink": names.place(rng).lower(),
                "a": str(rng.randrange(5, 95)),
                "d": str(rng.randrange(1, 99)),
                "w": rng.choice(WORDS),
                "W": rng.choice(WORDS).capitalize(),
            }[slot]
        return title.upper() if slot == "TU" else title if slot[0] == "t" else title.capitalize()


def fill(template: str, rng: random.Random) -> tuple[str, list[tuple[int, int, str]]]:
    """A template's text with its entities; ``|`` becomes a line break."""
    filler = Filler(rng)
    template = template.replace("|", BREAK if rng.random() < 0.7 else "\n")
    text = ""
    entities: list[tuple[int, int, str]] = []
    position = 0
    for match in SLOT.finditer(template):
        text += template[position : match.start()]
        position = match.end()
        slot = match.group(1)
        if slot == "kk":
            value, label = f"{names.place(rng)}", "GPE_ORG"
            if template[position : position + 8] == " kommune":
                value, position = value + " kommune", position + 8
        else:
            value, label = filler.fill(slot)
        if label == "PER" and template[position : position + 2] == "s ":
            position += 1
            value += "" if value[-1] in "sxz" else "s"
        if label:
            entities.append((len(text), len(text) + len(value), label))
        text += value
    return text + template[position:], entities


def templates() -> list[str]:
    """All templates."""
    lines = (names.LISTS / "templates.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def make_docs(nlp: Language, count: int, rng: random.Random) -> list[Doc]:
    """Documents of three to eight filled templates, joined as the program joins blocks."""
    docs = []
    lines = templates()
    while len(docs) < count:
        text = ""
        spans: list[tuple[int, int, str]] = []
        for line in rng.sample(lines, rng.randrange(3, 9)):
            part, entities = fill(line, rng)
            spans += [(len(text) + a, len(text) + b, label) for a, b, label in entities]
            apart = rng.random() < 0.7 or "\n" in part or part[-1] not in ".!?"
            text += part + (BREAK if apart else " ")
        doc = nlp.make_doc(text.strip())
        ents = [doc.char_span(start, end, label=label) for start, end, label in spans]
        if any(ent is None for ent in ents):
            continue
        doc.ents = ents
        docs.append(doc)
    return docs
