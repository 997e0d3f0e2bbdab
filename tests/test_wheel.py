"""The built wheel holds all that it needs, and works where the source tree is not."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.libraries import HEAVY

ROOT = Path(__file__).parent.parent
TASK = 'instruction: Save.\nsteps:\n  - Click "Save"\n'


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked as pip installs it, beside this environment's libraries."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet"]
    for name in ("agent", "tools"):  # from a copy: a build leaves things behind in the tree
        shutil.copytree(ROOT / name, folder / "source" / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("deskhand.py", "pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, folder / "source")
    build = [*pip, "wheel", "--no-deps", "--wheel-dir", folder, folder / "source"]
    subprocess.run(build, check=True, cwd=folder)
    [wheel] = folder.glob("deskhand-*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", folder / "site", wheel], check=True, cwd=folder)
    return folder


def agent(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """The command, with the installed packages found before any others; -P keeps the current folder out."""
    site = str(folder / "site")
    script = f"import sys; sys.path.insert(0, {site!r}); import agent.cli; sys.exit(agent.cli.main())"
    return subprocess.run(
        [sys.executable, "-P", "-c", script, *command],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


def test_every_file_of_the_packages_is_in_it(installed: Path) -> None:
    [wheel] = installed.glob("deskhand-*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "agent", "tools", "deskhand.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(tracked.stdout.split()) <= inside
    assert not [name for name in inside if name.startswith(("tests", "benchmarks", "tasks", "training"))]


def test_it_runs_a_command_that_needs_its_files(installed: Path) -> None:
    (installed / "task.yaml").write_text(TASK)
    done = agent(installed, "check", "task.yaml")
    assert (done.returncode, done.stdout) == (0, "task.yaml: valid\n"), done.stderr
    wrong = agent(installed, "check", "nowhere.yaml")
    assert wrong.returncode == 2


def test_robots_library_is_in_it_and_light(installed: Path) -> None:
    script = f"import deskhand, sys; print(deskhand.deskhand.__name__, *({set(HEAVY)!r} & set(sys.modules)))"
    site = str(installed / "site")
    found = subprocess.run(
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {site!r}); {script}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=installed,
    )
    assert found.stdout.split() == ["RobotLibrary"], found.stderr


def test_it_replays_a_recording(installed: Path) -> None:
    done = agent(installed, "replay", str(ROOT / "recordings" / "fill_form"))
    assert done.returncode == 0, done.stderr


def test_a_report_is_written_with_the_templates_that_it_brings(installed: Path) -> None:
    done = agent(installed, "report", str(ROOT / "recordings" / "xterm_command"), "-o", "page.html")
    assert done.returncode == 0, done.stderr
    assert b"<h1>xterm_command</h1>" in (installed / "page.html").read_bytes()
