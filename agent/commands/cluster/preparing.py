"""Preparing of nodes: each has a station whose deskhand, data and model are those of the command."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import ray
from ray.exceptions import RayError

from agent.bench.results.config import Config
from agent.commands.cluster.agreement import differing
from agent.commands.cluster.nodes import nodes_of_cluster, stations
from agent.commands.crew import LOOK_SECONDS, PATIENCE
from agent.errors import BadInput, in_words
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from agent.bench.sets import Asked
    from agent.commands.cluster.nodes import Node
    from agent.commands.crew import Stop

    Refs = dict[ray.ObjectRef[Any], Node]

START_SECONDS = 120.0
"""That a node may take to start its station."""
_ALIKE = "install the same deskhand and the same data on every node"


@contextmanager
def prepared(
    jobs: int, asked: Asked, here: Config, stop: Stop, tell: Callable[[str], None]
) -> Iterator[Sequence[Node]]:
    """Nodes that are ready for attempts; none, if there was a signal meanwhile.

    Args:
        jobs: attempts at a time on each.
        asked: the set and its model.
        here: what a run of it hangs on, on this machine.
        stop: ends the preparing.
        tell: is told how far it is, and with "" that it goes on.

    Raises:
        BadInput: a node has another deskhand, other data, or is no node for this; all are named.
        EnvironmentFault: there are no nodes, or one does not start.
        ModelFault: a node can't reach the model.
    """
    nodes = stations(jobs)
    if not nodes:
        raise EnvironmentFault("--ray: no node of the cluster has CPUs; `ray status` tells what there is")
    try:
        waiting = _Waiting(stop, tell)
        tell(f"cluster: nodes: {len(nodes)}, attempts at a time on each: {jobs}; they make ready ...")
        started = waiting.answers({node.station.start.remote(): node for node in nodes}, START_SECONDS)
        _check_started(started)
        answers = waiting.answers({node.station.prepare.remote(asked): node for node, _ in started})
        _check_alike(answers, here)
        if not answers and not stop.value:
            raise EnvironmentFault("--ray: all nodes of the cluster are lost; the same command goes on")
        yield [node for node, _ in answers]
    finally:
        _close(nodes, tell)


class _Waiting:
    def __init__(self, stop: Stop, tell: Callable[[str], None]) -> None:
        self._stop, self._tell = stop, tell

    def answers(self, refs: Refs, seconds: float = float("inf")) -> list[tuple[Node, Any]]:
        """What each node answers, an error for one that does not; up to a signal."""
        found: list[tuple[Node, Any]] = []
        left, until = list(refs), time.monotonic() + seconds
        while left and not self._stop.value:
            self._tell("")
            ready, left = ray.wait(left, num_returns=1, timeout=LOOK_SECONDS)
            found += [(refs[ref], _answer(ref)) for ref in ready]
            if left and time.monotonic() > until:
                said = f"no answer within {seconds:g} s; are its CPUs taken by other work?"
                found += [(refs[ref], EnvironmentFault(said)) for ref in left]
                break
        return self._of_living(found)

    def _of_living(self, answers: list[tuple[Node, Any]]) -> list[tuple[Node, Any]]:
        """Without those of nodes that died meanwhile: the others go on."""
        if not any(isinstance(answer, RayError) for _, answer in answers):
            return answers
        alive = {one["NodeID"] for one in nodes_of_cluster()}
        for node, answer in answers:
            if isinstance(answer, RayError) and node.id not in alive:
                node.lose()
                self._tell(f"--ray: {node.name} is lost")
        return [(node, answer) for node, answer in answers if not node.lost]


def _answer(ref: ray.ObjectRef[Any]) -> Any:
    try:
        return ray.get(ref)
    except RayError as fault:
        return fault


def _check_started(answers: Sequence[tuple[Node, Any]]) -> None:
    wrong = [(node, answer) for node, answer in answers if answer is not None]
    said = "\n".join(f"  {node.name}: {_why(answer)}" for node, answer in wrong)
    if any("ModuleNotFoundError" in str(answer) for _, answer in wrong):
        raise BadInput(f"--ray: deskhand, or this version of it, is missing on nodes:\n{said}", _ALIKE)
    if wrong:
        raise EnvironmentFault(f"--ray: nodes that do not start:\n{said}")


def _check_alike(answers: Sequence[tuple[Node, Any]], here: Config) -> None:
    faults = [(node, answer) for node, answer in answers if isinstance(answer, Exception)]
    differ = [
        line
        for node, answer in answers
        if not isinstance(answer, Exception)
        for line in (
            differing(here, answer, node.name) if isinstance(answer, Config) else [f"  {node.name}: {answer}"]
        )
    ]
    if differ:
        raise BadInput("--ray: nodes that are not like this machine:\n" + "\n".join(differ), _ALIKE)
    if faults:
        node, fault = faults[0]
        kind = EnvironmentFault if isinstance(fault, RayError) else type(fault)
        raise kind(f"--ray: {node.name}: {_why(fault)}")


def _why(fault: Exception) -> str:
    """Of an error of Ray's the last line of what the node said."""
    if isinstance(fault, RayError):
        return next((line for line in reversed(str(fault).splitlines()) if line.strip()), "").strip()
    return in_words(fault)


def _close(nodes: Sequence[Node], tell: Callable[[str], None]) -> None:
    """End all stations, which takes as long as what is under way takes to clean up."""
    left, until = (
        [node.station.close.remote() for node in nodes if not node.lost],
        time.monotonic() + PATIENCE,
    )
    with suppress(RayError):
        while left and time.monotonic() < until:
            tell("")
            _, left = ray.wait(left, num_returns=1, timeout=LOOK_SECONDS)
    for node in nodes:
        node.lose()
