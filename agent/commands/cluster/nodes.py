"""Nodes of a Ray cluster as hands: each carries out so many orders at a time, until it is lost."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import ray
from ray.exceptions import RayError
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from agent.bench.trying import TRIES, undecided
from agent.commands.cluster.parcel import Damaged, Parcel, unpacked
from agent.commands.cluster.station import Station
from agent.commands.crew import HandLost
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from agent.bench.results.attempt import Attempt
    from agent.bench.run import Order
    from agent.commands.crew import Stop


class Node:
    """A node with its station.

    Args:
        about: the node, as Ray tells of it.
        jobs: how many attempts it makes at a time.
    """

    def __init__(self, about: dict[str, Any], jobs: int) -> None:
        self.id: str = about["NodeID"]
        self.name = f"{about['NodeManagerHostname']} ({about['NodeManagerAddress']}, {self.id[:6]})"
        self.lost = False
        self.station: Any = (
            ray.remote(Station)
            .options(
                num_cpus=min(jobs, about["Resources"]["CPU"]),
                max_concurrency=jobs + 2,
                scheduling_strategy=NodeAffinitySchedulingStrategy(self.id, soft=False),
            )
            .remote(jobs)
        )

    def lose(self) -> None:
        """Nothing is handed to it any more; if it lives after all, it does not go on."""
        self.lost = True
        with suppress(RayError):
            ray.kill(self.station)


def nodes_of_cluster() -> list[dict[str, Any]]:
    """All that live, as Ray tells of them."""
    found: list[dict[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call]
    return [one for one in found if one["Alive"]]


def stations(jobs: int) -> list[Node]:
    """Nodes with a station each; a head without CPUs is for the cluster alone."""
    return [Node(one, jobs) for one in nodes_of_cluster() if one["Resources"].get("CPU", 0) > 0]


class Place:
    """One of the attempts that a node makes at a time."""

    def __init__(self, node: Node, crew: Nodes) -> None:
        self.node, self._crew = node, crew

    def begin(self, order: Order) -> None:
        """Have its node carry it out."""
        self._order = order
        self.ref: ray.ObjectRef[Any] = self.node.station.carry_out.remote(order)

    def result(self) -> list[Attempt] | str | None:
        """What came of it, its recordings on disk.

        Raises:
            HandLost: the node is lost, or what it has sent.
            Exception: whatever the attempt raised.
        """
        try:
            answer: Parcel | str | Exception | None = ray.get(self.ref)
        except RayError as fault:
            return self._crew.lost(self, self._order, fault)
        if isinstance(answer, Exception):
            raise answer
        if not isinstance(answer, Parcel):
            return answer
        try:
            return unpacked(answer, *self._order, self._crew.out)
        except Damaged as fault:
            return self._crew.lost(self, self._order, fault)

    def give_up(self) -> None:
        """End the node's station: it does not end by itself."""
        self.node.lose()


class Nodes:
    """All nodes.

    Args:
        nodes: their stations are ready.
        jobs: how many attempts each makes at a time.
        out: the results folder.
        stop: ends what is under way.
        tell: is told what becomes of nodes, and with "" that all goes on.
    """

    def __init__(
        self, nodes: Sequence[Node], jobs: int, out: Path, stop: Stop, tell: Callable[[str], None]
    ) -> None:
        self._nodes, self.out, self._stop, self._tell = nodes, out, stop, tell
        self._idle = [Place(node, self) for _ in range(jobs) for node in nodes]
        self._losses: Counter[tuple[str, int, int]] = Counter()
        self._stopped = False

    def idle(self) -> Place | None:
        """A place that is free: those of all nodes in turn.

        Raises:
            EnvironmentFault: all nodes are lost.
        """
        if all(node.lost for node in self._nodes):
            raise EnvironmentFault("--ray: all nodes of the cluster are lost; the same command goes on")
        self._idle = [place for place in self._idle if not place.node.lost]
        return self._idle.pop(0) if self._idle else None

    def ready(self, busy: Sequence[Place], seconds: float) -> Sequence[Place]:
        """Those whose attempts have ended."""
        self._tell("")
        if self._stop.value and not self._stopped:
            self._stopped = True
            for node in self._nodes:
                node.station.stop.remote(self._stop.value)
        refs = [place.ref for place in busy]
        found, _ = ray.wait(refs, num_returns=1, timeout=seconds)
        if found:
            found, _ = ray.wait(refs, num_returns=len(refs), timeout=0)
        return [place for place in busy if place.ref in found]

    def dismiss(self, hand: Place) -> None:
        """It is free again."""
        self._idle.append(hand)

    def lost(self, place: Place, order: Order, fault: Exception) -> list[Attempt]:
        """What comes of an order whose node, or whose result, is lost.

        Raises:
            HandLost: another node is to carry it out.
        """
        if isinstance(fault, RayError) and not place.node.lost:
            place.node.lose()
            self._tell(f"--ray: {place.node.name} is lost; what it was doing is done again on another node")
        item, repeat = order
        key = (item.name, item.seed, repeat)
        self._losses[key] += 1
        if self._losses[key] < TRIES:
            raise HandLost
        said = f"it was lost {TRIES} times with the node that attempted it: {first_line(fault)}"
        return [undecided(item, repeat, "environment", said)]


def first_line(fault: Exception) -> str:
    """What an error of Ray's begins with: they have pages."""
    return next(iter(str(fault).splitlines()), type(fault).__name__)
