"""A run where there is no way out: a network namespace that has its loopback alone, and counts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.agent.workshop import ROOT, environment

if TYPE_CHECKING:
    from pathlib import Path

ALONE = """
import fcntl, json, socket, struct, subprocess, sys
with socket.socket() as any_socket:  # SIOCSIFFLAGS: IFF_UP | IFF_RUNNING, netdevice(7)
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14x", b"lo", 0x41))
done = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL)
counts = {}
with open("/proc/net/snmp") as counters:
    for names, values in zip(*[counters] * 2):
        kind, *names = names.split()
        counts.update(zip([kind + name for name in names], map(int, values.split()[1:])))
with open("/proc/net/snmp6") as counters:
    counts.update((name, int(value)) for name, value in map(str.split, counters))
with open(sys.argv[1], "w") as told:
    json.dump(counts, told)
sys.exit(done.returncode)
"""
"""Does a command with the loopback up, then tells the counters (proc_net(5), RFC 2011 to 2013)."""
WANTED = ("Ip:OutNoRoutes", "Ip6OutNoRoutes", "Udp:OutDatagrams", "Udp6OutDatagrams", "Tcp:ActiveOpens")
"""What a packet, a look-up or a connection that was tried leaves in them."""
NAMESPACE = ["unshare", "--map-root-user", "--net"]


def wanted_by(command: list[str], folder: Path) -> dict[str, int]:
    """What a command that ends well tried to send; nothing is counted of the loopback's own set-up."""
    told = folder / "counters.json"
    alone = [*NAMESPACE, sys.executable, "-c", ALONE, str(told), *command]
    done = subprocess.run(
        alone, cwd=folder, env=environment(), stderr=subprocess.PIPE, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    counts = json.loads(told.read_text())
    return {name: counts[name] for name in WANTED if counts.get(name)}


@pytest.fixture(autouse=True)
def _namespaces() -> None:
    if not shutil.which("unshare") or subprocess.run([*NAMESPACE, "true"], check=False).returncode:
        pytest.skip("no network namespaces here")


ASKS = "import socket\ntry: socket.getaddrinfo('example.org', 443)\nexcept OSError: pass\n"
SENDS = "import socket\ntry: socket.create_connection(('192.0.2.1', 443))\nexcept OSError: pass\n"


@pytest.mark.parametrize("code", [ASKS, SENDS], ids=["a look-up", "a connection"])
def test_what_wants_out_is_counted(code: str, tmp_path: Path) -> None:
    assert wanted_by([sys.executable, "-c", code], tmp_path)


@pytest.mark.long
def test_the_main_job_wants_nothing_of_the_network(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "agent", "run", str(ROOT / "tasks" / "fill_form.yaml")]
    assert wanted_by(command, tmp_path) == {}


@pytest.mark.long
def test_the_recordings_of_the_tree_replay_without_a_network(tmp_path: Path) -> None:
    recordings = sorted(map(str, (ROOT / "recordings").iterdir()))
    assert wanted_by([sys.executable, "-m", "agent", "replay", *recordings], tmp_path) == {}
