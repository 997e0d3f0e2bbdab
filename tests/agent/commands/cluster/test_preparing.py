"""What nodes answer before the first attempt: one that is not like this machine is refused by name."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from ray.exceptions import RayError

from agent.commands.cluster.preparing import _check_alike, _check_started
from agent.errors import BadInput, ModelFault
from tests.agent.bench.sets import configured
from tools.errors import EnvironmentFault


def node(name: str) -> Any:
    return SimpleNamespace(name=name)


def test_nodes_that_are_all_alike_are_taken() -> None:
    _check_started([(node("one"), None)])
    _check_alike([(node("one"), configured()), (node("two"), configured())], configured())


def test_a_node_without_deskhand_is_named() -> None:
    died = RayError("  File ...\nModuleNotFoundError: No module named 'agent.commands.cluster'\n")
    with pytest.raises(
        BadInput, match=r"missing on nodes:\n  two: ModuleNotFoundError: No module"
    ) as refused:
        _check_started([(node("one"), None), (node("two"), died)])
    assert refused.value.advice == "install the same deskhand and the same data on every node"


def test_a_node_that_does_not_start_is_named() -> None:
    with pytest.raises(EnvironmentFault, match=r"nodes that do not start:\n  two: no answer"):
        _check_started([(node("one"), None), (node("two"), EnvironmentFault("no answer"))])


def test_all_that_differs_is_told_node_by_node_and_before_what_may_pass_by_itself() -> None:
    answers = [
        (node("one"), ModelFault("the server is away")),
        (node("two"), configured(model="other")),
        (node("three"), "--data /data: is not there"),
    ]
    with pytest.raises(BadInput) as refused:
        _check_alike(answers, configured())
    assert refused.value.message.splitlines() == [
        "--ray: nodes that are not like this machine:",
        "  two: model: m here, other there",
        "  three: --data /data: is not there",
    ]


def test_a_model_that_a_node_cant_reach_is_the_models_fault() -> None:
    with pytest.raises(ModelFault, match="--ray: one: the server is away"):
        _check_alike([(node("one"), ModelFault("the server is away"))], configured())
    with pytest.raises(EnvironmentFault, match="--ray: one: the node died"):
        _check_alike([(node("one"), RayError("the node died"))], configured())
