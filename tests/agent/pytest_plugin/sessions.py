"""Sessions of pytest as a user starts them: in a process of their own, in a folder with tasks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import yaml

from tests.agent.fakes import DONE, FAILED, click

ROOT = Path(__file__).parents[3]
PRESS = ROOT / "tests" / "agent" / "programs" / "press.py"
_NOT_OURS = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "DISPLAY", "WAYLAND_DISPLAY")


@dataclass
class Ended:
    """A session that is over."""

    status: int
    said: str
    """On standard output."""
    warned: str
    """On standard error."""
    folder: Path

    @property
    def output(self) -> str:
        """Both."""
        return self.said + self.warned

    @property
    def tally(self) -> str:
        """The last line, without its time: `1 failed, 2 passed`."""
        return self.said.strip().splitlines()[-1].strip("= ").partition(" in ")[0]

    def line(self, begin: str) -> str:
        """The first line that begins so."""
        found = [line for line in self.output.splitlines() if line.startswith(begin)]
        assert found, self.output
        return found[0]

    def junit(self) -> dict[str, ET.Element]:
        """The test cases of `junit.xml`, by name."""
        tree = ET.parse(self.folder / "junit.xml")
        return {case.attrib["name"]: case for case in tree.iter("testcase")}


def session(folder: Path, *options: str, **env: str) -> Ended:
    """One session; it needs no screen, as on a CI server."""
    usual = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    plain = ["-p", "no:cacheprovider", "-p", "no:hypothesispytest", "--color=no"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plain, *options],
        cwd=folder,
        env=usual | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"} | env,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    return Ended(done.returncode, done.stdout, done.stderr, folder)


def properties(case: ET.Element) -> dict[str, str]:
    """What a test case was told of by the plugin."""
    return {one.attrib["name"]: one.attrib["value"] for one in case.iter("property")}


def write_task(path: Path, replies: list[str] | None = None, **keys: Any) -> Path:
    """A task file. With `replies` a scripted model does it: nothing is read, which saves seconds."""
    task: dict[str, Any] = {"instruction": "Do it.", **keys}
    if replies is not None:
        script = path.parent / f"{path.name}.replies"
        script.write_text("".join(json.dumps(reply) + "\n" for reply in replies))
        task["model"] = f"scripted:{script}"
    path.write_text(yaml.safe_dump(task, sort_keys=False, allow_unicode=True))
    return path


def write_show(folder: Path) -> None:
    """A task of each verdict and mark, one with cases, a remote model, a lost secret, a test in Python."""
    there = {"command": {"run": ["true"], "exit": 0}}
    write_task(folder / "good.agent.yaml", [DONE], checks=[there], cases=[{"n": "one"}, {"n": "two"}])
    missing = {"file": {"path": "${workdir}/out.txt", "contains": "hello"}}
    write_task(folder / "bad.agent.yaml", [click(), DONE], checks=[missing])
    write_task(folder / "lost.agent.yml", [FAILED])
    write_task(folder / "endless.agent.yaml", [click()] * 3, limits={"steps": 2})
    write_task(folder / "mute.agent.yaml", [])
    write_task(folder / "machine.agent.yaml", [DONE], launch=[{"command": ["no-such-program"]}])
    for name, checks in (("known", missing), ("mended", there)):
        mark = {"xfail": {"reason": "issue 77"}}
        write_task(folder / f"{name}.agent.yaml", [click(), DONE], checks=[checks], marks=[mark])
    write_task(folder / "later.agent.yaml", [], marks=[{"skip": {"reason": "not yet"}}])
    write_task(folder / "remote.agent.yaml", model="http://127.0.0.1:9/v1")
    write_task(folder / "secret.agent.yaml", [], secrets=["NOT_SET"])
    (folder / "test_python.py").write_text("def test_mine():\n    pass\n")


def press_task(**changes: Any) -> dict[str, Any]:
    """A task on a real program: a window with one big button, pressed by the embedded model."""
    return {
        "launch": [
            {
                "command": ["python", str(PRESS), "${workdir}/pressed"],
                "wait_for": {"text": "Press me", "seconds": 60},
            }
        ],
        "steps": ['Click "Press me"'],
        "checks": [{"file": {"path": "${workdir}/pressed", "contains": "pressed"}}],
        **changes,
    }
