"""JUnit XML, which every build server shows: a suite for each draft, a case for each rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from klartekst.model import Finding, Result, Severity
from klartekst.reporters.catalogue import Titles
from klartekst.reporters.phrases import VERDICT, name_shown, norm_of, reason_told

# What XML 1.0 cannot hold, escaped or not.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_junit(results: Sequence[Result], titles: Titles, fail_on: Severity) -> str:
    """All results; what is graver than, or as grave as, `fail_on` fails, the rest is told."""
    root = Element("testsuites", name="klartekst")
    for result in results:
        _suite(root, result, titles, fail_on)
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root)
    xml: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{xml}'


def _suite(root: Element, result: Result, titles: Titles, fail_on: Severity) -> None:
    name = name_shown(result.name)
    norm = norm_of(result.language)
    suite = SubElement(root, "testsuite", name=name)
    if result.error is not None:
        case = SubElement(suite, "testcase", classname=name, name=VERDICT[norm][result.verdict])
        SubElement(case, "error", message=_clean(result.error))
    by_rule: dict[str, list[Finding]] = {}
    for finding in result.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, findings in by_rule.items():
        title = f"{titles.get((rule, norm), rule)} ({rule})"
        case = SubElement(suite, "testcase", classname=name, name=_clean(title))
        grave = [finding for finding in findings if finding.severity.rank <= fail_on.rank]
        light = [finding for finding in findings if finding.severity.rank > fail_on.rank]
        if grave:
            failure = SubElement(case, "failure", message=_clean(grave[0].message), type=rule)
            failure.text = _told(grave)
        if light:
            SubElement(case, "system-out").text = _told(light)
    for each in result.suppressed:
        title = f"{titles.get((each.finding.rule, norm), each.finding.rule)} ({each.finding.rule})"
        case = SubElement(suite, "testcase", classname=name, name=_clean(title))
        SubElement(case, "skipped", message=_clean(reason_told(each, norm)))
    if not len(suite):
        SubElement(suite, "testcase", classname=name, name=VERDICT[norm][result.verdict])
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))


def _told(findings: Sequence[Finding]) -> str:
    return _clean(
        "\n".join(
            f"{finding.place.label}, linje {finding.place.line}: {finding.message}"
            for finding in findings
        )
    )


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
