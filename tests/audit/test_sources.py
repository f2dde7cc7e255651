"""What the user points at becomes items, each with what its source says of it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from klartekst.audit.fetch import Fetcher
from klartekst.audit.items import AuditError, Item
from klartekst.audit.pages import PageCache
from klartekst.audit.sources import Sources, count_items, items_of
from klartekst.audit.tables import Columns
from tests.audit.site import Site, page, serving

ROW = {"Tittel": "Ny bru", "tekst": "Brua åpner i dag.", "Dato": "17.05.2024", "nr": "7"}


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with two news items."""
    with serving() as site:
        for number in (1, 2):
            site.bodies[f"/nyheter/{number}"] = page(number).encode()
        yield site


def no_fetcher() -> Fetcher:
    """For sources that need none."""
    raise AssertionError


def items(place: Path | str, columns: Columns | None = None) -> list[Item]:
    """The items of a place that needs no fetching."""
    return list(items_of(Sources((str(place),), columns or Columns()), no_fetcher))


def fetched(place: Path | str, site: Site, folder: Path) -> list[Item]:
    """The items of a place on the web."""
    sources = Sources((str(place),), hosts=(site.root.removeprefix("http://"),), interval=0)
    cache = PageCache(folder / "pages.sqlite")
    fetcher = Fetcher(sources.all_hosts, cache, 0.0, 0.0, sleep=lambda _: None)
    try:
        return list(items_of(sources, lambda: fetcher))
    finally:
        fetcher.close()


def test_folder_gives_its_drafts_in_order(tmp_path: Path) -> None:
    """By name, whatever order the disk has them in."""
    for name in ("b.txt", "a.md", "c.png"):
        (tmp_path / name).write_text("Hei", encoding="utf-8")
    assert [Path(item.key).name for item in items(tmp_path)] == ["a.md", "b.txt"]


