"""What is remembered of each item lies on disk, and is gone afterwards."""

from __future__ import annotations

from klartekst.audit.on_disk import on_disk


def test_the_first_stands() -> None:
    """Whatever is given for the same key later."""
    with on_disk() as kept:
        assert kept.first("tekst", "sak 1") == "sak 1"
        assert kept.first("tekst", "sak 2") == "sak 1"
        assert kept.first("annen", "") == ""


def test_the_last_put_stands() -> None:
    """And nothing is known of other keys."""
    with on_disk() as kept:
        kept.put("åse", "å…")
        kept.put("åse", "å… (2)")
        assert kept.get("åse") == "å… (2)"
        assert kept.get("Åse") is None


def test_keys_are_counted_each_for_itself() -> None:
    """From one."""
    with on_disk() as kept:
        assert [kept.count(key) for key in "aba"] == [1, 1, 2]


def test_each_begins_empty() -> None:
    """Two at a time know nothing of each other."""
    with on_disk() as one, on_disk() as other:
        one.put("a", "b")
        assert other.get("a") is None
