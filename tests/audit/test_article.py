"""The article of a page, without what surrounds it."""

from __future__ import annotations

from datetime import date

import pytest

from klartekst.audit.article import read_article
from klartekst.errors import ReadError
from klartekst.model import Role
from tests.audit.site import page


def test_article_comes_with_its_parts() -> None:
    """Title, lead, body, headings and lists, each in its role."""
    article = read_article(page(3).encode(), "https://eksempel.no/vei/3")
    document = article.document
    roles = [block.role for block in document.blocks]
    assert roles[:2] == [Role.TITLE, Role.LEAD]
    assert {Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM} <= set(roles)
    assert document.words_of(document.blocks[0]) == "Vei 3 blir asfaltert"


def test_page_furniture_is_left_out() -> None:
    """The menu and the page's foot are not the article."""
    text = read_article(page(3).encode(), "https://eksempel.no/vei/3").document.text
    assert "Tjenester" not in text
    assert "postboks" not in text


def test_date_and_section_are_told() -> None:
    """For the trend, and for who owns the item."""
    article = read_article(page(3).encode(), "https://eksempel.no/vei/3")
    assert article.published == date(2023, 5, 4)
    assert article.section == "Vei og trafikk"


@pytest.mark.parametrize("data", [b"", b"<html><body></body></html>", b"\x00\xff", b"{}"])
def test_page_without_an_article_is_told(data: bytes) -> None:
    """A page that a script fills, or no page at all."""
    with pytest.raises(ReadError, match="ingen artikkel"):
        read_article(data, "https://eksempel.no/")
