"""Ray clusters of this machine for tests, by Ray's own cluster utility, in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = "DESKHAND_TEST_CLUSTER"
_PROGRAM = """
import sys
from contextlib import suppress
import psutil
from ray.cluster_utils import Cluster
small = {"object_store_memory": 80 << 20, "include_dashboard": False}
cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, **small})
nodes = []
print(cluster.address, flush=True)
for line in sys.stdin:
    if line == "add\\n":
        nodes.append(cluster.add_node(num_cpus=1, **small))
    else:
        node = nodes.pop(0)
        [raylet] = node.all_processes["raylet"]
        its = psutil.Process(raylet.process.pid).children()
        cluster.remove_node(node, allow_graceful=False)
        for one in its:
            with suppress(psutil.NoSuchProcess):
                one.kill()
    print(len(nodes), flush=True)
cluster.shutdown()
"""


class NodesHere:
    """A cluster whose head carries out nothing; nodes come and are killed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.address = self._line()
        self._nodes = 0

    def have(self, nodes: int) -> None:
        """Add nodes, each for one attempt at a time, until there are so many."""
        while self._nodes < nodes:
            self._ask("add")

    def kill(self) -> None:
        """Kill all processes of Ray on the node that came first."""
        self._ask("kill")

    def of_stations(self) -> dict[psutil.Process, str]:
        """All processes that stations have started, by name: their own, displays, programs."""
        servers = [process for process in psutil.process_iter() if _is_fork_server(process)]
        started = [*servers, *(child for server in servers for child in server.children(recursive=True))]
        return {process: process.name() for process in started}

    def _ask(self, order: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{order}\n")
        self._process.stdin.flush()
        self._nodes = int(self._line())

    def _line(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline().strip()
        assert line, "the cluster's process has ended"
        return line


def _is_fork_server(process: psutil.Process) -> bool:
    try:
        of_cluster = process.environ().get(_MARK) == str(os.getpid())
        return of_cluster and "forkserver" in " ".join(process.cmdline())
    except (psutil.Error, OSError):
        return False


@contextmanager
def nodes_here() -> Iterator[NodesHere]:
    """A cluster without nodes."""
    environment = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", _MARK: str(os.getpid())}
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as process:
        try:
            yield NodesHere(process)
        finally:
            assert process.stdin
            process.stdin.close()
            process.wait()
