"""What may go wrong in an audit: each is told in clear Norwegian, and costs nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from klartekst.audit import fetch
from klartekst.audit import run as run_module
from klartekst.audit.checking import Checker
from klartekst.audit.export import open_tables, table_path
from klartekst.audit.local import Work
from klartekst.audit.lock import only_one
from klartekst.audit.pages import PageCache
from klartekst.audit.state import FILE_NAME
from klartekst.audit.web import read_list
from klartekst.cli.audit import audit as command
from klartekst.linter import Linter
from tests.audit.site import ENGLISH, Site, front_page, page, serving
from tests.audit.test_sources import archive


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with three news items and a sitemap of them."""
    with serving() as site:
        for number in range(3):
            site.bodies[f"/nyheter/{number}"] = page(number).encode()
        yield site


@pytest.fixture(autouse=True)
def quick(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    """The session's Linter, so that the pipeline is loaded once, and no real waits."""
    checker = Checker.__new__(Checker)
    checker.__dict__.update(_linter=linter, _all_languages=False)
    monkeypatch.setattr(Work, "checker", lambda _: checker)
    monkeypatch.setattr(fetch, "_FIRST_WAIT", 0.0)


def audit(out: Path, *arguments: str) -> Result:
    """What the command says and does."""
    chosen = [*arguments, "-o", str(out), "--interval", "0"]
    return CliRunner().invoke(command, chosen, catch_exceptions=False)


def audit_site(site: Site, out: Path, *paths: str) -> Result:
    """An audit of the three news items of a site, and of these pages."""
    site.add_sitemap("/sitemap.xml", [*(f"/nyheter/{n}" for n in range(3)), *paths])
    return audit(out, f"{site.root}/sitemap.xml")


def errors(out: Path) -> list[str]:
    """What the table says of items that could not be checked; the three others are there."""
    with open_tables(out) as tables:
        found = tables.execute("SELECT error FROM documents WHERE status = 'error'").fetchall()
        query = "SELECT count(*) FROM documents WHERE status = 'checked'"
        assert tables.execute(query).fetchall() == [(3,)]
    return [error for (error,) in found]


def test_unreachable_host(tmp_path: Path) -> None:
    """Nothing could be checked, which is told by the exit code too."""
    result = audit(tmp_path, "http://127.0.0.1:1/sitemap.xml")
    assert "får ikke kontakt. Sjekk adressen og nettet" in result.stderr
    assert result.exit_code == 4


def test_address_that_is_none(tmp_path: Path) -> None:
    """Mistyped."""
    assert "ikke en gyldig adresse" in audit(tmp_path, "http://[eksempel/").stderr


def test_endless_redirect(site: Site, tmp_path: Path) -> None:
    """One page of a list: the others are audited."""
    site.answers["/ring"] = [(302, {"Location": "/ring"})]
    result = audit_site(site, tmp_path, "/ring")
    assert errors(tmp_path) == [f"{site.root}/ring: viser videre i ring. Sjekk adressen i en "
                                "nettleser."]  # fmt: skip
    assert "1 kunne ikke kontrolleres" in result.stdout
    assert result.exit_code == 0


def test_redirect_to_nonsense(site: Site, tmp_path: Path) -> None:
    """A server may answer with anything."""
    site.answers["/feil"] = [(302, {"Location": "http://[::1"})]
    audit_site(site, tmp_path, "/feil")
    assert len(errors(tmp_path)) == 1


def test_robots_forbid_some_pages(site: Site, tmp_path: Path) -> None:
    """Those are rows with their reason, and were not asked for."""
    site.bodies["/robots.txt"] = b"User-agent: *\nDisallow: /intern"
    audit_site(site, tmp_path, "/intern/1")
    assert "robots.txt" in errors(tmp_path)[0]
    assert site.count("/intern/1") == 0


def test_robots_forbid_the_sitemap(site: Site, tmp_path: Path) -> None:
    """Then there is nothing to audit."""
    site.bodies["/robots.txt"] = b"User-agent: *\nDisallow: /"
    result = audit_site(site, tmp_path)
    assert "nettstedet ber programmer holde seg unna (robots.txt)" in result.stderr
    assert result.exit_code == 4


@pytest.mark.slow
def test_sitemap_of_a_million_lines(tmp_path: Path) -> None:
    """Read as it goes: the first page need not wait for the last."""
    entry = "<url><loc>https://eksempel.example.no/nyheter/{}</loc></url>\n"
    lines = "".join(map(entry.format, range(1_000_000)))
    data = f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{lines}</urlset>".encode()
    fetcher = fetch.Fetcher(frozenset(), PageCache(tmp_path / "pages.sqlite"), 0.0, 0.0)
    listed = read_list(data, "kart", fetcher)
    assert next(listed).address.endswith("/0")
    assert sum(1 for _ in listed) == 999_999
    fetcher.close()


def test_page_without_an_article(site: Site, tmp_path: Path) -> None:
    """A front page that only links to others."""
    site.bodies["/"] = front_page().encode()
    audit_site(site, tmp_path, "/")
    assert errors(tmp_path) == [f"{site.root}/: fant ingen artikkel på siden."]


def test_page_in_another_language(site: Site, tmp_path: Path) -> None:
    """Counted, and left out of all figures."""
    site.bodies["/en"] = ENGLISH.format(number=1).encode()
    result = audit_site(site, tmp_path, "/en")
    assert not errors(tmp_path)
    assert "1 ikke norsk" in result.stdout


def test_page_in_an_old_encoding(site: Site, tmp_path: Path) -> None:
    """Its letters are read all the same."""
    site.bodies["/gammel"] = page(3, extra="Være på øya i går. ").encode("latin-1")
    audit_site(site, tmp_path, "/gammel")
    with open_tables(tmp_path) as tables:
        query = "SELECT title FROM documents WHERE key LIKE '%gammel'"
        assert tables.execute(query).fetchall() == [("Vei 3 blir asfaltert",)]


def test_sitemap_of_an_index_that_is_gone(site: Site, tmp_path: Path) -> None:
    """The pages of the others are audited."""
    site.add_sitemap("/en.xml", [f"/nyheter/{number}" for number in range(3)])
    listed = "".join(f"<sitemap><loc>{site.root}{p}</loc></sitemap>" for p in ("/borte", "/en.xml"))
    site.bodies["/kart.xml"] = f"<sitemapindex>{listed}</sitemapindex>".encode()
    audit(tmp_path, f"{site.root}/kart.xml")
    assert "/borte: svarer med feilkode 404" in errors(tmp_path)[0]


def test_site_that_goes_down_on_the_way(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The audit stops rather than call all the rest errors; later it goes on."""
    monkeypatch.setattr(run_module, "_BATCH", 1)
    site.silent |= {"/nyheter/1", "/nyheter/2", "/a", "/b", "/c", "/d"}
    result = audit_site(site, tmp_path, "/a", "/b", "/c", "/d")
    assert "svarer ikke lenger. Prøv igjen senere med samme kommando" in result.stderr
    assert result.exit_code == 4
    site.silent.clear()
    audit_site(site, tmp_path, "/a", "/b", "/c", "/d")
    assert len(errors(tmp_path)) == 4
    assert site.count("/nyheter/0") == 1


def test_broken_record_of_a_web_archive(tmp_path: Path) -> None:
    """What comes before it is audited."""
    path = tmp_path / "nett.warc.gz"
    path.write_bytes(archive(4)[:-300])
    audit(tmp_path / "ut", str(path))
    (error,) = errors(tmp_path / "ut")
    assert error == f"{path}: post 4 er ødelagt, og arkivet leses ikke lenger enn dit."


def table(folder: Path) -> Path:
    """A table of three items, the second of four lines broken."""
    lines = [json.dumps({"brødtekst": f"Brua i vei {number} åpner i dag."}) for number in range(3)]
    path = folder / "saker.jsonl"
    path.write_text("\n".join([lines[0], '{"brødtekst": "Br', *lines[1:]]), encoding="utf-8")
    return path


def test_broken_line_of_a_table(tmp_path: Path) -> None:
    """It is a row with its error."""
    path = table(tmp_path)
    audit(tmp_path / "ut", str(path))
    assert errors(tmp_path / "ut") == [f"{path}, rad 2: er ikke et JSON-objekt på én linje."]


def test_wrong_column_name(tmp_path: Path) -> None:
    """The command can be mended, in the same folder."""
    path, out = str(table(tmp_path)), tmp_path / "ut"
    result = audit(out, path, "--text-column", "brodtxt")
    assert "har ingen kolonne «brodtxt». Kolonnene er brødtekst." in result.stderr
    assert result.exit_code == 4
    assert audit(out, path, "--text-column", "brødtekst").exit_code == 0


def test_row_with_the_id_of_another_is_not_lost(tmp_path: Path) -> None:
    """Numbers may be given twice by mistake."""
    path = tmp_path / "saker.csv"
    path.write_text("id;tekst\n" + "".join(f"7;Vei {n} åpner.\n" for n in range(3)), "utf-8")
    audit(tmp_path / "ut", str(path))
    assert not errors(tmp_path / "ut")


def test_wrong_column_of_the_last_source_is_told_first(tmp_path: Path) -> None:
    """Not after hours of work."""
    good, bad = table(tmp_path), tmp_path / "b.csv"
    bad.write_text("a;b\n1;2\n", encoding="utf-8")
    result = audit(tmp_path / "ut", str(good), str(bad))
    assert "fant ingen kolonne med tekst" in result.stderr
    assert not table_path(tmp_path / "ut", "documents").exists()


def test_folder_that_holds_another_audit(site: Site, tmp_path: Path) -> None:
    """It is left as it is."""
    audit_site(site, tmp_path / "ut")
    before = table_path(tmp_path / "ut", "documents").read_bytes()
    result = audit(tmp_path / "ut", str(table(tmp_path)))
    assert "holder en annen gjennomgang (andre kilder)" in result.stderr
    assert table_path(tmp_path / "ut", "documents").read_bytes() == before


def test_folder_with_the_tables_of_another_audit(site: Site, tmp_path: Path) -> None:
    """Its working files may be deleted, not its tables written over."""
    audit_site(site, tmp_path / "ut")
    (tmp_path / "ut" / FILE_NAME).unlink()
    result = audit(tmp_path / "ut", str(table(tmp_path)))
    assert "holder tabellene fra en annen gjennomgang" in result.stderr


def test_two_audits_at_once_in_a_folder(tmp_path: Path) -> None:
    """The second is told to wait."""
    (tmp_path / "ut").mkdir()
    with only_one(tmp_path / "ut"):
        result = audit(tmp_path / "ut", str(table(tmp_path)))
    assert "en annen gjennomgang går i samme mappe" in result.stderr
    assert audit(tmp_path / "ut", str(table(tmp_path))).exit_code == 0


def test_finished_audit_says_that_it_was(tmp_path: Path) -> None:
    """Whoever gives the command again may think that it was done anew."""
    path = str(table(tmp_path))
    audit(tmp_path / "ut", path)
    assert "var ferdig fra før" in audit(tmp_path / "ut", path).stdout


def test_ctrl_c_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It tells how to go on."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run_module, "_check_all", interrupted)
    result = audit(tmp_path / "ut", str(table(tmp_path)))
    assert "gå videre" in result.stderr
    assert result.exit_code == 130


def test_earlier_audit_that_is_none(tmp_path: Path) -> None:
    """Before anything is done."""
    result = audit(tmp_path / "ut", str(table(tmp_path)), "--since", str(tmp_path / "borte"))
    assert result.exit_code == 2
