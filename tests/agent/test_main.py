"""The command as a process: at any moment a signal is one line and exit status 130."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from signal import SIGHUP, SIGINT, SIGKILL, SIGTERM, SIGXCPU
from typing import TYPE_CHECKING

import pytest

from tests.agent.workshop import environment
from tests.attacks.attacked import NOTHING_IGNORED

if TYPE_CHECKING:
    from pathlib import Path

SIGNALLED = """
import json, os, sys
signals, sys.argv[:] = json.loads(sys.argv[1]), ["agent", *sys.argv[2:]]
def at(where):
    if where in signals:
        os.kill(os.getpid(), signals.pop(where))
class Finder:
    def find_spec(self, name, *_):
        at(name)
sys.meta_path.insert(0, Finder())
from agent.__main__ import main
status = main()
at("the end")
sys.exit(status)
"""
"""The command, which gets signals when it begins to load a module, and at the end."""


def signalled(folder: Path, signals: dict[str, int], *words: str) -> subprocess.CompletedProcess[str]:
    command = [*NOTHING_IGNORED, sys.executable, "-c", SIGNALLED, json.dumps(signals), *words]
    return subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("where", "number"),
    [("agent.cli", SIGINT), ("argparse", SIGTERM), ("agent.commands.run", SIGINT), ("yaml", SIGHUP)],
)
def test_a_signal_while_it_loads_is_one_line(where: str, number: signal.Signals, tmp_path: Path) -> None:
    done = signalled(tmp_path, {where: number}, "run", "x.yaml", "--json")
    said = "stopped by Ctrl-C" if number == SIGINT else f"stopped by {number.name}"
    assert (done.returncode, done.stderr) == (130, f"agent: {said}\n")
    assert json.loads(done.stdout) == {"exit": 130, "error": said}


@pytest.mark.parametrize("number", [SIGINT, SIGXCPU])
def test_a_signal_when_all_is_done_changes_no_status(number: signal.Signals, tmp_path: Path) -> None:
    done = signalled(tmp_path, {"the end": number}, "check", "x.yaml")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_further_signal_after_the_cleaning_up_changes_no_status(tmp_path: Path) -> None:
    done = signalled(tmp_path, {"yaml": SIGTERM, "the end": SIGXCPU}, "check", "x.yaml")
    assert (done.returncode, done.stderr) == (130, "agent: stopped by SIGTERM\n")


def test_an_old_report_is_gone_before_anything_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "junit.xml").write_text("<testsuites/>")
    done = signalled(tmp_path, {"agent.commands.run": SIGKILL}, "run", "x.yaml", "--junit", "junit.xml")
    assert done.returncode == -SIGKILL
    assert not (tmp_path / "junit.xml").exists()
