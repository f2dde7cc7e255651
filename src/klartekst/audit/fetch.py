"""Fetches pages politely: asks robots.txt, waits between requests, stays on the given hosts."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from klartekst import __version__
from klartekst.audit.items import AuditError
from klartekst.audit.pages import Page, PageCache

if TYPE_CHECKING:
    import httpx

AGENT = f"klartekst/{__version__} (audit)"
_AGENT_IN_ROBOTS = "klartekst"
_TRIES = 4
_FIRST_WAIT = 1.0  # seconds before the second try; doubled for each further one
_LONGEST_WAIT = 60.0
_REDIRECTS = 5
_TIMEOUT = 30.0
_LARGEST = 200_000_000  # bytes; a sitemap may be large, and is told apart by no one beforehand
_WORTH_ANOTHER_TRY = frozenset({429, 500, 502, 503, 504})


class FetchError(AuditError):
    """An address that gives nothing: out of reach, forbidden, gone, or led in a ring."""


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
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _last: float = 0.0

    def get(self, address: str) -> Page:
        """The page at an address, after redirects. Raises FetchError."""
        kept = self.cache.find(address)
        if kept is not None and kept.at >= self.since:
            return kept
        page = self._follow(address, kept)
        self.cache.keep(address, page)
        return page

    def sitemaps(self, site: str) -> list[str]:
        """The sitemaps that robots.txt of a site names, or where one usually is."""
        root = f"{urlsplit(site).scheme}://{urlsplit(site).netloc}"
        return self._rules(root).site_maps() or [f"{root}/sitemap.xml"]

    def close(self) -> None:
        """Let go of the connections and the cache."""
        self.client.close()
        self.cache.close()

    def _follow(self, address: str, kept: Page | None) -> Page:
        current = address
        for _ in range(_REDIRECTS + 1):
            self._require_allowed(current)
            response, body = self._request(current, kept)
            if response.status_code == 304 and kept is not None:
                return Page(kept.address, kept.body, time.time(), kept.etag, kept.modified)
            if response.is_redirect:
                current = str(response.url.join(response.headers["location"]))
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

    def _require_allowed(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or parts.netloc not in self.hosts:
            raise FetchError(
                f"{address}: er på et annet nettsted. Oppgi --host {parts.netloc} om det skal med."
            )
        if not self._rules(f"{parts.scheme}://{parts.netloc}").can_fetch(_AGENT_IN_ROBOTS, address):
            raise FetchError(f"{address}: nettstedet ber programmer holde seg unna (robots.txt).")

    def _rules(self, root: str) -> RobotFileParser:
        if root not in self._robots:
            rules = RobotFileParser()
            response, body = self._request(f"{root}/robots.txt", None)
            # RFC 9309: without a file all may be fetched; one that cannot be given forbids all.
            if response.status_code >= 500:
                rules.parse(["User-agent: *", "Disallow: /"])
            elif response.status_code == 200:
                rules.parse(body.decode("utf-8", errors="replace").splitlines())
            else:
                rules.parse([])
            self._robots[root] = rules
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
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                if attempt == _TRIES or isinstance(error, httpx.InvalidURL):
                    raise FetchError(
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
        root = f"{urlsplit(address).scheme}://{urlsplit(address).netloc}"
        rules = self._robots.get(root)
        asked = rules.crawl_delay(_AGENT_IN_ROBOTS) if rules else None
        interval = max(self.interval, min(float(asked or 0), _LONGEST_WAIT))
        left = self._last + interval - time.monotonic()
        if left > 0:
            self.sleep(left)
        self._last = time.monotonic()


def _read(response: httpx.Response, address: str) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > _LARGEST:
            raise FetchError(f"{address}: er for stor til å leses.")
    return bytes(body)


def _asked_wait(response: httpx.Response) -> float:
    """The seconds that a server asks us to wait, where it says so in seconds."""
    written = response.headers.get("retry-after", "")
    return float(written) if written.isdigit() else 0.0
