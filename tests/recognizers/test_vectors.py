"""All identifiers of the shared sample, valid and invalid, told apart by kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from klartekst.recognizers.analysis import find_entities

SAMPLE = Path(__file__).parents[3] / "shared" / "data" / "id_vectors_sample.jsonl"
KINDS = {
    "address": "NO_ADDRESS",
    "birthdate": "DATE_OF_BIRTH",
    "bolignr": "NO_ADDRESS",
    "dnr": "NO_FODSELSNUMMER",
    "dnr_hnr": "NO_FODSELSNUMMER",
    "dnr_tenor80": "NO_FODSELSNUMMER",
    "duf": "NO_DUF",
    "email": "EMAIL_ADDRESS",
    "fhnr": "NO_FODSELSNUMMER",
    "fnr": "NO_FODSELSNUMMER",
    "fnr_tenor80": "NO_FODSELSNUMMER",
    "gnrbnr": "NO_EIENDOM",
    "hnr": "NO_FODSELSNUMMER",
    "iban_no": "IBAN_CODE",
    "ip": "IP_ADDRESS",
    "konto": "NO_KONTONUMMER",
    "mva": "NO_ORGANISASJONSNUMMER",
    "orgnr": "NO_ORGANISASJONSNUMMER",
    "passport": "NO_PASS",
    "phone": "PHONE_NUMBER",
    "plate": "NO_BILSKILT",
    "saksnr": "NO_SAKSNUMMER",
}


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared sample is not here")
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_sample_is_told_apart(kind: str) -> None:
    """Valid ones are found as their kind, invalid ones are not."""
    nlp = spacy.blank("nb")
    vectors = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    wrong = [
        vector["text"]
        for vector in vectors
        if vector["type"] == kind
        and vector["valid"]
        != any(entity.kind == KINDS[kind] for entity in find_entities(nlp(vector["text"])))
    ]
    assert wrong == []
