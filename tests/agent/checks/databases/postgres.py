"""A PostgreSQL server of one's own: in a temporary folder, on a free port, with a password."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PASSWORD = "p@ss:w/rd%41 ${x}"
"""With all that means something in a URL."""


@contextmanager
def server() -> Iterator[int]:
    """The port of a server that runs meanwhile, with a database `crm` of the user `crm`."""
    folder = Path(tempfile.mkdtemp(prefix="deskhand-postgres-"))
    try:
        (folder / "password").write_text(PASSWORD)
        if os.geteuid() == 0:  # the server refuses to run as root
            for path in (folder, folder / "password"):
                shutil.chown(path, "postgres")
        data = folder / "data"
        _run("initdb", "-D", data, "-U", "crm", "--auth=scram-sha-256", "--no-sync", "-E", "UTF8",
             f"--pwfile={folder / 'password'}")  # fmt: skip
        port = _free_port()
        settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c timezone=UTC"
        _run("pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", settings, "start")
        try:
            _run("createdb", "-h", "127.0.0.1", "-p", port, "-U", "crm", "crm")
            yield port
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _run(program: str, *arguments: object) -> None:
    [*_, newest] = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    subprocess.run(
        [newest, *map(str, arguments)],
        check=True,
        stdout=subprocess.DEVNULL,  # no pipe: the server would keep it open
        user="postgres" if os.geteuid() == 0 else None,
        env={"PATH": os.environ["PATH"], "PGPASSWORD": PASSWORD, "LC_ALL": "C.UTF-8"},
        cwd="/",
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
