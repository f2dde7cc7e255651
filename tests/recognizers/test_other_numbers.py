"""The remaining identifiers in running text. All values are invented or from test series."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from klartekst.recognizers.account_number import find_account_numbers, find_ibans
from klartekst.recognizers.address import find_addresses
from klartekst.recognizers.birth_date import find_birth_dates
from klartekst.recognizers.case_number import find_case_numbers
from klartekst.recognizers.duf_number import find_duf_numbers
from klartekst.recognizers.found import Found
from klartekst.recognizers.hpr_number import find_hpr_numbers
from klartekst.recognizers.ip_address import find_ip_addresses
from klartekst.recognizers.organisation_number import find_organisation_numbers
from klartekst.recognizers.passport import find_passport_numbers
from klartekst.recognizers.payment_reference import find_payment_references
from klartekst.recognizers.plate import find_plates
from klartekst.recognizers.position import find_positions
from klartekst.recognizers.property import find_farms, find_properties

Finder = Callable[[str], Iterable[Found]]


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (find_duf_numbers, "Søkeren (DUF 199800 000002) er her.", "199800 000002"),
        (find_account_numbers, "Betal til 8601.11.17947 i dag.", "8601.11.17947"),
        (find_account_numbers, "Konto 86011117947.", "86011117947"),
        (find_ibans, "Betal til NO93 8601 1117 947.", "NO93 8601 1117 947"),
        (find_organisation_numbers, "Org.nr. NO 987 008 644 MVA.", "NO 987 008 644 MVA"),
        (find_addresses, "Hun bor i Eksempelveien 4 B.", "Eksempelveien 4 B"),
        (find_addresses, "Hun bor i Brinken 7 og har klaget.", "Brinken 7"),
        (find_addresses, "Han bor i Kari Testbergs vei 12.", "Kari Testbergs vei 12"),
        (
            find_addresses,
            "Gården er Nordre Vik 3, 0000 Eksempelby.",
            "Nordre Vik 3, 0000 Eksempelby",
        ),
        (find_addresses, "Skriv til postboks 99, 0000 Eksempelby.", "postboks 99, 0000 Eksempelby"),
        (find_addresses, "Leilighet H0203 er ledig.", "H0203"),
        (find_properties, "Det gjelder gnr. 12, bnr. 4, 9 og 31.", "gnr. 12, bnr. 4, 9 og 31"),
        (find_properties, "Eiendommen 62/7 er solgt.", "62/7"),
        (find_properties, "Gnr./bnr. 12/345 er solgt.", "12/345"),
        (find_properties, "Eieren av gården 17/203 har klaget.", "17/203"),
        (find_farms, "Ho bur på garden Eksempelvik.", "Eksempelvik"),
        (find_hpr_numbers, "HPR-nr. 0000123 er sperret.", "0000123"),
        (find_payment_references, "KID: 12344.", "12344"),  # modulo 10
        (find_payment_references, "KID 12343.", "12343"),  # modulo 11
        (find_positions, "Hytta er ved ///ordet.huset.fjorden.", "///ordet.huset.fjorden"),
        (find_positions, "Huset er ved 60.12345, 10.12345.", "60.12345, 10.12345"),
        (find_positions, "UTM 33: 6649000 N, 262000 Ø.", "6649000 N, 262000 Ø"),
        (find_plates, "Bilen QA 12345 er stjålet.", "QA 12345"),
        (find_plates, "Motorsykkelen QA 1234 er stjålet.", "QA 1234"),
        (find_case_numbers, "Se sak 2024/1234-5.", "2024/1234-5"),
        (find_case_numbers, "Saken har nummer 20240318705.", "20240318705"),
        (find_case_numbers, "PS 12/24 er utsatt.", "PS 12/24"),
        (find_passport_numbers, "Passnummer: ABC123456.", "ABC123456"),
        (find_birth_dates, "Kari, født 12. mars 1988, bor her.", "12. mars 1988"),
        (find_birth_dates, "Kari (f. 12.3.88) bor her.", "12.3.88"),
        (find_ip_addresses, "Det kom fra 192.0.2.17.", "192.0.2.17"),
        (find_ip_addresses, "Det kom fra 2001:db8::17 i går.", "2001:db8::17"),
    ],
)
def test_found(find: Finder, text: str, expected: str) -> None:
    """The identifier is found, whole and alone."""
    assert [text[f.start : f.end] for f in find(text)] == [expected]


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (find_duf_numbers, "Varen har kode 201012345678."),
        (find_account_numbers, "Saken har nummer 86011117947."),
        (find_ibans, "Vi følger NS 5800 og NO92 8601 1117 947."),
        (find_organisation_numbers, "Fakturaen er på 958 935 421 kroner."),
        (find_addresses, "Storgata stenges 1. mai."),
        (find_addresses, "Veien koster 12 millioner, og Storgata 12 millioner."),
        (find_addresses, "Sommeren 2026 blir fin."),
        (find_properties, "Sesongen 12/13 og skoleåret 2024/2025."),
        (find_hpr_numbers, "HPR 1 og nummer 1234567."),
        (find_payment_references, "KID 100001928232, og 12344 uten merke."),
        (find_positions, "Se https://example.no/en.to.tre, 60,1 og 10,2 prosent."),
        (find_plates, "Det koster kr 12345 i 2026."),
        (find_plates, "Standarden NS 58000 gjelder fra EU 20161."),
        (find_case_numbers, "Skoleåret 2024/2025 og kapittel 1/2."),
        (find_passport_numbers, "Pass på: modellen heter AB1234567."),
        (find_birth_dates, "Barn født etter 01.01.2020, og de som er født i 2008 eller 2009."),
        (find_birth_dates, "Dikteren (født 12. mars 1888) kom hit."),
        (find_ip_addresses, "Se punkt 1.2.3.4, versjon 3.11, klokka 12:30:45."),
    ],
)
def test_left_alone(find: Finder, text: str) -> None:
    """What only looks like it is not found."""
    assert [text[f.start : f.end] for f in find(text)] == []


def test_street_word_in_a_name_is_an_address() -> None:
    """The reason tells an address from a flat or a post box."""
    assert [f.reason for f in find_addresses("Han bor i Storgata 1.")] == ["street"]
