"""Attempts on real nodes of Ray: none is lost with its node, none is done twice, nothing is left behind."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import psutil
import pytest

from agent.bench.results.reading import read_results
from agent.bench.run import in_turn, run_benchmark
from agent.bench.sets import Asked, load_set
from agent.commands.cluster import carrying
from agent.commands.cluster.carrying import over_ray
from agent.errors import BadInput
from tests.agent.bench.grounding.folders import screenspot
from tests.agent.commands.cluster.nodes_here import nodes_here
from tests.tools.xserver import wait_until
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from agent.bench.results.attempt import Attempt
    from agent.bench.run import Carries
    from agent.bench.summary import Summary
    from tests.agent.commands.cluster.nodes_here import NodesHere

PAGES = Asked("miniwob", "oracle", seeds=3)
TASKS = ("click-test", "focus-text")


@pytest.fixture(scope="module")
def cluster() -> Iterator[NodesHere]:
    with nodes_here() as found:
        yield found


def run(
    asked: Asked,
    out: Path,
    carries: Carries,
    then: Callable[[int], None] = lambda _done: None,
    repeat: int = 1,
) -> Summary:
    """A run of a few items; `then` is told how many attempts are done."""
    benchmark = load_set(asked)
    items = [item for item in benchmark.items() if asked.data or item.name in TASKS]

    def told(_attempt: Attempt, done: int, _expected: int) -> None:
        then(done)

    return run_benchmark(benchmark, items, repeat, out, told, carries)


def test_an_interrupt_ends_it_with_130_and_nothing_is_left_running(
    cluster: NodesHere, tmp_path: Path
) -> None:
    cluster.have(1)
    command = [sys.executable, "-m", "agent", "bench", "miniwob", "--model", "oracle", "--json"]
    lines = tmp_path / "out" / "results.jsonl"
    with subprocess.Popen(
        [*command, "-k", "environment", "--ray", cluster.address, "--out", str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as started:
        try:
            wait_until(
                lambda: started.poll() is not None or (lines.exists() and b"\n" in lines.read_bytes()),
                lambda: "an attempt",
            )
            working = cluster.of_stations()
        finally:
            started.send_signal(signal.SIGINT)
        said, progress = started.communicate()
    assert (started.returncode, json.loads(said)) == (130, {"exit": 130, "error": "stopped by Ctrl-C"})
    assert [line for line in progress.splitlines() if "/625 " not in line] == [
        "cluster: nodes: 1, attempts at a time on each: 1; they make ready ...",
        "agent: stopped by Ctrl-C",
    ]
    assert any("Xvfb" in name for name in working.values())
    assert any("chrom" in name for name in working.values())
    wait_until(lambda: not any(map(psutil.Process.is_running, working)), lambda: str(working))
    assert all(one.decided for one in read_results(tmp_path / "out").attempts)


def test_a_node_that_is_not_like_this_machine_is_refused_by_what_differs(
    cluster: NodesHere, tmp_path: Path
) -> None:
    cluster.have(1)
    there = replace(PAGES, model="null", seeds=1)
    with pytest.raises(BadInput, match=r"(?s)not like this machine:\n  \S+ \([0-9.]+, \w+\): ") as refused:
        run(PAGES, tmp_path, over_ray(cluster.address, 1, there))
    assert "model: oracle here, null there" in str(refused.value)
    assert "options.seeds: 3 here, 1 there" in str(refused.value)
    assert "install the same deskhand and the same data on every node" in str(refused.value)
    assert read_results(tmp_path).attempts == ()


def test_what_a_killed_node_was_doing_is_done_elsewhere_and_nothing_twice(
    cluster: NodesHere, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cluster.have(2)
    carries = over_ray(cluster.address, 1, PAGES)
    found = run(PAGES, tmp_path, carries, lambda done: cluster.kill() if done == 1 else None)
    assert (found.complete, found.decided, found.prevented) == (True, 6, 0)
    said = capsys.readouterr().err
    assert said.count("is lost; what it was doing is done again on another node") == 1
    results = read_results(tmp_path)
    assert {one.key for one in results.attempts} == {(task, seed, 0) for task in TASKS for seed in (0, 1, 2)}
    assert [one.details["raw_reward"] for one in results.attempts] == [1] * 6
    assert {one.recording for one in results.attempts} == {
        folder.relative_to(tmp_path).as_posix() for folder in (tmp_path / "recordings").iterdir()
    }
    pages = load_set(PAGES)
    assert [pages.again(one, tmp_path) for one in results.attempts] == list(results.attempts)


def test_with_all_nodes_lost_the_run_ends_and_can_be_gone_on_with_without_any(
    cluster: NodesHere, tmp_path: Path
) -> None:
    cluster.have(1)
    asked = Asked("screenspot", "reader", screenspot(tmp_path / "data"))
    out = tmp_path / "out"

    carries = over_ray(cluster.address, 1, asked)
    with pytest.raises(EnvironmentFault, match="all nodes of the cluster are lost; the same command goes on"):
        run(asked, out, carries, lambda done: cluster.kill() if done == 1 else None, repeat=5)
    before = read_results(out).attempts
    assert 1 <= len(before) < 30
    assert run(asked, out, in_turn, repeat=5).complete
    after = read_results(out).attempts
    assert (len(after), after[: len(before)]) == (30, before)


def test_an_address_where_nobody_listens_is_told_at_once() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(
            EnvironmentFault, match=f"--ray {re.escape(address)}: no Ray cluster answers there"
        ):
            over_ray(address, 1, PAGES)
    with pytest.raises(EnvironmentFault, match=r"--ray 127\.0\.0\.1:99999: no Ray cluster answers there"):
        over_ray("127.0.0.1:99999", 1, PAGES)


def test_an_address_where_something_else_listens_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "SILENT_SECONDS", 2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(
            EnvironmentFault, match=f"--ray {re.escape(address)}: the cluster does not answer"
        ):
            run(PAGES, tmp_path, over_ray(address, 1, PAGES))
