"""The keys of items as tables tell them: without confidential words, yet each its own."""

from __future__ import annotations

from klartekst.audit.addresses import cover_for
from klartekst.audit.checking import Outcome
from klartekst.audit.on_disk import OnDisk
from klartekst.audit.state import Row
from klartekst.model import Category

_CONFIDENTIAL = frozenset(category.value for category in Category if category.confidential)


class ShownKeys:
    """Keys of items, asked for in the order of the sources."""

    def __init__(self, shown: OnDisk, taken: OnDisk) -> None:
        self._shown = shown  # of items that have something to hide, by their own key
        self._taken = taken  # how many go by each

    def of(self, row: Row) -> str:
        """The key to show for an item.

        One with the content of another may have its secrets in the address as well, and goes by
        the key of that other.
        """
        if row.outcome is None:
            shown = self._shown.get(row.same_as) or cover_for((), "")(row.key)
        else:
            shown = row.outcome.shown or row.key
        has_secrets = row.outcome is not None and _has_secrets(row.outcome)
        if shown != row.key or has_secrets:
            number = self._taken.count(shown)
            if number > 1:
                shown = f"{shown} ({number})"
            if row.outcome is not None:
                self._shown.put(row.key, shown)
        return shown

    def again(self, key: str) -> str:
        """The key that is shown for an item which was asked for before."""
        return self._shown.get(key) or key


def _has_secrets(outcome: Outcome) -> bool:
    findings = (outcome.result or {}).get("findings", ())
    return any(finding["category"] in _CONFIDENTIAL for finding in findings)
