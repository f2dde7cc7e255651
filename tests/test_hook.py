"""The pre-commit hook, in a real repository: a draft with a fødselsnummer cannot be committed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
# Of the Tenor test series, which nobody holds.
NUMBER = "05818712490"

pytestmark = pytest.mark.slow


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the hook installed as shipped, but run from this environment."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    run(tmp_path, "git", "init", "--quiet")
    run(tmp_path, sys.executable, "-m", "pre_commit", "install")
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the repository, with klartekst on the path and no user's git settings."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    identity = {
        f"GIT_{who}_{what}": "test@example.no"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    home = {"PRE_COMMIT_HOME": str(folder / ".cache"), "GIT_CONFIG_GLOBAL": os.devnull}
    environment = {**os.environ, "PATH": path, **identity, **home}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8"
    )


def commit(repository: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Try to commit a draft."""
    (repository / "utkast.md").write_text(text, encoding="utf-8")
    run(repository, "git", "add", "utkast.md")
    return run(repository, "git", "commit", "--message", "Utkast")


def test_draft_with_number_is_stopped(repository: Path) -> None:
    """Nothing is committed, and the number is not repeated."""
    result = commit(repository, f"# Flytting\n\nSaken gjelder fødselsnummer {NUMBER}.\n")
    assert result.returncode != 0
    assert "personvern/fodselsnummer" in result.stdout + result.stderr
    assert NUMBER not in result.stdout + result.stderr
    assert run(repository, "git", "log").returncode != 0


def test_clean_draft_is_committed(repository: Path) -> None:
    """A draft about a library is no one's secret."""
    result = commit(repository, "# Ny åpningstid\n\nBiblioteket åpner klokka ti hver dag.\n")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Utkast" in run(repository, "git", "log").stdout
