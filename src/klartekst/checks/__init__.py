"""Ways of finding. A rule file names one of these in `check`."""

from __future__ import annotations

from klartekst.checks.acronym import AcronymCheck
from klartekst.checks.bare_refusal import BareRefusalCheck
from klartekst.checks.base import Annotation, Check, Draft
from klartekst.checks.beside_the_body import BesideTheBodyCheck
from klartekst.checks.calendar import CalendarCheck
from klartekst.checks.contact_details import ContactDetailsCheck
from klartekst.checks.crisis_speaker import CrisisSpeakerCheck
from klartekst.checks.dates_differ import DatesDifferCheck
from klartekst.checks.embargo import EmbargoCheck
from klartekst.checks.entity import EntityCheck
from klartekst.checks.forbidden import ForbiddenCheck
from klartekst.checks.front_weight import FrontWeightCheck
from klartekst.checks.generic_subject import GenericSubjectCheck
from klartekst.checks.hard_text import HardTextCheck
from klartekst.checks.identifying_mix import IdentifyingMixCheck
from klartekst.checks.key_message import KeyMessageCheck
from klartekst.checks.layout import EnumerationCheck, SubheadingCheck
from klartekst.checks.lead import LeadCheck
from klartekst.checks.lead_length import LeadLengthCheck
from klartekst.checks.long_word import LongWordCheck
from klartekst.checks.missing_part import MissingPartCheck
from klartekst.checks.mixed_forms import MixedFormsCheck
from klartekst.checks.mixed_norms import MixedNormsCheck
from klartekst.checks.names_alike import NamesAlikeCheck
from klartekst.checks.nested_clauses import NestedClausesCheck
from klartekst.checks.nominalisation import NominalisationCheck
from klartekst.checks.numbers_differ import NumbersDifferCheck
from klartekst.checks.official_word import OfficialWordCheck
from klartekst.checks.other_level import OtherLevelCheck
from klartekst.checks.paragraph_length import ParagraphLengthCheck
from klartekst.checks.passive import PassiveCheck
from klartekst.checks.phrase import PhraseCheck
from klartekst.checks.placement import PlacementCheck
from klartekst.checks.private_person import PrivatePersonCheck
from klartekst.checks.relative_day import RelativeDayCheck
from klartekst.checks.replace import ReplaceCheck
from klartekst.checks.said_by import SaidByCheck
from klartekst.checks.sentence_length import SentenceLengthCheck
from klartekst.checks.signals import SignalCheck
from klartekst.checks.spokespeople import UnquotedSpokespersonCheck, UntitledSpeakerCheck
from klartekst.checks.term import TermCheck
from klartekst.checks.text_length import TextLengthCheck
from klartekst.checks.title import TitleCheck
from klartekst.checks.title_start import TitleStartCheck
from klartekst.checks.titles_alike import TitlesAlikeCheck
from klartekst.checks.unanswered import UnansweredCheck
from klartekst.checks.unattributed import UnattributedCheck
from klartekst.checks.unsaid import UnsaidCheck

__all__ = ["CHECKS", "Annotation", "Check", "Draft"]

CHECKS: dict[str, type[Check]] = {
    "acronym": AcronymCheck,
    "bare_refusal": BareRefusalCheck,
    "beside_the_body": BesideTheBodyCheck,
    "calendar": CalendarCheck,
    "contact_details": ContactDetailsCheck,
    "crisis_speaker": CrisisSpeakerCheck,
    "dates_differ": DatesDifferCheck,
    "embargo": EmbargoCheck,
    "entity": EntityCheck,
    "enumeration": EnumerationCheck,
    "front_weight": FrontWeightCheck,
    "generic_subject": GenericSubjectCheck,
    "forbidden": ForbiddenCheck,
    "hard_text": HardTextCheck,
    "identifying_mix": IdentifyingMixCheck,
    "key_message": KeyMessageCheck,
    "lead": LeadCheck,
    "lead_length": LeadLengthCheck,
    "long_word": LongWordCheck,
    "missing_part": MissingPartCheck,
    "mixed_forms": MixedFormsCheck,
    "mixed_norms": MixedNormsCheck,
    "names_alike": NamesAlikeCheck,
    "nested_clauses": NestedClausesCheck,
    "nominalisation": NominalisationCheck,
    "numbers_differ": NumbersDifferCheck,
    "official_word": OfficialWordCheck,
    "other_level": OtherLevelCheck,
    "paragraph_length": ParagraphLengthCheck,
    "passive": PassiveCheck,
    "phrase": PhraseCheck,
    "placement": PlacementCheck,
    "private_person": PrivatePersonCheck,
    "relative_day": RelativeDayCheck,
    "replace": ReplaceCheck,
    "said_by": SaidByCheck,
    "sentence_length": SentenceLengthCheck,
    "signal": SignalCheck,
    "subheading": SubheadingCheck,
    "text_length": TextLengthCheck,
    "title": TitleCheck,
    "title_start": TitleStartCheck,
    "titles_alike": TitlesAlikeCheck,
    "unanswered": UnansweredCheck,
    "unattributed": UnattributedCheck,
    "unquoted_spokesperson": UnquotedSpokespersonCheck,
    "unsaid": UnsaidCheck,
    "untitled_speaker": UntitledSpeakerCheck,
    "term": TermCheck,
}
