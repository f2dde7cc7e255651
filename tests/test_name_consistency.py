"""Names that agree over a document."""

from __future__ import annotations

from importlib.metadata import entry_points

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from klartekst.name_consistency import name_consistency

VOCAB = Vocab()


def marked(*tokens: str) -> Doc:
    """A Doc of tokens like «Kari/PROPN/B-PER»; tag and entity may be left out."""
    parts = [([*token.split("/"), "", ""])[:3] for token in tokens]
    words, tags, ents = (list(column) for column in zip(*parts, strict=True))
    return Doc(VOCAB, words=words, pos=tags, ents=[ent or "O" for ent in ents])


def people(doc: Doc) -> list[str]:
    """The persons of a document after the component."""
    return [entity.text for entity in name_consistency(doc).ents if entity.label_ == "PER"]


def labels(doc: Doc) -> list[tuple[str, str]]:
    """All entities with their labels after the component."""
    return [(entity.text, entity.label_) for entity in name_consistency(doc).ents]


def test_later_surname() -> None:
    """A surname that was passed over is the person of the full name, also in the genitive."""
    doc = marked("Kari//B-PER", "Berg//I-PER", "kom", ".", "Bergs", "tale", "var", "lang", ".")
    assert people(doc) == ["Kari Berg", "Bergs"]


def test_full_name_in_the_genitive() -> None:
    """The surname is known although the only full name has a genitive -s."""
    doc = marked("Kari//B-PER", "Bergs//I-PER", "tale", ".", "Berg", "smilte", ".")
    assert people(doc) == ["Kari Bergs", "Berg"]


def test_surname_taken_for_a_place() -> None:
    """A full name tells more than one lone mention."""
    doc = marked("Kari//B-PER", "Berg//I-PER", "kom", ".", "Jeg", "så", "Berg//B-LOC", ".")
    assert people(doc) == ["Kari Berg", "Berg"]


def test_majority() -> None:
    """What is a place three times is no person the fourth time."""
    place = ("i", "Mali//B-GPE_LOC", ".")
    assert people(marked(*place * 3, "Malis//B-PER", "hær")) == []


def test_majority_of_a_full_name() -> None:
    """What is a person three times is no firm the fourth time."""
    mention = ("Kari//B-PER", "Berg//I-PER", "ler", ".")
    doc = marked(*mention * 3, "Hos", "Kari//B-ORG", "Berg//I-ORG")
    assert people(doc) == ["Kari Berg"] * 4


def test_unknown_farm() -> None:
    """A lone name without a full name becomes no person, however often it is taken for one."""
    doc = marked("Vikane//B-PER", "og", "Vikane//B-PER", ",", "på", "Vikane//B-LOC")
    assert labels(doc)[-1] == ("Vikane", "LOC")


def test_farm_of_the_same_name() -> None:
    """The owner has the farm's name, and the farm stays a place, marked as one or not."""
    owner = ("Ola//B-PER", "Vikane//I-PER", "dyrkar", "korn", "på")
    assert people(marked(*owner, "Vikane//B-LOC", ".")) == ["Ola Vikane"]
    assert people(marked(*owner, "Vikane", ".")) == ["Ola Vikane"]


def test_even_votes_change_nothing() -> None:
    """One against one is no majority."""
    doc = marked("Fardal//B-PER", "ler", ".", "I", "Fardal//B-LOC", ".")
    assert labels(doc) == [("Fardal", "PER"), ("Fardal", "LOC")]


def test_places_may_act() -> None:
    """A town is a place in one sentence and a club or council in the next."""
    place = ("i", "Bergen//B-GPE_LOC", ".")
    doc = marked("Per/PROPN/B-PER", "ser", *place * 3, "Bergen//B-ORG", "vant")
    assert labels(doc)[-1] == ("Bergen", "ORG")


