"""Joins the steps: bytes -> Document -> Doc -> checks -> findings -> filters -> Result.

`Linter.lint` is the whole program; everything above it only fetches bytes and shows Results.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from klartekst.brief import wordings
from klartekst.checks import Annotation, Draft
from klartekst.checks.language.measures import COUNTED_RULES, Counted, measure
from klartekst.checks.wording.books import Shelf
from klartekst.confidential import Secrets, secrets_of
from klartekst.document import Document
from klartekst.errors import KlartekstError, PipelineError
from klartekst.filters import FILTERS
from klartekst.guard import Guard
from klartekst.house import brief_of_house, house_rules
from klartekst.matches import Matches, gentler_alone, said_once
from klartekst.model import (
    Brief,
    Config,
    Finding,
    Match,
    Measures,
    Profile,
    Result,
    Rule,
    Span,
)
from klartekst.outcome import verdict_of
from klartekst.packs import load_pack, make_check, signals_in
from klartekst.passages import passages_of
from klartekst.pipeline import Pipeline, load_pipeline
from klartekst.readers import read
from klartekst.resources import builtin_root
from klartekst.selection import refuse_unknown_rules, select_rules
from klartekst.suppressions import Sidecar, settle
from klartekst.telling import Fingerprint, finding_of, status_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Measures and messages are given whichever rules are chosen.
_ALWAYS_NEEDED: frozenset[Annotation] = frozenset({"tags", "lemmas", "parse"})
_COUNTED = frozenset[str]().union(*COUNTED_RULES.values())


@dataclass(frozen=True, slots=True)
class Submission:
    """A document that is already read, to be checked with others; `sha256` is of its bytes."""

    document: Document
    sha256: str
    brief: Brief | None = None


class Linter:
    """The rules and the pipeline that a config asks for, ready for any number of drafts.

    `errors` tells what was wrong with rule files, one line each: findings are given all the same,
    but such a run must not count as checked. Raises UnknownRuleError when the config names
    a rule that does not exist. `clock` tells what day it is.
    """

    def __init__(
        self, config: Config | None = None, *, clock: Callable[[], date] | None = None
    ) -> None:
        self.config = config or Config()
        self.clock = clock or _local_date
        pack = load_pack(builtin_root("patterns"), *map(Path, self.config.rule_folders))
        self.errors = pack.errors
        known = (*pack.rules, *house_rules(self.config.words))
        self.rules = select_rules(known, self.config.select, self.config.ignore)
        refuse_unknown_rules(known, self.config.severity)
        checks = [(rule, make_check(rule, self.config.accept)) for rule in known]
        self._shelf = Shelf()
        self._signals = {norm: signals_in(checks, norm) for norm in ("nb", "nn")}
        self._chosen = frozenset(rule.id for rule in self.rules)
        # Clarity must not hang on which rules are chosen, nor on which yield to others.
        self._checks = [each for each in checks if each[0].id in self._chosen | _COUNTED]

    @cached_property
    def pipeline(self) -> Pipeline:
        """The pipeline, loaded when first asked for. Raises PipelineError."""
        needs = _ALWAYS_NEEDED.union(*(check.needs for _, check in self._checks))
        return load_pipeline(self.config.pipeline, needs)

    @property
    def pipeline_name(self) -> str:
        """The name and version of the pipeline, or what was asked for if it cannot be had."""
        try:
            return self.pipeline.name
        except KlartekstError:
            return self.config.pipeline

    def lint(  # noqa: PLR0913  each is its own choice
        self,
        data: bytes,
        name: str,
        *,
        brief: Brief | None = None,
        profile: Profile | None = None,
        sidecar: Sidecar | None = None,
        reveal: bool = False,
        with_passages: bool = False,
        fingerprint: Fingerprint | None = None,
    ) -> Result:
        """Check one draft. Never raises for what is wrong with it: that is the Result's `error`.

        `profile` outranks the brief's, which outranks the config's. `sidecar` has what somebody let
        stand. With `reveal`, confidential words are not masked. With `with_passages`, the Result
        holds the draft's own words too; with `fingerprint`, each finding has what its words are
        known by in the next run.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        chosen = self._profile(brief, profile)
        with Guard(name, chosen, sha256) as guard:
            draft = self.read(data, name, brief, profile=profile)
            guard.result = self._result(
                draft,
                chosen,
                sha256,
                sidecar,
                reveal=reveal,
                with_passages=with_passages,
                fingerprint=fingerprint,
            )
        return guard.result

    def lint_all(self, submissions: Sequence[Submission]) -> Iterator[Result]:
        """Check many documents that are already read, parsed together, which is quicker.

        Like `lint`, never raises for what is wrong with one of them.
        """
        docs = self._parse_all([submission.document for submission in submissions])
        for submission, doc in zip(submissions, docs, strict=True):
            document, brief = submission.document, submission.brief
            profile = self._profile(brief, None)
            with Guard(document.name, profile, submission.sha256) as guard:
                draft = self._draft(document, doc or self.pipeline.parse(document), brief)
                guard.result = self._result(draft, profile, submission.sha256)
                draft.tokens.forget()
            yield guard.result

    def read(
        self,
        data: bytes,
        name: str,
        brief: Brief | None = None,
        *,
        profile: Profile | None = None,
    ) -> Draft:
        """Read and parse a draft. Raises ReadError or PipelineError."""
        limits = self.config
        document = read(data, name, max_megabytes=limits.max_megabytes, max_pages=limits.max_pages)
        return self._draft(document, self.pipeline.parse(document), brief, profile)

    def matches(self, draft: Draft) -> list[tuple[Rule, Match]]:
        """What the rules in the draft's written norm find, unmasked and unfiltered."""
        return said_once(self.every_match(draft))

    def every_match(self, draft: Draft) -> list[tuple[Rule, Match]]:
        """The same, with what a rule leaves to another."""
        return list(self._found(draft, self._chosen))

    def measure(self, draft: Draft) -> Measures | None:
        """The measures of a draft, or None if it has no sentence."""
        return measure(draft, _counted(self._found(draft, _COUNTED)))

    def _found(self, draft: Draft, wanted: frozenset[str]) -> Matches:
        """What some rules, by their ids, find in a draft of their written norm."""
        norm = _norm_of(draft.document)
        return [
            (rule, match)
            for rule, check in self._checks
            if rule.id in wanted and rule.language in (None, norm)
            for match in check.find(draft)
        ]

    def _said(self, found: Matches) -> Matches:
        """The matches of the chosen rules as they are said, with their severity."""
        chosen = [(rule, match) for rule, match in found if rule.id in self._chosen]
        return gentler_alone(said_once(chosen))

    def _profile(self, brief: Brief | None, chosen: Profile | None) -> Profile:
        return chosen or (brief.profile if brief else None) or self.config.profile

    def _parse_all(self, documents: Sequence[Document]) -> Sequence[Doc | None]:
        try:
            return list(self.pipeline.parse_all(documents))
        except PipelineError:
            raise
        except Exception:  # noqa: BLE001  then each is parsed by itself, and tells of its own fault
            return [None] * len(documents)

    def _draft(
        self, document: Document, doc: Doc, brief: Brief | None, profile: Profile | None = None
    ) -> Draft:
        texts = wordings(brief) if brief else ()
        is_chosen = profile is not None or (brief is not None and brief.profile is not None)
        today = self.clock()
        return Draft(
            document=document,
            doc=doc,
            brief=brief_of_house(brief or Brief(), self.config, today),
            wordings=self.pipeline.parse_texts(texts),
            signals=self._signals[_norm_of(document)],
            profile=self._profile(brief, profile),
            profile_is_set=is_chosen or self.config.profile_is_set,
            today=today,
            shelf=self._shelf,
        )

    def _result(  # noqa: PLR0913  each is its own choice
        self,
        draft: Draft,
        profile: Profile,
        sha256: str,
        sidecar: Sidecar | None = None,
        *,
        reveal: bool = False,
        with_passages: bool = False,
        fingerprint: Fingerprint | None = None,
    ) -> Result:
        document = draft.document
        found = self._found(draft, self._chosen | _COUNTED)
        matches = self._said(found)
        secret = Secrets() if reveal else secrets_of(document.text, matches)
        settled = settle(
            self._findings(document, matches, secret, fingerprint),
            document,
            sidecar,
            draft.today or self.clock(),
            (rule.id for rule in self.rules),
        )
        findings = settled.findings
        return Result(
            name=document.name,
            sha256=sha256,
            language=document.language,
            profile=profile,
            verdict=verdict_of(settled.findings),
            measures=measure(draft, _counted(found)),
            messages=tuple(status_of(document, each, secret) for each in draft.carried),
            findings=findings,
            suppressed=settled.suppressed,
            notes=settled.notes,
            passages=passages_of(document, matches, findings, secret.spans)
            if with_passages
            else (),
        )

    def _findings(
        self,
        document: Document,
        matches: Matches,
        secret: Secrets,
        fingerprint: Fingerprint | None,
    ) -> tuple[Finding, ...]:
        findings: Sequence[Finding] = [
            finding_of(document, rule, match, secret, fingerprint)
            for rule, match in matches
            if not (
                match.quotes_draft and any(match.place.overlaps(hidden) for hidden in secret.spans)
            )
        ]
        for keep in FILTERS:
            findings = keep(findings, self.config)
        return tuple(findings)


def _counted(found: Matches) -> dict[Counted, list[Span]]:
    """Where the rules that count in the measures found something."""
    return {
        what: [match.span for rule, match in found if rule.id in rules]
        for what, rules in COUNTED_RULES.items()
    }


def _norm_of(document: Document) -> str:
    return "nn" if document.language == "nn" else "nb"


def _local_date() -> date:
    return datetime.now(tz=UTC).astimezone().date()
