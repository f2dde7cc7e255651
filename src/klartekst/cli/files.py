"""Writing the files that a run leaves behind."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import click


def write_whole(text: str, path: Path) -> bool:
    """Write all of the text as UTF-8, or nothing, so that a full disk leaves no half of a file.

    Tells of what went wrong, and returns whether it went well.
    """
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8", "replace"))
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
    except OSError:
        click.echo(f"{path} kan ikke skrives. Sjekk mappa og tilgangen.", err=True)
        return False
    return True
