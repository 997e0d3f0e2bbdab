"""Reports under attack: killed at any moment, on a full disk, a folder; never yesterday's, always whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from agent.cli import main
from tests.attacks.saying import clear

ROOT = Path(__file__).parents[2]
TASK = 'instruction: Do it.\nsteps:\n  - Click "Save"\n'
WRITES = """
import sys
from pathlib import Path
from agent.runs.report.file import ReportFile
from agent.runs.report.junit import junit
from tests.agent.results import result

file, results = ReportFile("--junit", Path("junit.xml")), []
for number in range(100_000):
    results = [*results, result(f"run {number}", message="x" * 20_000)][-50:]
    file.write(junit(results))
    print(number, flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "task.yaml").write_text(TASK)
    return tmp_path


@pytest.mark.parametrize("moment", range(12))
def test_killed_in_the_middle_a_report_is_whole_and_of_what_was_done(folder: Path, moment: int) -> None:
    (folder / "junit.xml").write_text("<testsuites/>")
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WRITES]
    with subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(1 + 3 * moment):
            done = int(process.stdout.readline())
        process.kill()
    names = [case.get("name") or "" for case in ET.parse(folder / "junit.xml").getroot().iter("testcase")]
    assert int(names[-1].removeprefix("run ")) >= done, "what was said to be done is there"


TARGETS = {
    "a folder": "folder",
    "a folder that is a link": "link",
    "a pipe": "pipe",
    "a device": "/dev/full",
    "a file as a folder": "task.yaml/junit.xml",
    "a name of 300": "x" * 300,
    "a path of 5,000": "/".join(["x" * 99] * 50),
    "a place in /proc": "/proc/1/junit.xml",
}


@pytest.mark.parametrize("option", ["--junit", "--report"])
@pytest.mark.parametrize("name", TARGETS)
def test_what_can_not_be_written_is_said_before_anything_starts(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, option: str
) -> None:
    (folder / "folder").mkdir()
    (folder / "link").symlink_to("folder")
    os.mkfifo("pipe")
    command = ["run", "task.yaml"] if option == "--junit" else ["drift", "rec"]
    assert main([*command, option, TARGETS[name]]) == 2
    assert f"{option} " in clear(capsys.readouterr().err)
    assert not (folder / "runs").exists()


def test_a_full_disk_is_said_before_anything_starts(folder: Path) -> None:
    """A limit on the size of files stands for it."""
    (folder / "junit.xml").write_text("<testsuites/>")
    limited = f'ulimit -f 0; exec "{sys.executable}" -m agent run task.yaml --junit junit.xml'
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(["sh", "-c", limited], cwd=folder, env=env, capture_output=True, check=False)
    assert done.returncode == 2
    assert clear(done.stderr.decode()) == "agent: --junit junit.xml: can't be written: File too large\n"
    assert not (folder / "junit.xml").exists(), "nobody takes it for today's"
    assert not (folder / "runs").exists()


def test_a_run_that_could_not_begin_leaves_no_report_of_yesterday(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "junit.xml").write_text("<testsuites/>")
    assert main(["run", "task.yaml", "--junit", "junit.xml", "--display", ":4711", "--json"]) == 3
    [case] = ET.parse("junit.xml").getroot().iter("testcase")
    assert [child.tag for child in case] == ["properties", "error", "system-out"]
    assert [run["verdict"] for run in json.loads(capsys.readouterr().out)["runs"]] == ["environment_error"]
