"""What is written down of an audit is enough to go on from."""

from __future__ import annotations

from pathlib import Path

import pytest

from klartekst.audit.checking import Outcome
from klartekst.audit.items import AuditError, Item
from klartekst.audit.state import State

JOB = {"places": "nyheter", "version": "1"}
DONE = Outcome("checked", title="Ny bru", result={"verdict": "ready"})


def item(key: str, words: str = "") -> Item:
    """An item whose content is its key, or the given words."""
    return Item(key=key, data=(words or key).encode(), form="file")


def met(state: State, *items: Item) -> list[str]:
    """The keys of the items that are still to be checked."""
    return [wanted.key for _, wanted in state.meet(list(enumerate(items, start=1)))]


def test_new_items_are_to_be_checked(tmp_path: Path) -> None:
    """All of them."""
    assert met(State(tmp_path, JOB), item("a"), item("b")) == ["a", "b"]


def test_item_with_the_content_of_another_is_not(tmp_path: Path) -> None:
    """It is written down as the same."""
    state = State(tmp_path, JOB)
    assert met(state, item("a", "likt"), item("b", "likt")) == ["a"]
    assert [row.same_as for row in state.rows()] == ["", "a"]


def test_checked_item_is_not_checked_again(tmp_path: Path) -> None:
    """In the next round, after a stop."""
    first = State(tmp_path, JOB)
    met(first, item("a"), item("b"))
    first.save([("a", DONE)])
    first.close()
    assert met(State(tmp_path, JOB), item("a"), item("b")) == ["b"]


def test_item_that_has_changed_is_checked_again(tmp_path: Path) -> None:
    """Its outcome told of other words."""
    first = State(tmp_path, JOB)
    met(first, item("a", "før"))
    first.save([("a", DONE)])
    first.close()
    again = State(tmp_path, JOB)
    assert met(again, item("a", "nå")) == ["a"]
    assert next(iter(again.rows())).outcome is None


def test_item_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    """The tables tell what the sources have."""
    first = State(tmp_path, JOB)
    met(first, item("a"), item("b"))
    first.save([("a", DONE), ("b", DONE)])
    first.close()
    again = State(tmp_path, JOB)
    met(again, item("b"))
    again.finish()
    assert [row.key for row in again.rows()] == ["b"]


def test_outcome_comes_back_as_it_was(tmp_path: Path) -> None:
    """Through the file."""
    state = State(tmp_path, JOB)
    met(state, item("a"))
    state.save([("a", DONE)])
    assert next(iter(state.rows())).outcome == DONE


def test_batch_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    """A fault in the middle leaves nothing of it."""
    state = State(tmp_path, JOB)
    met(state, item("a"), item("b"))
    with pytest.raises(TypeError):
        state.save([("a", DONE), ("b", Outcome("checked", result={"x": object()}))])
    assert [row.outcome for row in state.rows()] == [None, None]


def test_another_audit_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    """With a word on what differs."""
    first = State(tmp_path, JOB)
    met(first, item("a"))
    first.close()
    with pytest.raises(AuditError, match=r"annen gjennomgang \(andre kilder\)"):
        State(tmp_path, JOB | {"places": "annet"})


def test_file_that_is_no_state_is_told(tmp_path: Path) -> None:
    """It may be anything."""
    (tmp_path / "audit.sqlite").write_bytes(b"noe helt annet" * 100)
    with pytest.raises(AuditError, match="slett fila"):
        State(tmp_path, JOB)


def test_command_that_came_to_nothing_leaves_the_folder_free(tmp_path: Path) -> None:
    """A mistyped column must not cost a new folder."""
    State(tmp_path, JOB).close()
    assert met(State(tmp_path, JOB | {"columns": "riktige"}), item("a")) == ["a"]
