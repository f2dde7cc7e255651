"""Which rules a run uses: those that are chosen and not ignored, by id, group or pattern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from klartekst.errors import SettingsError
from klartekst.model import Rule
from klartekst.settings import unknown_name


class UnknownRuleError(SettingsError):
    """A `choice` that fits no rule."""

    def __init__(self, choice: str, known: Iterable[str]) -> None:
        super().__init__(unknown_name("Ukjent regel", choice, known))
        self.choice = choice


def select_rules(
    rules: Iterable[Rule], select: Sequence[str], ignore: Sequence[str]
) -> tuple[Rule, ...]:
    """The rules that are chosen and not ignored, by id, by group, or by pattern («klarsprak/*»).

    Raises UnknownRuleError for a choice that fits no rule.
    """
    rules = tuple(rules)
    refuse_unknown_rules(rules, (*select, *ignore))
    return tuple(
        rule
        for rule in rules
        if (not select or any(_is_chosen(rule, choice) for choice in select))
        and not any(_is_chosen(rule, choice) for choice in ignore)
    )


def refuse_unknown_rules(rules: Iterable[Rule], choices: Iterable[str]) -> None:
    """Raise UnknownRuleError for the first choice that fits no rule."""
    rules = tuple(rules)
    for choice in choices:
        if not any(_is_chosen(rule, choice) for rule in rules):
            ids = {rule.id for rule in rules} | {rule.id.split("/")[0] for rule in rules}
            raise UnknownRuleError(choice, ids)


def _is_chosen(rule: Rule, choice: str) -> bool:
    return rule.id == choice or rule.id.startswith(f"{choice}/") or fnmatchcase(rule.id, choice)
