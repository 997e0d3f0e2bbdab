"""Nodes that are lost: their orders go to others, but one that takes node after node with it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ray.exceptions import RayError

from agent.bench.benchmark import Item
from agent.commands.cluster.nodes import Nodes
from agent.commands.cluster.parcel import Damaged
from agent.commands.crew import HandLost
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path

ORDER = (Item("a", 3), 1)


class Idle:
    """A node of which nothing is asked."""

    def __init__(self, name: str) -> None:
        self.name, self.lost = name, False

    def lose(self) -> None:
        self.lost = True


class Stop:
    value = 0


def crew(tmp_path: Path, *nodes: Idle, told: list[str] | None = None, jobs: int = 1) -> Nodes:
    return Nodes(nodes, jobs, tmp_path, Stop(), (told if told is not None else []).append)  # type: ignore[arg-type]


def test_attempts_go_to_all_nodes_in_turn(tmp_path: Path) -> None:
    nodes = crew(tmp_path, Idle("one"), Idle("two"), jobs=2)
    places = [nodes.idle() for _ in range(5)]
    assert [place and place.node.name for place in places] == ["one", "two", "one", "two", None]


def test_a_node_that_is_lost_is_told_once_and_given_nothing_any_more(tmp_path: Path) -> None:
    told: list[str] = []
    one, two = Idle("one"), Idle("two")
    nodes = crew(tmp_path, one, two, told=told, jobs=2)
    first, _, again, _ = (nodes.idle() for _ in range(4))
    assert first
    assert again
    for place in (first, again):
        with pytest.raises(HandLost):
            nodes.lost(place, (Item(f"item of {id(place)}"), 0), RayError("gone"))
        nodes.dismiss(place)
    assert told == ["--ray: one is lost; what it was doing is done again on another node"]
    assert nodes.idle() is None
    two.lose()
    with pytest.raises(EnvironmentFault, match="all nodes of the cluster are lost; the same command goes on"):
        nodes.idle()


def test_an_order_that_was_lost_with_three_nodes_is_the_environments_and_not_the_models(
    tmp_path: Path,
) -> None:
    nodes = crew(tmp_path, *map(Idle, "abc"))
    for _ in range(2):
        place = nodes.idle()
        assert place
        with pytest.raises(HandLost):
            nodes.lost(place, ORDER, RayError("the node died\nand so on"))
    last = nodes.idle()
    assert last
    [attempt] = nodes.lost(last, ORDER, RayError("the node died\nand so on"))
    assert (attempt.item, attempt.seed, attempt.repeat, attempt.outcome) == ("a", 3, 1, "environment")
    assert attempt.details == {"error": "it was lost 3 times with the node that attempted it: the node died"}


def test_a_node_whose_parcel_was_damaged_stays(tmp_path: Path) -> None:
    node = Idle("one")
    nodes = crew(tmp_path, node)
    place = nodes.idle()
    assert place
    with pytest.raises(HandLost):
        nodes.lost(place, ORDER, Damaged("it is not what was sent"))
    assert not node.lost
