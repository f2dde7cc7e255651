"""Ways of finding. A rule file names one of these in `check`."""

from __future__ import annotations

from klartekst.checks.acronym import AcronymCheck
from klartekst.checks.base import Annotation, Check, Draft
from klartekst.checks.beside_the_body import BesideTheBodyCheck
from klartekst.checks.entity import EntityCheck
from klartekst.checks.front_weight import FrontWeightCheck
from klartekst.checks.generic_subject import GenericSubjectCheck
from klartekst.checks.hard_text import HardTextCheck
from klartekst.checks.identifying_mix import IdentifyingMixCheck
from klartekst.checks.key_message import KeyMessageCheck
from klartekst.checks.layout import EnumerationCheck, SubheadingCheck
from klartekst.checks.lead_length import LeadLengthCheck
from klartekst.checks.long_word import LongWordCheck
from klartekst.checks.mixed_forms import MixedFormsCheck
from klartekst.checks.mixed_norms import MixedNormsCheck
from klartekst.checks.nested_clauses import NestedClausesCheck
from klartekst.checks.nominalisation import NominalisationCheck
from klartekst.checks.paragraph_length import ParagraphLengthCheck
from klartekst.checks.passive import PassiveCheck
from klartekst.checks.phrase import PhraseCheck
from klartekst.checks.private_person import PrivatePersonCheck
from klartekst.checks.replace import ReplaceCheck
from klartekst.checks.sentence_length import SentenceLengthCheck
from klartekst.checks.signals import SignalCheck
from klartekst.checks.term import TermCheck
from klartekst.checks.title_start import TitleStartCheck

__all__ = ["CHECKS", "Annotation", "Check", "Draft"]

CHECKS: dict[str, type[Check]] = {
    "acronym": AcronymCheck,
    "beside_the_body": BesideTheBodyCheck,
    "entity": EntityCheck,
    "enumeration": EnumerationCheck,
    "front_weight": FrontWeightCheck,
    "generic_subject": GenericSubjectCheck,
    "hard_text": HardTextCheck,
    "identifying_mix": IdentifyingMixCheck,
    "key_message": KeyMessageCheck,
    "lead_length": LeadLengthCheck,
    "long_word": LongWordCheck,
    "mixed_forms": MixedFormsCheck,
    "mixed_norms": MixedNormsCheck,
    "nested_clauses": NestedClausesCheck,
    "nominalisation": NominalisationCheck,
    "paragraph_length": ParagraphLengthCheck,
    "passive": PassiveCheck,
    "phrase": PhraseCheck,
    "private_person": PrivatePersonCheck,
    "replace": ReplaceCheck,
    "sentence_length": SentenceLengthCheck,
    "signal": SignalCheck,
    "subheading": SubheadingCheck,
    "title_start": TitleStartCheck,
    "term": TermCheck,
}
