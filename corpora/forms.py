"""How well klartekst sees faults of form and roles, on short drafts with faults planted in them.

The drafts are those of `corpora/form/<part>`; each lists the rules that should find something in
it. All else that rules of form and roles find there is a false alarm.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpora.part import Part
from corpora.scoring import Figure, percentage, share_of
from klartekst.model import Brief, Profile, Spokesperson

_CATEGORIES = frozenset({"form", "rolle"})


@dataclass(frozen=True, slots=True)
class Answer:
    """The rules that find something in a draft, and those that should."""

    draft: str
    planted: frozenset[str]
    found: frozenset[str]


def figures(part: Part) -> list[Figure]:
    """All figures of a part; none where it has no such drafts."""
    return list(figures_of(answers(part)))


def misses(part: Part) -> Iterator[str]:
    """Faults not found and false alarms, one line each."""
    for answer in answers(part):
        yield from (f"{answer.draft}  not found: {rule}" for rule in answer.planted - answer.found)
        yield from (f"{answer.draft}  in vain: {rule}" for rule in answer.found - answer.planted)


def figures_of(given: Sequence[Answer]) -> Iterator[Figure]:
    """The figures of some answers."""
    found = share_of(rule in answer.found for answer in given for rule in answer.planted)
    yield from percentage("planted faults found", found, "higher")
    right = share_of(rule in answer.planted for answer in given for rule in answer.found)
    yield from percentage("findings right", right, "higher")
    faultless = share_of(not answer.found for answer in given if not answer.planted)
    yield from percentage("faultless drafts left in peace", faultless, "higher")


def answers(part: Part) -> list[Answer]:
    """What klartekst finds in each draft of a part."""
    folder = part.folder("form")
    paths = sorted(folder.glob("*.toml")) if folder else []
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return [_answer(part, draft) for text in texts for draft in tomllib.loads(text)["draft"]]


def _answer(part: Part, draft: Mapping[str, Any]) -> Answer:
    people = (person.partition(", ") for person in draft.get("spokespeople", ()))
    brief = Brief(spokespeople=tuple(Spokesperson(name, role) for name, _, role in people))
    profile: Profile = draft["profile"]
    text = draft["text"].strip()
    result = part.linter.lint(text.encode(), f"{draft['id']}.md", brief=brief, profile=profile)
    found = {each.rule for each in result.findings if each.category in _CATEGORIES}
    return Answer(draft["id"], frozenset(draft["faults"]), frozenset(found))
