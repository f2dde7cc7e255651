"""Web pages."""

from __future__ import annotations

import pytest

from klartekst.errors import ReadError
from tests.readers.reading import beside, body_shape, read_as, shape

PAGE = """<!doctype html>
<html><head><meta charset="utf-8"><title>Kommunen</title><style>p {}</style></head>
<body><nav>Meny</nav><main>
<h1>Ny <i>skole</i></h1>
<p class="article-ingress">Kommunen bygger
ny&nbsp;skole.</p>
<figure><img src="x" alt="Rektor Moe"><figcaption>Foto: Ola</figcaption></figure>
<div>Den står <!-- snart --> ferdig<br>i 2027.<p>Flott.</p>Slik:</div>
<ul><li>ett<li>to</ul>
<blockquote>Vi er glade.</blockquote>
<table><tr><th>Dag<td>mandag<tr><td>tid<td>10</table>
<h2>Kontakt</h2><p>Kari Moe<br>430 00 031</p>
<script>var x = "tull"</script></main><footer>Rådhuset</footer></body></html>"""


def test_what_is_not_seen_is_told_apart() -> None:
    """Title, alternative text and comments leave the house with the page."""
    found = beside(PAGE, "x.html")
    assert found["sidetittel"] == "Kommunen"
    assert found["alternativ tekst"] == "Rektor Moe"
    assert found["kommentar i koden"] == "snart"


def test_roles_come_from_tags() -> None:
    """The main part is read, without menu, footer and scripts."""
    assert body_shape(PAGE, "x.html") == [
        ("title", "Ny skole"),
        ("lead", "Kommunen bygger ny skole."),
        ("paragraph", "Foto: Ola"),
        ("paragraph", "Den står ferdig i 2027."),
        ("paragraph", "Flott."),
        ("paragraph", "Slik:"),
        ("list_item", "ett"),
        ("list_item", "to"),
        ("quote", "Vi er glade."),
        ("table_cell", "Dag"),
        ("table_cell", "mandag"),
        ("table_cell", "tid"),
        ("table_cell", "10"),
        ("contact", "Kontakt"),
        ("contact", "Kari Moe"),
        ("contact", "430 00 031"),
    ]


def test_title_outside_the_article() -> None:
    """The article alone would lack its title."""
    page = "<html><main><h1>Ny skole</h1><article><p>Vi bygger.</p></article></main></html>"

    assert shape(page, "x.html") == [("title", "Ny skole"), ("lead", "Vi bygger.")]


def test_layout_table_is_no_table() -> None:
    """Newsletters lay out their text in tables."""
    page = "<html><table><tr><td><h1>Ny skole</h1><p>Vi bygger.</p></td></tr></table></html>"

    assert shape(page, "x.html") == [("title", "Ny skole"), ("lead", "Vi bygger.")]


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_declared_charset(charset: str) -> None:
    """The page says how it is written."""
    page = f'<html><meta charset="{charset}"><p>Bjørn på Ås.</p></html>'

    assert read_as(page.encode(charset), "x.html").text == "Bjørn på Ås."


def test_charset_that_is_wrong() -> None:
    """What cannot be read as declared is read as it is."""
    page = '<html><meta charset="utf-8"><p>Bjørn på Ås.</p></html>'.encode("windows-1252")

    assert read_as(page, "x.html").text == "Bjørn på Ås."


def test_content_tells_html() -> None:
    """A page saved as text is still a page."""
    assert read_as("<!DOCTYPE html><p>Tekst <b>her</b>.", "x.txt").text == "Tekst her."


def test_page_beyond_the_limits_is_refused() -> None:
    """The parser would silently leave out the rest."""
    with pytest.raises(ReadError, match="for innviklet"):
        read_as("<html>" + "<div>" * 1000 + "dypt", "x.html")


def test_page_without_text() -> None:
    """Scripts alone are no draft."""
    with pytest.raises(ReadError, match="ingen tekst"):
        read_as("<html><script>x</script></html>", "x.html")
