"""Fetches pages politely: asks robots.txt, waits between requests, stays on the given hosts."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from klartekst import __version__
from klartekst.audit.items import AuditError
from klartekst.audit.pages import Page, PageCache
from klartekst.audit.robots import FetchError, Robots

if TYPE_CHECKING:
    import httpx

__all__ = ["AGENT", "FetchError", "Fetcher", "SiteDownError"]

AGENT = f"klartekst/{__version__} (audit)"
_TRIES = 4
_FIRST_WAIT = 1.0  # seconds before the second try; doubled for each further one
_LONGEST_WAIT = 60.0
_REDIRECTS = 5
_TIMEOUT = 30.0
_LARGEST = 200_000_000  # bytes; a sitemap may be large, and is told apart by no one beforehand
_WORTH_ANOTHER_TRY = frozenset({429, 500, 502, 503, 504})
# So many addresses in a row without contact: it is the site or the line, not the pages.
_DEAD_IN_A_ROW = 5


class _NoContactError(FetchError):
    """An address whose host gave no answer."""


class SiteDownError(AuditError):
    """A site that has stopped answering: better to stop than to call all the rest errors."""


def _client() -> httpx.Client:
    import httpx

    return httpx.Client(headers={"User-Agent": AGENT}, timeout=_TIMEOUT, follow_redirects=False)


@dataclass
class Fetcher:
    """Gets pages of some hosts, at most one each `interval` seconds.

    Pages fetched after `since` (seconds since 1970) are taken from the cache as they are; older
    ones are asked for again on the condition that they have changed.
    """

    hosts: frozenset[str]
    cache: PageCache
    interval: float
    since: float
    client: httpx.Client = field(default_factory=_client)
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, Robots] = field(default_factory=dict)
    _last: float = 0.0
    # Addresses without contact, by host, since the last that answered.
    _dead: Counter[str] = field(default_factory=Counter)

    def get(self, address: str) -> Page:
        """The page at an address, after redirects.

        Raises FetchError for this address, SiteDownError when the site no longer answers at all.
        """
        kept = self.cache.find(address)
        if kept is not None and kept.at >= self.since:
            return kept
        host = host_of(address)
        try:
            page = self._follow(address, kept)
        except _NoContactError as error:
            self._dead[host] += 1
            if self._dead[host] >= _DEAD_IN_A_ROW:
                raise SiteDownError(
                    f"{host}: svarer ikke lenger. Prøv igjen senere med samme kommando. Det som er "
                    "gjort, er tatt vare på."
                ) from error
            raise
        except FetchError:
            self._dead[host] = 0
            raise
        self._dead[host] = 0
        self.cache.keep(address, page)
        return page

    def sitemaps(self, site: str) -> list[str]:
        """The sitemaps that robots.txt of a site names, or where one usually is."""
        root = _root(site)
        return self._rules(root).sitemaps or [f"{root}/sitemap.xml"]

    def close(self) -> None:
        """Let go of the connections and the cache."""
        self.client.close()
        self.cache.close()

    def _follow(self, address: str, kept: Page | None) -> Page:
        current = address
        for _ in range(_REDIRECTS + 1):
            self._require_host(current)
            self._rules(_root(current)).require_allowed(current)
            response, body = self._request(current, kept)
            if response.status_code == 304 and kept is not None:
                return Page(kept.address, kept.body, time.time(), kept.etag, kept.modified)
            if response.is_redirect:
                current = _next(response)
                continue
            if response.status_code != 200:
                raise FetchError(f"{current}: svarer med feilkode {response.status_code}.")
            headers = response.headers
            return Page(
                current,
                body,
                time.time(),
                headers.get("etag", ""),
                headers.get("last-modified", ""),
            )
        raise FetchError(f"{address}: viser videre i ring. Sjekk adressen i en nettleser.")

    def _require_host(self, address: str) -> None:
        host = host_of(address)
        if not address.startswith(("http://", "https://")) or host not in self.hosts:
            raise FetchError(
                f"{address}: er på et annet nettsted. Oppgi --host {host} om det skal med."
            )

    def _rules(self, root: str) -> Robots:
        if root not in self._robots:
            current = f"{root}/robots.txt"
            for _ in range(_REDIRECTS + 1):
                response, body = self._request(current, None)
                if not response.is_redirect:
                    break
                current = _next(response)
                if host_of(current) not in self.hosts:
                    break  # its rules cannot be asked for, but the pages there cannot either
            self._robots[root] = Robots.of(response.status_code, body)
        return self._robots[root]

    def _request(self, address: str, kept: Page | None) -> tuple[httpx.Response, bytes]:
        """One answer, tried again with longer and longer waits when the server is in trouble."""
        import httpx

        headers = {}
        if kept is not None and kept.etag:
            headers["If-None-Match"] = kept.etag
        if kept is not None and kept.modified:
            headers["If-Modified-Since"] = kept.modified
        wait = _FIRST_WAIT
        for attempt in range(1, _TRIES + 1):
            self._wait_for_turn(address)
            try:
                with self.client.stream("GET", address, headers=headers) as response:
                    body = _read(response, address)
            except httpx.InvalidURL as error:
                raise _bad_address(address) from error
            except httpx.HTTPError as error:
                if attempt == _TRIES:
                    raise _NoContactError(
                        f"{address}: får ikke kontakt. Sjekk adressen og nettet, og prøv igjen."
                    ) from error
            else:
                if response.status_code not in _WORTH_ANOTHER_TRY or attempt == _TRIES:
                    return response, body
                wait = max(wait, _asked_wait(response))
            self.sleep(min(wait, _LONGEST_WAIT))
            wait *= 2
        raise AssertionError  # the last try returns or raises

    def _wait_for_turn(self, address: str) -> None:
        rules = self._robots.get(_root(address))
        asked = rules.delay if rules else 0.0
        interval = max(self.interval, min(asked, _LONGEST_WAIT))
        left = self._last + interval - time.monotonic()
        if left > 0:
            self.sleep(left)
        self._last = time.monotonic()


def host_of(address: str) -> str:
    """The host of an address, with its port. Raises FetchError for what is no address."""
    try:
        return urlsplit(address).netloc
    except ValueError as error:
        raise _bad_address(address) from error


def _root(address: str) -> str:
    return f"{urlsplit(address).scheme}://{urlsplit(address).netloc}"


def _next(response: httpx.Response) -> str:
    """Where an answer leads on to. Raises FetchError for what is no address."""
    import httpx

    location = response.headers["location"]
    try:
        return str(response.url.join(location))
    except httpx.InvalidURL as error:
        raise _bad_address(location) from error


def _bad_address(address: str) -> FetchError:
    return FetchError(f"{address}: er ikke en gyldig adresse.")


def _read(response: httpx.Response, address: str) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > _LARGEST:
            raise FetchError(f"{address}: er for stor til å leses.")
    return bytes(body)


def _asked_wait(response: httpx.Response) -> float:
    """The seconds that a server asks us to wait, written as seconds or as a point in time."""
    written = response.headers.get("retry-after", "")
    if written.isdigit():
        return float(written)
    try:
        return parsedate_to_datetime(written).timestamp() - time.time()
    except ValueError:
        return 0.0
