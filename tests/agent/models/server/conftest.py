"""Runs of the real loop against a server."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from agent.episode import Watchers
from agent.loop import Episode
from agent.models.server import model as model_module
from agent.models.server.endpoint import Endpoint
from agent.models.server.model import ServerModel
from agent.models.server.request import Settings
from agent.profiles.profile import Server
from tests.agent.fakes import FakeDesktop, Notebook, make_task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from agent.episode import Ending, Step, Watcher
    from agent.usage import Usage

    Connect = Callable[..., ServerModel]


HANGS = 180.0
"""Seconds that only a hang takes, however busy the machine."""


@pytest.fixture(autouse=True)
def _time_to_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ten seconds that the product gives a server before a run may pass on a busy machine."""
    monkeypatch.setattr(model_module, "_TO_BEGIN", HANGS)


@dataclass
class Told:
    """What came of a run."""

    ending: Ending
    steps: list[Step]
    seconds: float

    @property
    def usage(self) -> Usage:
        total = self.ending.usage
        for step in self.steps:
            total += step.completion.usage
        return total


def run(model: ServerModel, *watchers: Watcher, **task: Any) -> Told:
    """An episode on a fake desktop, as it was and how long it took."""
    notes, began = Notebook(), time.monotonic()
    episode = Episode(
        make_task(**task),
        FakeDesktop(),
        model,
        judge=lambda seen: (),
        watcher=Watchers([notes, *watchers]),
        approve=lambda action, seen: True,
    )
    ending = episode.run()
    return Told(ending, notes.steps, time.monotonic() - began)


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Makes models; their connections are closed in the end."""
    made = []

    def connect(url: str, name: str = "tiny", *, deadline: float = HANGS, **settings: Any) -> ServerModel:
        server = Server(deadline=deadline, timeout=settings.pop("timeout", deadline))
        changed = settings.pop("server", {})
        made.append(
            ServerModel(
                Endpoint.of(url, name), Settings(server=server.model_copy(update=changed), **settings)
            )
        )
        return made[-1]

    yield connect
    for model in made:
        model.close()
