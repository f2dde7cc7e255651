"""Rules and models are found in every kind of installation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from klartekst.resources import builtin_root

ROOT = Path(__file__).parents[1]
_CHECK = """
import sys, klartekst, klartekst.resources as resources
assert klartekst.__file__.startswith(sys.argv[1]), klartekst.__file__
assert str(resources.builtin_root("patterns")).startswith(sys.argv[1])
assert str(resources.builtin_root("models")).startswith(sys.argv[1])
from klartekst.linter import Linter
result = Linter().lint("Kommunen skal erverve tomta.".encode(), "utkast.txt")
print([finding.rule for finding in result.findings], result.error)
"""


def test_checkout_has_rules_and_models() -> None:
    """An editable installation finds them at the top of the checkout."""
    assert builtin_root("patterns") == ROOT / "patterns"
    assert (builtin_root("models") / "nb_klartekst_sm" / "config.cfg").is_file()


@pytest.mark.slow
def test_wheel_has_rules_and_models(tmp_path: Path) -> None:
    """A wheel carries them inside the package, and a rule from it works."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--quiet",
        "--target",
        str(site),
    ]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    result = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, sys.argv[1])\n{_CHECK}", str(site)],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "klarsprak/kanselliord" in result.stdout, result.stderr
    assert "None" in result.stdout
