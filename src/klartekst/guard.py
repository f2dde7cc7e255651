"""Keeps what goes wrong with one draft from stopping the others."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from klartekst.errors import KlartekstError
from klartekst.model import Profile, Result
from klartekst.outcome import unchecked


@dataclass
class Guard:
    """Turns whatever goes wrong with one draft into its Result: a gate stops, a run goes on."""

    name: str
    profile: Profile
    sha256: str
    result: Result = field(init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> bool:
        if error is None:
            return True
        if not isinstance(error, Exception):
            return False
        told = (
            str(error)
            if isinstance(error, KlartekstError)
            else f"{self.name} ble ikke kontrollert: {fault(error)}"
        )
        self.result = unchecked(self.name, told, self.profile, self.sha256)
        return True


def fault(error: Exception) -> str:
    """What to tell of a fault of ours: where it is, and nothing of the draft."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} i {Path(frame.filename).name}, linje {frame.lineno}"
    return f"feil i klartekst ({where}). Meld fra til utviklerne."
