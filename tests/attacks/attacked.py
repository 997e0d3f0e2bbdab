"""A run under attack: `agent run` in a folder of its own, its processes by name, what it leaves behind."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import psutil

from agent.recording.reading import load_recording
from agent.replay.offline import replay
from tests.agent.workshop import ROOT, Workshop, environment
from tests.tools.xserver import wait_until
from tools.host.owned.owner import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING_IGNORED = ("env", "--default-signal")
"""Before a command: what runs the tests in the background, or by `nohup`, has some signals ignored."""
HANGS = 600.0
"""Seconds after which what is waited for has failed to come."""


class Attacked:
    """One `agent run`, begun when the context is entered; its temporary files lie apart."""

    def __init__(self, folder: Path, replies: list[str], *options: str, **task: Any) -> None:
        self.workshop = Workshop(folder)
        self.workshop.task |= task
        self.temporary = folder / "tmp"
        self.temporary.mkdir(exist_ok=True)
        self.command = self.workshop.command(replies, *options)

    def __enter__(self) -> Self:
        self.agent = subprocess.Popen(
            [*NOTHING_IGNORED, *self.command],
            cwd=self.workshop.folder,
            env=environment(TMPDIR=str(self.temporary)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            self.agent.kill()
        self.agent.communicate()

    def await_steps(self, runs: int = 1) -> None:
        """Until so many runs have their first step on disk."""
        wait_until(lambda: len(self._begun()) >= runs, lambda: f"{runs} runs", HANGS)

    def recorded(self) -> str:
        """All lines of its recordings."""
        return "".join(path.read_text() for path in self._begun())

    def _begun(self) -> list[Path]:
        lines = self.workshop.folder.glob("runs/*/recording/session.jsonl")
        return [path for path in lines if path.read_text().count("\n") > 1]

    def ended(self) -> tuple[int, dict[str, Any], str]:
        """Exit status, what it answered, what it said; by itself."""
        answer, said = self.agent.communicate(timeout=HANGS)
        assert "Traceback" not in said, said
        assert "unexpected" not in said, said
        return self.agent.returncode, json.loads(answer or "{}"), said

    def workers(self) -> list[psutil.Process]:
        """The processes of `--jobs`."""
        with suppress(psutil.NoSuchProcess):
            children = psutil.Process(self.agent.pid).children()
            return [one for one in children if any("spawn_main" in word for word in _words(one))]
        return []

    def processes(self, name: str) -> list[psutil.Process]:
        """Those that the agent, or a worker of its, started: `Xvfb`, `openbox`, or a script's name."""
        owners = {self.agent.pid, *(worker.pid for worker in self.workers())}
        return [one for one in marked(owners) if any(name in word for word in _words(one)[:2])]

    def sweep(self) -> None:
        """What the next run does first, in a process of its own."""
        code = (
            "from tools.host.owned.sweep import sweep; sweep();"
            "from agent.runs.planning.work_folder import sweep_work_folders; sweep_work_folders()"
        )
        env = environment(TMPDIR=str(self.temporary))
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True)

    def displays(self) -> list[str]:
        """Numbers of X displays that are noted as its own."""
        return [note.name.removeprefix("display-") for note in self.temporary.glob("*/display-*[0-9]")]

    def leftovers(self, owners: Sequence[int] = (), displays: Sequence[str] = ()) -> list[str]:
        """Processes, temporary files and sockets that are still there."""
        processes = [" ".join(_words(one)) for one in marked({self.agent.pid, *owners})]
        files = [str(path) for path in self.temporary.rglob("*") if path != self.temporary / "deskhand"]
        sockets = [f"/tmp/.X11-unix/X{number}" for number in displays]
        return processes + files + [path for path in sockets if _is_left(path)]

    def damaged(self) -> list[str]:
        """Recordings that don't load, or don't replay offline as far as they go."""
        return [said for path in self._begun() if (said := _damage(path.parent))]


def marked(owners: set[int]) -> list[psutil.Process]:
    """The living processes that carry the mark of one of these."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            owner = process.environ().get(MARK, "").partition(":")[0]
            if owner and int(owner) in owners and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def _damage(recording: Path) -> str:
    try:
        replay(load_recording(recording))
    except Exception as error:  # noqa: BLE001  (whatever it is, it is damage)
        return f"{recording}: {error}"
    return ""


def _is_left(path: str) -> bool:
    """Whether a socket is there that nobody listens at."""
    listening = Path("/proc/net/unix").read_text().split()
    return Path(path).exists() and path not in listening


def _words(process: psutil.Process) -> list[str]:
    with suppress(psutil.Error):
        return list(process.cmdline())
    return []
