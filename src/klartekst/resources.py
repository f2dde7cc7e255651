"""Where the rules and models that come with klartekst lie.

A wheel carries them inside the package; an editable install finds them at the top of the checkout.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).parent


def builtin_root(name: Literal["patterns", "models"]) -> Path:
    """The folder of shipped rules or models; it may be missing from a broken installation."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name
