"""The skill's pages as a story: files to write and commands to give, in the order in which they stand."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agent.skill.content import files

FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
RESULT = "result.json"
_STATUS = re.compile(r"\s+# exit (\d+)$")
_NAMED = re.compile(r"# (\S+\.(?:py|yaml))\n")


@dataclass(frozen=True)
class Command:
    """A command of a page, and what the page says of it."""

    page: str
    line: str
    status: int
    shown: tuple[str, ...]
    """Lines of its output, each with `...` for what is left out."""


@dataclass(frozen=True)
class Written:
    """A file of a page."""

    name: str
    text: str


@dataclass(frozen=True)
class Done:
    """A command that was given."""

    command: Command
    status: int
    output: str
    result: dict[str, Any] | None
    """What is in `result.json`, if the command wrote it."""


def story() -> list[Command | Written]:
    """What a reader does who follows all pages, the first one first."""
    return [one for page in files() for one in parts(page)]


def parts(page: str) -> list[Command | Written]:
    """What a reader of one page does."""
    found: list[Command | Written] = []
    for language, body in FENCED.findall(files()[page]):
        named = _NAMED.match(body)
        if language == "console":
            found += commands(page, body)
        elif named:
            found.append(Written(named[1], body))
    return found


def commands(page: str, body: str) -> list[Command]:
    """The commands of a block; below each what it says."""
    found: list[Command] = []
    for text in re.findall(r"^\$ .*\n(?:(?!\$ ).*\n)*", body, re.MULTILINE):
        first, *shown = text[2:].splitlines()
        status = _STATUS.search(first)
        line = _STATUS.sub("", first)
        found.append(Command(page, line, int(status[1]) if status else 0, tuple(shown)))
    return found


def do(home: Path, part: Command | Written) -> Done | None:
    """Do one part of the story in a folder; what came of it."""
    match part:
        case Written(name, text):
            (home / name).write_text(text)
            return None
        case Command():
            status, output = give(home, part.line)
            written = home / RESULT if part.line.endswith(f"> {RESULT}") else None
            return Done(part, status, output, json.loads(written.read_text()) if written else None)


def give(home: Path, line: str) -> tuple[int, str]:
    """The exit status and all output of a command line, as in an environment that is activated."""
    ours = ("PYTEST_", "GITHUB_", "CI")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=home,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def lacks(shown: tuple[str, ...], output: str) -> str | None:
    """The first line of what a page shows that the output does not have, each after the one before."""
    at = 0
    for line in shown:
        if line == "...":
            continue
        found = re.compile(rf"^{pattern_of(line)}$", re.MULTILINE).search(output, at)
        if not found:
            return line
        at = found.end()
    return None


def pattern_of(text: str) -> str:
    """A regular expression of a text in which `...` stands for anything within a line."""
    return ".*".join(map(re.escape, text.split("...")))


def spans() -> list[tuple[str, str]]:
    """Every piece of code within the sentences and tables of the pages, and its page."""
    return [
        (page, " ".join(span.split()))
        for page, text in files().items()
        for span in re.findall(r"`([^`]+)`", FENCED.sub("", text))
    ]


def words(line: str) -> list[str]:
    """A command line's words."""
    return shlex.split(line)