def test_two_mentions_run_together() -> None:
    """A headline without full stop, and the name that opens the text."""
    doc = marked("Ja", "til", "Kari//B-PER", "Berg//I-PER", "Bergs//I-PER", "tale")
    assert people(doc) == ["Kari Berg", "Bergs"]


def test_verb_is_no_person() -> None:
    """A lone capitalised word that the tagger knows as a verb or adjective."""
    assert people(marked("Knuste/ADJ/B-PER", "vindauge/NOUN", "./PUNCT")) == []


def test_untagged_person_stays() -> None:
    """Without a tagger there is nothing to disagree with."""
    assert people(marked("Berg//B-PER", "kom", ".")) == ["Berg"]


def test_wrongly_tagged_surname_stays() -> None:
    """A full name elsewhere outweighs the tag."""
    doc = marked("Kari/PROPN/B-PER", "Snill/PROPN/I-PER", "kom/VERB", "Snill/ADJ/B-PER", "lo/VERB")
    assert people(doc) == ["Kari Snill", "Snill"]


def test_word_that_is_also_common() -> None:
    """«Storm» is a surname, but not where the document has the word in lower case."""
    doc = marked("Kari//B-PER", "Storm//I-PER", "så", "en", "storm", ".", "Storm", "er", "farlig")
    assert people(doc) == ["Kari Storm"]


def test_pronoun_like_a_first_name() -> None:
    """«Hans» opens sentences as a pronoun."""
    tagged = (
        "Hans/PROPN/B-PER",
        "Vik/PROPN/I-PER",
        "kom/VERB",
        "./PUNCT",
        "Hans/PRON",
        "kone/NOUN",
    )
    assert people(marked(*tagged)) == ["Hans Vik"]
    untagged = ("Hans//B-PER", "Vik//I-PER", "kom", ".", "Hans", "kone", "Han")
    assert people(marked(*untagged)) == ["Hans Vik"]


def test_initials_are_no_names() -> None:
    """«K. Berg» tells nothing of a later «K.»."""
    assert people(marked("K.//B-PER", "Berg//I-PER", "og", "K.")) == ["K. Berg"]


def test_document_without_people() -> None:
    """Left as it is."""
    assert labels(marked("i", "Mali//B-GPE_LOC", ".")) == [("Mali", "GPE_LOC")]
    assert labels(marked("Ingen", "her")) == []


def test_found_by_entry_point() -> None:
    """A pipeline that has the component loads with plain spacy.load."""
    (entry,) = entry_points(group="spacy_factories", name="name_consistency")
    assert entry.load() is name_consistency
    assert spacy.blank("nb").add_pipe("name_consistency") is name_consistency


WORDS = st.sampled_from(["Berg", "Bergs", "Kari", "Hans", "i", "berg", "K.", "."])
ENTS = st.sampled_from(["O", "B-PER", "I-PER", "B-LOC", "B-ORG"])
TAGS = st.sampled_from(["", "PROPN", "NOUN", "VERB"])


@given(st.lists(st.tuples(WORDS, TAGS, ENTS), min_size=1, max_size=25))
def test_only_the_tagger_unmarks(tokens: list[tuple[str, str, str]]) -> None:
    """The text stays, nothing overlaps, and only a word that is tagged as a verb is unmarked."""
    words, tags, ents = (list(column) for column in zip(*tokens, strict=True))
    doc = Doc(VOCAB, words=words, pos=tags, ents=_valid(ents))
    text = doc.text
    before = {token.i for entity in doc.ents for token in entity}
    name_consistency(doc)
    assert doc.text == text
    after = {token.i for entity in doc.ents for token in entity}
    assert all(doc[i].pos_ == "VERB" for i in before - after)


def _valid(ents: list[str]) -> list[str]:
    """The tags with every I- after an entity of the same label, others as B-."""
    result: list[str] = []
    for ent in ents:
        follows = bool(result) and result[-1][2:] == ent[2:]
        result.append(ent if not ent.startswith("I-") or follows else f"B-{ent[2:]}")
    return result
