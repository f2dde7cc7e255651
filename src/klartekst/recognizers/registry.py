"""The Norwegian recognisers as a Presidio registry.

    from presidio_analyzer import AnalyzerEngine
    from klartekst.recognizers.registry import norwegian_registry

    analyzer = AnalyzerEngine(
        registry=norwegian_registry(), nlp_engine=your_engine, supported_languages=["nb"]
    )

Presidio wants one language code for one registry: "nb" stands for bokmål and nynorsk alike.
"""

from __future__ import annotations

from collections.abc import Callable

from presidio_analyzer import EntityRecognizer, RecognizerRegistry

from klartekst.recognizers.account_number import (
    NorwegianAccountNumberRecognizer,
    NorwegianIbanRecognizer,
)
from klartekst.recognizers.address import NorwegianAddressRecognizer
from klartekst.recognizers.base import LANGUAGE
from klartekst.recognizers.birth_date import NorwegianBirthDateRecognizer
from klartekst.recognizers.case_number import NorwegianCaseNumberRecognizer
from klartekst.recognizers.duf_number import NorwegianDufNumberRecognizer
from klartekst.recognizers.email import NorwegianEmailRecognizer
from klartekst.recognizers.hpr_number import NorwegianHprNumberRecognizer
from klartekst.recognizers.identity_number import NorwegianIdentityNumberRecognizer
from klartekst.recognizers.ip_address import NorwegianIpAddressRecognizer
from klartekst.recognizers.organisation_number import NorwegianOrganisationNumberRecognizer
from klartekst.recognizers.passport import NorwegianPassportRecognizer
from klartekst.recognizers.payment_reference import NorwegianPaymentReferenceRecognizer
from klartekst.recognizers.person import NorwegianPersonRecognizer
from klartekst.recognizers.phone import NorwegianPhoneRecognizer
from klartekst.recognizers.plate import NorwegianPlateRecognizer
from klartekst.recognizers.position import NorwegianPositionRecognizer
from klartekst.recognizers.property import NorwegianFarmRecognizer, NorwegianPropertyRecognizer

RECOGNIZERS: tuple[Callable[..., EntityRecognizer], ...] = (
    NorwegianIdentityNumberRecognizer,
    NorwegianDufNumberRecognizer,
    NorwegianAccountNumberRecognizer,
    NorwegianIbanRecognizer,
    NorwegianOrganisationNumberRecognizer,
    NorwegianPhoneRecognizer,
    NorwegianEmailRecognizer,
    NorwegianAddressRecognizer,
    NorwegianPropertyRecognizer,
    NorwegianFarmRecognizer,
    NorwegianPositionRecognizer,
    NorwegianPlateRecognizer,
    NorwegianCaseNumberRecognizer,
    NorwegianPassportRecognizer,
    NorwegianHprNumberRecognizer,
    NorwegianPaymentReferenceRecognizer,
    NorwegianBirthDateRecognizer,
    NorwegianIpAddressRecognizer,
    NorwegianPersonRecognizer,
)


def norwegian_registry(language: str = LANGUAGE) -> RecognizerRegistry:
    """A registry of these recognisers and no others; none of them uses the network.

    `language` is the code that the AnalyzerEngine has in `supported_languages`.
    """
    return RecognizerRegistry(
        recognizers=[recognizer(supported_language=language) for recognizer in RECOGNIZERS],
        supported_languages=[language],
    )
