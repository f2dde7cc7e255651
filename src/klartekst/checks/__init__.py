"""Ways of finding. A rule file names one of these in `check`."""

from __future__ import annotations

from klartekst.checks.base import Annotation, Check, Draft
from klartekst.checks.beside_the_body import BesideTheBodyCheck
from klartekst.checks.entity import EntityCheck
from klartekst.checks.hard_text import HardTextCheck
from klartekst.checks.identifying_mix import IdentifyingMixCheck
from klartekst.checks.key_message import KeyMessageCheck
from klartekst.checks.passive import PassiveCheck
from klartekst.checks.phrase import PhraseCheck
from klartekst.checks.private_person import PrivatePersonCheck
from klartekst.checks.replace import ReplaceCheck
from klartekst.checks.sentence_length import SentenceLengthCheck
from klartekst.checks.signals import SignalCheck

__all__ = ["CHECKS", "Annotation", "Check", "Draft"]

CHECKS: dict[str, type[Check]] = {
    "beside_the_body": BesideTheBodyCheck,
    "entity": EntityCheck,
    "hard_text": HardTextCheck,
    "identifying_mix": IdentifyingMixCheck,
    "key_message": KeyMessageCheck,
    "passive": PassiveCheck,
    "phrase": PhraseCheck,
    "private_person": PrivatePersonCheck,
    "replace": ReplaceCheck,
    "sentence_length": SentenceLengthCheck,
    "signal": SignalCheck,
}
