"""Fetching is polite, and stays where it was sent."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from klartekst.audit.fetch import AGENT, Fetcher, FetchError
from klartekst.audit.pages import PageCache
from tests.audit.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A site of one page."""
    with serving() as site:
        site.bodies["/side"] = b"<p>Hei</p>"
        yield site


@pytest.fixture
def slept() -> list[float]:
    """The waits that a fetcher makes, in seconds; none is really waited."""
    return []


@pytest.fixture
def fetcher(site: Site, slept: list[float], tmp_path: Path) -> Iterator[Fetcher]:
    """A fetcher that may go to the site only."""
    made = fetcher_of(site, tmp_path, slept, since=time.time() - 60)
    yield made
    made.close()


def fetcher_of(site: Site, folder: Path, slept: list[float], *, since: float) -> Fetcher:
    """A fetcher for the site that keeps pages in a folder."""
    hosts = frozenset({urlsplit(site.root).netloc})
    cache = PageCache(folder / "pages.sqlite")
    return Fetcher(hosts, cache, 0.0, since, sleep=slept.append)


def test_page_comes_with_our_own_name(site: Site, fetcher: Fetcher) -> None:
    """A site can see who asks."""
    assert fetcher.get(f"{site.root}/side").body == b"<p>Hei</p>"
    assert site.asked[-1][1]["User-Agent"] == AGENT


def test_page_is_not_asked_for_twice_in_an_audit(site: Site, fetcher: Fetcher) -> None:
    """The cache has it."""
    fetcher.get(f"{site.root}/side")
    fetcher.get(f"{site.root}/side")
    assert site.count("/side") == 1


def test_older_page_is_asked_for_on_a_condition(
    site: Site, fetcher: Fetcher, slept: list[float], tmp_path: Path
) -> None:
    """A page that has not changed is not sent again."""
    fetcher.get(f"{site.root}/side")
    later = fetcher_of(site, tmp_path, slept, since=time.time() + 60)
    page = later.get(f"{site.root}/side")
    later.close()
    assert page.body == b"<p>Hei</p>"
    assert site.asked[-1][1]["If-None-Match"] == '"1"'


def test_robots_are_obeyed(site: Site, fetcher: Fetcher) -> None:
    """A forbidden page is not asked for."""
    site.bodies["/robots.txt"] = b"User-agent: *\nDisallow: /side"
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher.get(f"{site.root}/side")
    assert site.count("/side") == 0


def test_robots_that_cannot_be_given_forbid_all(site: Site, fetcher: Fetcher) -> None:
    """As RFC 9309 has it."""
    site.answers["/robots.txt"] = [(503, {})]
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher.get(f"{site.root}/side")


def test_rules_of_robots_are_read_as_the_standard_has_them(site: Site, fetcher: Fetcher) -> None:
    """With wildcards, and the longest rule that fits."""
    site.bodies["/robots.txt"] = b"User-agent: *\nDisallow: /*?print=\nDisallow: /s\nAllow: /side"
    fetcher.get(f"{site.root}/side")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher.get(f"{site.root}/side?print=1")


def test_robots_that_have_moved_are_followed(site: Site, fetcher: Fetcher) -> None:
    """As sites do from one name to another."""
    site.answers["/robots.txt"] = [(301, {"Location": "/regler.txt"})]
    site.bodies["/regler.txt"] = b"User-agent: *\nDisallow: /side"
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher.get(f"{site.root}/side")


def test_delay_that_robots_ask_for_is_kept(
    site: Site, fetcher: Fetcher, slept: list[float]
) -> None:
    """Between one page and the next."""
    site.bodies["/robots.txt"] = b"User-agent: *\nCrawl-delay: 7"
    fetcher.get(f"{site.root}/side")
    assert max(slept) > 6


def test_server_in_trouble_is_asked_again_later(
    site: Site, fetcher: Fetcher, slept: list[float]
) -> None:
    """With longer waits, and as long as it asks for."""
    site.answers["/side"] = [(503, {}), (429, {"Retry-After": "9"}), (200, {})]
    fetcher.get(f"{site.root}/side")
    assert slept == [1.0, 9.0]


def test_time_that_a_server_names_is_waited_for(
    site: Site, fetcher: Fetcher, slept: list[float]
) -> None:
    """A wait may be told as a date."""
    at = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    site.answers["/side"] = [(503, {"Retry-After": at}), (200, {})]
    fetcher.get(f"{site.root}/side")
    assert 20 < slept[0] <= 30


def test_page_of_an_earlier_audit_is_not_sent_again(
    site: Site, fetcher: Fetcher, slept: list[float], tmp_path: Path
) -> None:
    """It is asked for on a condition, and kept with the new audit."""
    fetcher.get(f"{site.root}/side")
    (tmp_path / "ny").mkdir()
    pages = PageCache(tmp_path / "ny" / "pages.sqlite", tmp_path / "pages.sqlite")
    later = fetcher_of(site, tmp_path, slept, since=time.time() + 60)
    later.cache.close()
    later.cache = pages
    assert later.get(f"{site.root}/side").body == b"<p>Hei</p>"
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    later.close()
    alone = PageCache(tmp_path / "ny" / "pages.sqlite")
    assert alone.find(f"{site.root}/side") is not None
    alone.close()


def test_other_hosts_are_left_alone(fetcher: Fetcher) -> None:
    """A list may name any address."""
    with pytest.raises(FetchError, match="annet nettsted"):
        fetcher.get("http://localhost:1/side")


def test_redirect_to_another_host_is_not_followed(site: Site, fetcher: Fetcher) -> None:
    """Neither may a page lead there."""
    site.answers["/ut"] = [(302, {"Location": "http://localhost:1/side"})]
    with pytest.raises(FetchError, match="annet nettsted"):
        fetcher.get(f"{site.root}/ut")


def test_local_file_is_never_read(site: Site, fetcher: Fetcher) -> None:
    """Whatever a page says."""
    site.answers["/fil"] = [(302, {"Location": "file:///etc/passwd"})]
    with pytest.raises(FetchError):
        fetcher.get(f"{site.root}/fil")


def test_redirects_in_a_ring_end(site: Site, fetcher: Fetcher) -> None:
    """After a few rounds."""
    site.answers["/ring"] = [(302, {"Location": "/ring"})]
    with pytest.raises(FetchError, match="ring"):
        fetcher.get(f"{site.root}/ring")


def test_missing_page_is_told_with_its_code(site: Site, fetcher: Fetcher) -> None:
    """So that a dead link can be mended."""
    with pytest.raises(FetchError, match="404"):
        fetcher.get(f"{site.root}/borte")


def test_unreachable_host_is_told(tmp_path: Path) -> None:
    """After some tries."""
    cache = PageCache(tmp_path / "pages.sqlite")
    fetcher = Fetcher(frozenset({"127.0.0.1:1"}), cache, 0.0, 0.0, sleep=lambda _: None)
    with pytest.raises(FetchError, match="får ikke kontakt"):
        fetcher.get("http://127.0.0.1:1/side")
    fetcher.close()
