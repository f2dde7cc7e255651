"""IP addresses. Numbered headings such as 1.2.3.4 are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address

from klartekst.recognizers.base import FinderRecognizer
from klartekst.recognizers.found import Found

_CANDIDATE = re.compile(
    r"(?<![\w.:/-])(?:\d{1,3}(?:\.\d{1,3}){3}(?![\w:-])(?!\.\d)|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\w:]))"
)
_LARGEST_IN_HEADING = 30


def find_ip_addresses(text: str) -> Iterator[Found]:
    """Yield the IP addresses of a text, of version 4 and 6. Reason: «valid»."""
    for candidate in _CANDIDATE.finditer(text):
        if _is_address(candidate.group()):
            yield Found(*candidate.span(), 0.9, "valid")


def _is_address(written: str) -> bool:
    try:
        address = ip_address(written)
    except ValueError:
        return False
    if address.version == 4:
        return max(int(part) for part in written.split(".")) > _LARGEST_IN_HEADING
    return any(character.isalnum() for character in written)


class NorwegianIpAddressRecognizer(FinderRecognizer):
    """IP_ADDRESS, of both versions."""

    ENTITY = "IP_ADDRESS"
    find = staticmethod(find_ip_addresses)
