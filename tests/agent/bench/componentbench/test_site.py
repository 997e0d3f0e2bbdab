"""A site that is served by its own command."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING
from urllib.request import urlopen

import psutil
import pytest

from agent.bench.componentbench.site import Site
from tests.agent.bench.componentbench.checkouts import SAVE, made_npm
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_served_on_this_machine_alone_until_it_is_closed(checkout: Path, npm: Path) -> None:
    assert shutil.which("npm") == str(npm / "npm")
    site = Site(checkout)
    address = site.address()
    assert address.startswith("http://127.0.0.1:")
    assert b"Save" in urlopen(f"{address}/task/{SAVE}").read()
    assert site.address() == address
    assert site._program
    served = psutil.Process(site._program.pid)
    heard = [one.laddr.ip for one in served.net_connections() if one.status == "LISTEN"]
    assert heard == ["127.0.0.1"]
    site.close()
    assert not served.is_running()


def test_a_server_that_was_killed_is_started_again(checkout: Path, npm: Path) -> None:
    del npm
    site = Site(checkout)
    site.address()
    assert site._program
    site._program.end()
    assert urlopen(site.address()).status == 200
    site.close()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("echo no such script; exit 7", r"exit status 7.*\n.*no such script"),
        ("exec sleep 60", "serves nothing"),
    ],
)
def test_one_that_serves_nothing_says_so_with_its_output(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    monkeypatch.setattr("agent.bench.componentbench.site._SECONDS", 1.0)
    monkeypatch.setenv("PATH", f"{made_npm(tmp_path / 'bin', command)}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(EnvironmentFault, match=said):
        Site(checkout).address()


def test_a_machine_without_npm_is_told_what_to_install(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentFault, match="apt-get install npm"):
        Site(checkout).address()
