"""What several commands share: the options for settings, and the Linter made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from klartekst.model import Config

if TYPE_CHECKING:
    from klartekst.linter import Linter

F = TypeVar("F", bound=Callable[..., object])

config_option = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path),
    metavar="FIL",
    help="Innstillinger. Ellers brukes klartekst.toml i mappa du står i, eller over den.",
)


def choice_options(command: F) -> F:
    """Add `--select` and `--ignore`."""
    ignore = click.option(
        "--ignore",
        multiple=True,
        metavar="REGEL",
        help="Hopp over en regel eller en gruppe. Kan gjentas.",
    )
    select = click.option(
        "--select",
        multiple=True,
        metavar="REGEL",
        help="Bruk bare denne regelen eller gruppa, for eksempel personvern. Kan gjentas.",
    )
    return select(ignore(command))


def read_config(path: Path | None) -> Config:
    """The config of a run: the given file, the nearest klartekst.toml, or the defaults.

    Raises SettingsError.
    """
    from klartekst.config import find_config, load_config

    found = path or find_config(Path.cwd())
    return load_config(found) if found else Config()


def make_linter(
    config: Config,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    pipeline: str | None = None,
) -> Linter:
    """The Linter of a config with the command's own choices laid over it.

    Raises SettingsError for a mistake in the config, click.UsageError for one in the choices.
    """
    from klartekst.linter import Linter
    from klartekst.selection import UnknownRuleError

    chosen = replace(
        config,
        select=select or config.select,
        ignore=(*config.ignore, *ignore),
        pipeline=pipeline or config.pipeline,
    )
    try:
        return Linter(chosen)
    except UnknownRuleError as error:
        if error.choice in (*select, *ignore):
            raise click.UsageError(str(error)) from error
        raise
