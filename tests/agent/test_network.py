"""What leaves the machine: nothing, and no file stays behind in the user's folders."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import yaml

from tests.agent.workshop import Workshop, environment

if TYPE_CHECKING:
    from pathlib import Path

_INTERNET = re.compile(r"AF_INET6?|sin6?_port")
_CALLS = "trace=socket,connect,sendto,sendmsg,sendmmsg"


def traced(command: list[str], cwd: Path, **env: str) -> list[str]:
    """The system calls for the network that a command and all its children make."""
    log = cwd / "calls.txt"
    strace = ["strace", "--follow-forks", "--seccomp-bpf", "-e", _CALLS, "-e", "signal=none", "-o", str(log)]
    done = subprocess.run(
        [*strace, *command], cwd=cwd, env=environment(**env), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return log.read_text("utf-8", "replace").splitlines()


def test_a_run_that_reads_screens_speaks_to_nobody_and_leaves_no_file_of_its_own(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path)
    workshop.task |= {"steps": ['Click "Press me"']}
    (tmp_path / "press.yaml").write_text(yaml.safe_dump(workshop.task))
    homes = {
        "HOME": tmp_path / "home",
        "XDG_CACHE_HOME": tmp_path / "cache",
        "TMPDIR": tmp_path / "temporary",
    }
    for folder in homes.values():
        folder.mkdir()
    command = workshop.command([], "--model", "reader")
    calls = traced(command, tmp_path, **{name: str(folder) for name, folder in homes.items()})
    assert any("AF_UNIX" in call for call in calls), "the display was spoken to: the calls are seen"
    assert [call for call in calls if _INTERNET.search(call)] == []
    left = {path.relative_to(folder).parts[0] for folder in homes.values() for path in folder.rglob("*")}
    assert left <= {"openbox", "deskhand"}, "the window manager's cache, and the folders that programs run in"