def test_pattern_gives_the_files_that_fit(tmp_path: Path) -> None:
    """In all folders below."""
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "a.md").write_text("Hei", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Hei", encoding="utf-8")
    assert [Path(i.key).name for i in items(tmp_path / "**" / "*.md")] == ["a.md"]


def test_pattern_that_fits_nothing_is_told(tmp_path: Path) -> None:
    """An empty audit would look like a clean one."""
    with pytest.raises(AuditError, match="mønsteret"):
        items(tmp_path / "*.md")


def test_brief_beside_a_draft_comes_along(tmp_path: Path) -> None:
    """So that message coverage can be told."""
    (tmp_path / "a.md").write_text("Hei", encoding="utf-8")
    brief = '[[budskap]]\ntekst = "Skolen åpner igjen mandag."'
    (tmp_path / "a.budskap.toml").write_text(brief, encoding="utf-8")
    (item,) = items(tmp_path)
    assert item.brief is not None
    assert item.brief.messages[0].text == "Skolen åpner igjen mandag."


def test_broken_brief_is_the_error_of_its_item(tmp_path: Path) -> None:
    """The others are audited."""
    (tmp_path / "a.md").write_text("Hei", encoding="utf-8")
    (tmp_path / "a.budskap.toml").write_text("[[", encoding="utf-8")
    (item,) = items(tmp_path)
    assert "TOML" in item.error


@pytest.mark.parametrize("encoding", ["utf-8-sig", "windows-1252"])
def test_csv_from_norwegian_excel(tmp_path: Path, encoding: str) -> None:
    """Semicolons, either encoding, usual column names found."""
    path = tmp_path / "saker.csv"
    path.write_text(";".join(ROW) + "\n" + ";".join(ROW.values()) + "\n", encoding=encoding)
    (item,) = items(path)
    assert item.title == "Ny bru"
    assert item.data.decode() == "Brua åpner i dag."
    assert item.published == date(2024, 5, 17)
    assert item.key.endswith("saker.csv, 7")


def test_json_lines(tmp_path: Path) -> None:
    """One object a line."""
    path = tmp_path / "saker.jsonl"
    path.write_text(json.dumps(ROW) + "\n\n" + json.dumps(ROW | {"nr": 8}), encoding="utf-8")
    assert [item.key[-1] for item in items(path)] == ["7", "8"]


def test_parquet_with_real_dates(tmp_path: Path) -> None:
    """Read some rows at a time."""
    path = tmp_path / "saker.parquet"
    table = pa.table({"body": ["a", "b"] * 300, "date": [date(2024, 5, 17)] * 600})
    pq.write_table(table, path)
    found = items(path)
    assert len(found) == 600
    assert found[0].published == date(2024, 5, 17)


def test_wrong_column_is_told_with_the_right_ones(tmp_path: Path) -> None:
    """So that the command can be mended at once."""
    path = tmp_path / "saker.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(AuditError, match=r"ingen kolonne «c»\. Kolonnene er a, b"):
        items(path, Columns(text="c"))


def test_table_without_a_text_column_is_told(tmp_path: Path) -> None:
    """With the option that names it."""
    path = tmp_path / "saker.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(AuditError, match="--text-column"):
        items(path)


@pytest.mark.parametrize("name", ["saker.parquet", "saker.jsonl", "saker.warc"])
def test_file_that_is_no_table_is_told(tmp_path: Path, name: str) -> None:
    """In one line."""
    path = tmp_path / name
    path.write_bytes(b"\x00\xff noe annet")
    with pytest.raises(AuditError):
        items(path)


def archive(records: int) -> bytes:
    """A web archive of news items, packed record by record."""
    packed = b""
    for number in range(records):
        body = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(number).encode()
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Target-URI: https://eksempel.no/nyheter/{number}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        packed += gzip.compress(head.encode() + body + b"\r\n\r\n")
    return packed


def test_web_archive_gives_its_pages(tmp_path: Path) -> None:
    """By their addresses."""
    path = tmp_path / "nett.warc.gz"
    path.write_bytes(archive(3))
    assert [item.key for item in items(path)] == [
        f"https://eksempel.no/nyheter/{number}" for number in range(3)
    ]


def test_cut_archive_keeps_what_came_before(tmp_path: Path) -> None:
    """And says where it ends."""
    path = tmp_path / "nett.warc.gz"
    whole = archive(3)
    path.write_bytes(whole[: len(whole) - 300])
    found = items(path)
    assert [bool(item.error) for item in found] == [False, False, True]


def test_sitemap_gives_its_pages(site: Site, tmp_path: Path) -> None:
    """One that cannot be fetched is an item with an error."""
    site.add_sitemap("/sitemap.xml", ["/nyheter/1", "/borte", "/nyheter/2", "/nyheter/1"])
    found = fetched(f"{site.root}/sitemap.xml", site, tmp_path)
    assert [item.key.removeprefix(site.root) for item in found] == [
        "/nyheter/1",
        "/borte",
        "/nyheter/2",
    ]
    assert "404" in found[1].error


def test_packed_sitemap_behind_an_index(site: Site, tmp_path: Path) -> None:
    """As large sites have them."""
    site.add_sitemap("/del.xml.gz", ["/nyheter/1"], packed=True)
    index = f"<sitemapindex><sitemap><loc>{site.root}/del.xml.gz</loc></sitemap></sitemapindex>"
    site.bodies["/sitemap.xml"] = index.encode()
    assert len(fetched(f"{site.root}/sitemap.xml", site, tmp_path)) == 1


def test_index_that_points_to_itself_ends(site: Site, tmp_path: Path) -> None:
    """With a clear word, as an item of its own."""
    index = f"<sitemapindex><sitemap><loc>{site.root}/sitemap.xml</loc></sitemap></sitemapindex>"
    site.bodies["/sitemap.xml"] = index.encode()
    (item,) = fetched(f"{site.root}/sitemap.xml", site, tmp_path)
    assert "ring" in item.error


def test_bare_site_is_asked_for_its_sitemaps(site: Site, tmp_path: Path) -> None:
    """Where robots.txt says they are."""
    site.bodies["/robots.txt"] = f"Sitemap: {site.root}/kart.xml".encode()
    site.add_sitemap("/kart.xml", ["/nyheter/2"])
    assert [item.key for item in fetched(site.root, site, tmp_path)] == [f"{site.root}/nyheter/2"]


def test_feed_gives_its_entries_with_dates(site: Site, tmp_path: Path) -> None:
    """RSS on disk, pages on the web."""
    feed = tmp_path / "nyheter.rss"
    feed.write_text(
        '<rss version="2.0"><channel><title>Nytt</title><item><title>Vei 1</title>'
        f"<link>{site.root}/nyheter/1</link><pubDate>Fri, 17 May 2024 08:00:00 +0200</pubDate>"
        "</item></channel></rss>",
        encoding="utf-8",
    )
    (item,) = fetched(feed, site, tmp_path)
    assert item.published == date(2024, 5, 17)
    assert item.form == "page"


def test_day_of_publication_comes_from_the_page(site: Site, tmp_path: Path) -> None:
    """A sitemap tells when a page was last changed, for those that do not say themselves."""
    entry = "<url><loc>{}/nyheter/1</loc><lastmod>2025-01-31</lastmod>{}</url>"
    news = "<news xmlns='n'><publication_date>2024-02-03</publication_date></news>"
    for told, published in (("", None), (news, date(2024, 2, 3))):
        site.bodies["/kart.xml"] = f"<urlset>{entry.format(site.root, told)}</urlset>".encode()
        folder = tmp_path / str(published)
        folder.mkdir()
        (item,) = fetched(f"{site.root}/kart.xml", site, folder)
        assert (item.published, item.changed) == (published, date(2025, 1, 31))


def test_document_on_a_list_is_read_as_one(site: Site, tmp_path: Path) -> None:
    """A list may name PDF files beside pages; a page may bear such a name."""
    site.bodies |= {"/vedtak.pdf": b"%PDF-1.7", "/side.pdf": page(1).encode()}
    site.add_sitemap("/sitemap.xml", ["/vedtak.pdf", "/side.pdf"])
    found = fetched(f"{site.root}/sitemap.xml", site, tmp_path)
    assert [item.form for item in found] == ["file", "page"]


def test_day_in_a_path_is_that_of_publication(tmp_path: Path) -> None:
    """As archives name their folders and files."""
    (tmp_path / "2024-05-17 Ny bru.md").write_text("Hei", encoding="utf-8")
    (item,) = items(tmp_path)
    assert item.published == date(2024, 5, 17)


def test_items_are_counted_beforehand(site: Site, tmp_path: Path) -> None:
    """Of every kind of source, without their content."""
    (tmp_path / "saker").mkdir()
    for name in "ab":
        (tmp_path / "saker" / f"{name}.md").write_text("Hei", encoding="utf-8")
    (tmp_path / "saker.csv").write_text("tekst\n" + "Hei\n" * 3, encoding="utf-8")
    pq.write_table(pa.table({"tekst": ["Hei"] * 4}), tmp_path / "saker.parquet")
    (tmp_path / "nett.warc.gz").write_bytes(archive(5))
    site.add_sitemap("/sitemap.xml", ["/nyheter/1", "/nyheter/2"])
    names = ("saker", "saker.csv", "saker.parquet", "nett.warc.gz")
    places = (*(str(tmp_path / name) for name in names), f"{site.root}/sitemap.xml")
    sources = Sources(places)
    cache = PageCache(tmp_path / "pages.sqlite")
    fetcher = Fetcher(sources.all_hosts, cache, 0.0, 0.0)
    assert count_items(sources, lambda: fetcher) == 2 + 3 + 4 + 5 + 2
    assert site.count("/nyheter/1") == 0
    fetcher.close()


def test_xml_that_is_no_list_is_told(site: Site, tmp_path: Path) -> None:
    """A file with the wrong content."""
    path = tmp_path / "annet.xml"
    path.write_text("<noe/>", encoding="utf-8")
    with pytest.raises(AuditError, match="sitemap"):
        fetched(path, site, tmp_path)


def test_entities_in_a_sitemap_are_not_expanded(site: Site, tmp_path: Path) -> None:
    """No file of ours is read for it."""
    path = tmp_path / "kart.xml"
    path.write_text(
        '<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<urlset><url><loc>{site.root}/nyheter/1&x;</loc></url></urlset>",
        encoding="utf-8",
    )
    keys = [item.key for item in fetched(path, site, tmp_path)]
    assert keys in ([], [f"{site.root}/nyheter/1"])
