"""Ways of finding. A rule file names one of these in `check`."""

from __future__ import annotations

from klartekst.checks.base import Annotation, Check, Draft
from klartekst.checks.form.bare_refusal import BareRefusalCheck
from klartekst.checks.form.beside_the_body import BesideTheBodyCheck
from klartekst.checks.form.calendar import CalendarCheck
from klartekst.checks.form.contact_details import ContactDetailsCheck
from klartekst.checks.form.dates_differ import DatesDifferCheck
from klartekst.checks.form.embargo import EmbargoCheck
from klartekst.checks.form.lead import LeadCheck
from klartekst.checks.form.missing_part import MissingPartCheck
from klartekst.checks.form.names_alike import NamesAlikeCheck
from klartekst.checks.form.numbers_differ import NumbersDifferCheck
from klartekst.checks.form.relative_day import RelativeDayCheck
from klartekst.checks.form.text_length import TextLengthCheck
from klartekst.checks.form.title import TitleCheck
from klartekst.checks.form.titles_alike import TitlesAlikeCheck
from klartekst.checks.form.unanswered import UnansweredCheck
from klartekst.checks.form.unsaid import UnsaidCheck
from klartekst.checks.language.acronym import AcronymCheck
from klartekst.checks.language.front_weight import FrontWeightCheck
from klartekst.checks.language.generic_subject import GenericSubjectCheck
from klartekst.checks.language.hard_text import HardTextCheck
from klartekst.checks.language.layout import EnumerationCheck, SubheadingCheck
from klartekst.checks.language.lead_length import LeadLengthCheck
from klartekst.checks.language.long_word import LongWordCheck
from klartekst.checks.language.mixed_forms import MixedFormsCheck
from klartekst.checks.language.mixed_norms import MixedNormsCheck
from klartekst.checks.language.nested_clauses import NestedClausesCheck
from klartekst.checks.language.nominalisation import NominalisationCheck
from klartekst.checks.language.official_word import OfficialWordCheck
from klartekst.checks.language.paragraph_length import ParagraphLengthCheck
from klartekst.checks.language.passive import PassiveCheck
from klartekst.checks.language.replace import ReplaceCheck
from klartekst.checks.language.sentence_length import SentenceLengthCheck
from klartekst.checks.language.term import TermCheck
from klartekst.checks.language.title_start import TitleStartCheck
from klartekst.checks.messages.forbidden import ForbiddenCheck
from klartekst.checks.messages.key_message import KeyMessageCheck
from klartekst.checks.messages.placement import PlacementCheck
from klartekst.checks.people.entity import EntityCheck
from klartekst.checks.people.private_person import PrivatePersonCheck
from klartekst.checks.roles.crisis_speaker import CrisisSpeakerCheck
from klartekst.checks.roles.other_level import OtherLevelCheck
from klartekst.checks.roles.said_by import SaidByCheck
from klartekst.checks.roles.spokespeople import UnquotedSpokespersonCheck, UntitledSpeakerCheck
from klartekst.checks.roles.unattributed import UnattributedCheck
from klartekst.checks.signals.identifying_mix import IdentifyingMixCheck
from klartekst.checks.signals.signal import SignalCheck
from klartekst.checks.signals.told import ToldCheck
from klartekst.checks.wording.phrase import PhraseCheck

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
    "told": ToldCheck,
}
