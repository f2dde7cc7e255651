"""The errors that users meet. Each is one line of Norwegian that says what to do."""

from __future__ import annotations


class KlartekstError(Exception):
    """What went wrong and what to do about it, in Norwegian; never holds text of a draft."""


class ReadError(KlartekstError):
    """A draft that could not be read."""


class SettingsError(KlartekstError):
    """A config, brief or rule file that could not be used."""


class PipelineError(KlartekstError):
    """A language pipeline that is missing or lacks what a rule needs."""
