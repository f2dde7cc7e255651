"""What a site asks of programs in its robots.txt, read as RFC 9309 has it."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from klartekst.audit.items import AuditError

_NAME = "klartekst"  # what our agent is called in robots.txt
_ALL_FORBIDDEN = "User-agent: *\nDisallow: /"


class FetchError(AuditError):
    """An address that gives nothing: out of reach, forbidden, gone, or led in a ring."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site. `delay` is the seconds it wants between two requests."""

    rules: Protego

    @classmethod
    def of(cls, status: int, body: bytes) -> Robots:
        """The rules in an answer: without a file all may be fetched; a broken server forbids."""
        if status >= 500:
            return cls(Protego.parse(_ALL_FORBIDDEN))
        text = body.decode("utf-8-sig", errors="replace") if status == 200 else ""
        return cls(Protego.parse(text))

    @property
    def delay(self) -> float:
        """The seconds to wait between two requests; 0 where the site does not say."""
        return float(self.rules.crawl_delay(_NAME) or 0)

    @property
    def sitemaps(self) -> list[str]:
        """The addresses of sitemaps."""
        return list(self.rules.sitemaps)

    def require_allowed(self, address: str) -> None:
        """Raise FetchError for an address that programs should leave alone."""
        if not self.rules.can_fetch(address, _NAME):
            raise FetchError(f"{address}: nettstedet ber programmer holde seg unna (robots.txt).")
