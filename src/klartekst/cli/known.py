"""`klartekst check --baseline` and `--write-baseline`: what was found before is not told again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from klartekst.cli.files import write_whole
from klartekst.model import Result
from klartekst.outcome import ExitCode

if TYPE_CHECKING:
    from klartekst.baseline import Baseline

F = TypeVar("F", bound=Callable[..., object])


def baseline_options(command: F) -> F:
    """Add `--baseline` and `--write-baseline`."""
    path = click.Path(path_type=Path, dir_okay=False)
    read = click.option(
        "--baseline",
        "baseline_path",
        type=path,
        metavar="FIL",
        help="Vis bare funn som ikke står i denne grunnlinja.",
    )
    write = click.option(
        "--write-baseline",
        "new_baseline_path",
        type=path,
        metavar="FIL",
        help="Skriv alle funn av i dag til en grunnlinje. Ordene i utkastet blir ikke lagret.",
    )
    return read(write(command))


@dataclass(frozen=True)
class KnownFindings:
    """The baseline of a run, if it has one: where it comes from, and where a new one goes."""

    source: Path | None = None
    target: Path | None = None
    baseline: Baseline | None = None

    @classmethod
    def of(cls, source: Path | None, target: Path | None) -> KnownFindings:
        """Read the file of `--baseline`, or begin a new one for `--write-baseline`.

        Raises SettingsError for a file that is no baseline, also one that would be written over.
        """
        if source is None and target is None:
            return cls()
        from klartekst.baseline import load_baseline, new_baseline

        old = [load_baseline(path) for path in (source, target) if path and _is_there(path, source)]
        return cls(source, target, old[0] if old else new_baseline())

    def only_new(self, results: list[Result]) -> list[Result]:
        """The results without what `--baseline` knows; `--write-baseline` is written first."""
        if self.baseline is None:
            return results
        from klartekst.baseline import only_new

        if self.target is not None:
            self._write(self.baseline, results, self.target)
        if self.source is None:
            return results
        folder = self.source.parent
        return [only_new(result, self.baseline, folder) for result in results]

    def _write(self, baseline: Baseline, results: Sequence[Result], target: Path) -> None:
        from klartekst.baseline import dump_baseline

        if any(result.error is not None for result in results):
            click.echo(f"{target} ble ikke skrevet: noe kunne ikke kontrolleres.", err=True)
        elif write_whole(dump_baseline(baseline, results, target.parent), target):
            click.echo(f"Grunnlinja ligger i {target}.", err=True)
        else:
            sys.exit(ExitCode.UNCHECKED)


def _is_there(path: Path, wanted: Path | None) -> bool:
    """Whether a baseline must be read: the one asked for in any case, the other if it exists."""
    return path == wanted or path.exists()
