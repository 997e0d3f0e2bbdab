"""The process between the command and the cluster: whatever becomes of it is told."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from agent.bench.benchmark import Item
from agent.bench.sets import Asked
from agent.commands.cluster import carrying
from agent.commands.cluster.driver import Came, Ended, Errand, Told, _connected, _Stop
from agent.errors import BadInput
from tests.agent.bench.sets import configured, made
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from agent.commands.cluster.driver import Message

    Messages = Connection[Message, None]


def errand(tmp_path: Path, orders: int = 1) -> Errand:
    told = [(Item(str(number)), 0) for number in range(orders)]
    return Errand("host:1", 1, Asked("told", "m"), told, tmp_path, configured(), tmp_path / "log")


def dies(messages: Messages, stop: object, errand: Errand) -> None:
    messages.send(Came([made("a")]))
    errand.log.write_text("starting\nFailed to reach the head within 60 s\n")
    os._exit(1)


def refuses(messages: Messages, stop: object, errand: Errand) -> None:
    messages.send(Told("nodes: 1"))
    messages.send(Came("no picture"))


def is_interrupted(messages: Messages, stop: _Stop, errand: Errand) -> None:
    """A signal comes to the command after the first attempt."""
    messages.send(Came([made("a")]))
    os.kill(os.getppid(), signal.SIGTERM)
    while not stop.value:
        messages.send(Told(""))
    messages.send(Came([made("b")]))
    messages.send(Ended())


def test_when_it_dies_what_it_printed_last_is_told_and_what_came_before_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "drive", dies)
    found = carrying._driven(errand(tmp_path))
    assert next(found) == [made("a")]
    with pytest.raises(
        EnvironmentFault, match=r"host:1: the cluster is lost \(Failed to reach the head within"
    ):
        next(found)


def test_data_at_fault_end_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(carrying, "drive", refuses)
    with pytest.raises(BadInput, match="no picture"):
        list(carrying._driven(errand(tmp_path)))
    assert capsys.readouterr().err == "nodes: 1\n"


def test_after_a_signal_what_was_under_way_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "drive", is_interrupted)
    found = carrying._driven(errand(tmp_path, orders=5))
    assert [next(found), next(found)] == [[made("a")], [made("b")]]
    with pytest.raises(KeyboardInterrupt, match="stopped by SIGTERM"):
        next(found)


def test_what_ray_says_of_an_address_is_told() -> None:
    with (
        pytest.raises(EnvironmentFault, match=r"--ray here: can't be connected with: .*here"),
        _connected("here"),
    ):
        pass


def test_that_the_command_is_no_more_ends_the_work_as_a_signal_does() -> None:
    class Gone:
        def is_alive(self) -> bool:
            return False

    class Shared:
        value = 0

    stop = _Stop(Shared())  # type: ignore[arg-type]
    assert stop.value == 0
    stop._command = Gone()  # type: ignore[assignment]
    assert stop.value == signal.SIGTERM
