"""The first task, as its guide tells it: files and commands of the page, from nothing to CI; and in Robot."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml

GUIDES = Path(__file__).parents[1] / "docs" / "guides"
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(page: str, language: str) -> list[str]:
    text = (GUIDES / page).read_text("utf-8")
    return [body for found, body in FENCED.findall(text) if found == language]


def block(page: str, language: str, holds: str) -> str:
    [found] = [body for body in blocks(page, language) if holds in body]
    return found


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program and the task of the guide."""
    folder = tmp_path_factory.mktemp("stock")
    (folder / "stock.py").write_text(block("first-task.md", "python", "# stock.py"))
    (folder / "stock.agent.yaml").write_text(block("first-task.md", "yaml", "# stock.agent.yaml"))
    return folder


def said(home: Path, command: str, status: int = 0) -> str:
    """What a command line of the guide says, as in an environment that is activated."""
    bin_folder = str(Path(sys.executable).parent)
    ours = ("PYTEST_", "GITHUB_", "CI")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environ["PATH"] = f"{bin_folder}{os.pathsep}{environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command], cwd=home, env=environ, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def checkout(home: Path) -> Path:
    """What a CI job has: only what the guide puts under version control."""
    job = home.parent / f"{home.name}-job"
    shutil.copytree(home / "recordings", job / "recordings")
    for name in ("stock.py", "stock.agent.yaml"):
        shutil.copy(home / name, job)
    return job


def table(text: str) -> list[str]:
    """The rows of an audit's table, and its score, without what is only space."""
    rows = [" ".join(line.split()) for line in text.splitlines()]
    return [row for row in rows if re.match(r"\d+ (Type|Tick|Click) |\(nothing done\)|\d+% ", row)]


def test_the_first_task_from_nothing_to_ci(home: Path) -> None:
    assert said(home, "agent check stock.agent.yaml") == "stock.agent.yaml: valid\n"
    said(home, "agent run stock.agent.yaml --record recordings/stock")
    assert "agrees: 9 steps, passed" in said(home, "agent replay recordings/stock")
    said(home, "agent replay --live recordings/stock --var quantity=30")
    audited = said(home, "agent audit stock.agent.yaml --jobs 2", status=1)
    told = block("first-task.md", "console", "SURVIVED")
    assert table(told) == table(audited[audited.index(" line ") :])
    task = home / "stock.agent.yaml"
    whole_row = block("first-task.md", "yaml", "equals:")
    task.write_text(task.read_text().split("checks:\n")[0] + whole_row)
    said(home, "agent run stock.agent.yaml --record recordings/stock --record-mode rewrite")
    ci = block("first-task.md", "sh", "# ci.sh")
    job = checkout(home)
    assert "100%  9 of 9 mutants: 9 noticed by checks" in said(job, ci)
    case = ET.parse(job / "junit.xml").getroot().find(".//testcase")
    assert case is not None
    assert case.get("name") == "stock"
    assert "<html" in (job / "report.html").read_text()[:500]


def test_the_same_from_robot(home: Path) -> None:
    (home / "stock.robot").write_text(block("robot.md", "robotframework", "Run Task"))
    assert "2 tests, 2 passed, 0 failed" in said(home, "robot -d out --xunit junit.xml stock.robot")
    assert len(ET.parse(home / "out" / "junit.xml").getroot().findall(".//testcase")) == 2
    said(home, "agent report out/deskhand -o out/desktop.html")
    assert "An Article Is Booked In 1" in (home / "out" / "desktop.html").read_text("utf-8")


def test_the_jobs_for_ci_run_the_same_file() -> None:
    github = yaml.safe_load(block("first-task.md", "yaml", "# .github"))
    gitlab = yaml.safe_load(block("first-task.md", "yaml", "# .gitlab-ci.yml"))
    line = ". .venv/bin/activate && sh ci.sh"
    assert line in [step.get("run") for step in github["jobs"]["desktop"]["steps"]]
    assert line in gitlab["desktop"]["script"]
    for lines, values in (
        ([step.get("run", "") for step in github["jobs"]["desktop"]["steps"]], github["env"]),
        (gitlab["desktop"]["script"], gitlab["desktop"]["variables"]),
    ):
        [installing] = [line for line in lines if "pip install" in line]
        assert '"git+$DESKHAND"' in installing  # a job's checkout has no clone of it
        assert values["DESKHAND"].startswith("https://")
    assert gitlab["desktop"]["artifacts"]["reports"] == {"junit": "junit.xml"}
    kept = next(step["with"] for step in github["jobs"]["desktop"]["steps"] if "with" in step)
    assert "junit.xml" in kept["path"].split()
