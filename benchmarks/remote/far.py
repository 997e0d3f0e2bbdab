"""Far machines, on loopback: an X display that nobody sees, and a server that shows it to viewers.

A far machine gets no part of deskhand: what runs on it is a window manager, the server, and the program that
a task is about.
"""

from __future__ import annotations

import os
import secrets
import select
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from benchmarks.remote.xrdp import config_of, fingerprint, server_config
from tools.errors import EnvironmentFault
from tools.geometry import Size
from tools.host.processes import Program
from tools.host.virtual_display import virtual_display
from tools.x11.root import Root

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Protocol = Literal["vnc", "rdp"]
Kind = Literal["tigervnc", "x11vnc", "xrdp", "shadow"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""Servers of Debian: VNC with a display of its own, VNC of another display, and the same for RDP."""
SIZE = Size(1280, 800)
_READY_SECONDS = 20.0
_PAUSE_SECONDS = 0.05
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Far:
    """A far machine."""

    kind: Kind
    display: str
    """Its own X display, which only its programs know."""
    port: int
    """On loopback, where viewers connect."""
    password: str
    server: Program
    """Which shows the display: to be stopped or ended, where a connection is to freeze or to break."""
    folder: Path

    @property
    def protocol(self) -> Protocol:
        """What its server speaks."""
        return "vnc" if self.kind in ("tigervnc", "x11vnc") else "rdp"

    def values(self, layout: str) -> dict[str, str]:
        """The variables of the guide's task: how a viewer gets there."""
        if self.protocol == "vnc":
            return {"server": f"localhost::{self.port}"}
        server = {"server": f"localhost:{self.port}", "user": "tester"}
        return {**server, "fingerprint": f"sha256:{self.fingerprint}", "layout": layout}

    @property
    def fingerprint(self) -> str:
        """Of its certificate, SHA-256; an RDP server's."""
        made = self.folder / "freerdp" / "shadow" / "shadow.crt"
        return fingerprint(made if self.kind == "shadow" else self.folder / "cert.pem")

    def program(self, *command: str) -> Program:
        """A program on it, in Python."""
        log, env = self.folder / "programs.log", {**os.environ, "DISPLAY": self.display, "LANG": "C.UTF-8"}
        return Program([sys.executable, *command], output=log, env=env, cwd=_ROOT)

    def set_layout(self, layout: str) -> None:
        """Give its keyboard another layout."""
        subprocess.run(["setxkbmap", "-display", self.display, layout], check=True)


@contextmanager
def far_machine(kind: Kind, folder: Path) -> Iterator[Far]:
    """A far machine of 1280x800 that accepts viewers.

    Args:
        kind: Its server.
        folder: An empty one, for what the server needs and says.

    Raises:
        EnvironmentFault: a program of it is missing, or does not start.
    """
    folder.mkdir(parents=True, exist_ok=True)
    password, port = secrets.token_hex(4), _free_port()  # VNC takes eight characters
    with ExitStack() as stack:
        serve = _vnc if kind in ("tigervnc", "x11vnc") else _rdp
        display, server = serve(stack, kind, folder, password, port)
        _await_port(port, server)
        yield Far(kind, display, port, password, server, folder)


def _vnc(stack: ExitStack, kind: Kind, folder: Path, password: str, port: int) -> tuple[str, Program]:
    file, given = folder / "passwd", f"{password}\n".encode()
    file.touch(0o600)
    file.write_bytes(subprocess.run(["vncpasswd", "-f"], input=given, capture_output=True, check=True).stdout)
    common = ["-localhost", "-rfbport", str(port), "-rfbauth", str(file)]
    if kind == "x11vnc":
        display = stack.enter_context(virtual_display(SIZE))
        command = ["x11vnc", "-display", display, "-forever", "-shared", "-quiet", *common]
        return display, _started(stack, command, folder)
    size = f"{SIZE.width}x{SIZE.height}"
    command = ["Xtigervnc", "-geometry", size, "-depth", "24", "-SecurityTypes", "VncAuth", *common]
    return _x_server(stack, command, folder)


def _rdp(stack: ExitStack, kind: Kind, folder: Path, _password: str, port: int) -> tuple[str, Program]:
    """Which lets in whoever comes: logins are the far machine's, and the password is sent all the same."""
    named = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XRDP_SOCKET_PATH"), str(folder))
    env = {**os.environ, **named}
    if kind == "shadow":
        display = stack.enter_context(virtual_display(SIZE))
        command = ["freerdp-shadow-cli", f"/port:{port}", "/bind-address:127.0.0.1", "/sec:tls", "-auth"]
        return display, _started(stack, command, folder, env | {"DISPLAY": display})
    (folder / "xorg.conf").write_text(server_config(), "utf-8")
    command = ["/usr/lib/xorg/Xorg", "-config", "xorg.conf", "-noreset", "-nolisten", "tcp"]
    display, _ = _x_server(stack, [*command, "-logfile", str(folder / "xorg.log")], folder, env)
    inner = folder / f"xrdp_display_{display[1:]}"
    (folder / "xrdp.ini").write_text(config_of(folder, port, inner), "utf-8")
    return display, _started(stack, ["xrdp", "--nodaemon", "-c", str(folder / "xrdp.ini")], folder, env)


def _x_server(
    stack: ExitStack, command: list[str], folder: Path, env: Mapping[str, str] | None = None
) -> tuple[str, Program]:
    """An X server that picks its own number, with a window manager."""
    reading, writing = os.pipe()
    try:
        numbered = [*command, "-displayfd", str(writing)]
        log = folder / "x.log"
        server = stack.enter_context(
            Program(numbered, output=log, env=env, cwd=folder, dies_with_us=True, pass_fds=(writing,))
        )
    finally:
        os.close(writing)
    with os.fdopen(reading) as number:
        ready = select.select([number], [], [], _READY_SECONDS)[0]
        display = f":{number.readline().strip()}" if ready else ":"
    if display == ":":
        raise EnvironmentFault(f"{command[0]} did not start:\n{server.tail()}")
    _started(stack, ["openbox", "--sm-disable"], folder, {**os.environ, "DISPLAY": display})
    with Root(display) as root:
        root.await_window_manager(_READY_SECONDS)
    return display, server


def _started(
    stack: ExitStack, command: list[str], folder: Path, env: Mapping[str, str] | None = None
) -> Program:
    log = folder / f"{Path(command[0]).name}.log"
    return stack.enter_context(Program(command, output=log, env=env, cwd=folder, dies_with_us=True))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_port(port: int, server: Program) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        server.check()
        if time.monotonic() > deadline:
            raise EnvironmentFault(f"{server.command[0]} does not come up:\n{server.tail()}")
        time.sleep(_PAUSE_SECONDS)
