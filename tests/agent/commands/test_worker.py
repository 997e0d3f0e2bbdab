"""What a worker sends to the command that started it."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, NoReturn

import pytest

from agent.commands.worker import work
from agent.errors import BadInput
from agent.interrupts import end_on_signals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class Odd(Exception):
    """One that can't be sent."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def refuses(*_: object) -> NoReturn:
    raise BadInput("no such task", "look again")


def fails(*_: object) -> NoReturn:
    raise Odd(1, 2)


class Orders:
    """One order, then nobody is there any more."""

    def __init__(self, run: object) -> None:
        self.left, self.answers = [run], list[object]()

    def recv(self) -> tuple[object, None, None]:
        if not self.left:
            raise EOFError
        return self.left.pop(), None, None

    def send(self, answer: object) -> None:
        self.answers.append(pickle.loads(pickle.dumps(answer)))


class Stop:
    value = 0


@pytest.fixture(autouse=True)
def _signals(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delattr("os.setsid")
    put_back = end_on_signals()
    yield
    put_back()


@pytest.mark.parametrize(
    ("run", "kind", "said"),
    [
        pytest.param(refuses, "BadInput", "no such task\nlook again", id="an error of ours"),
        pytest.param(fails, "EnvironmentFault", "unexpected Odd: 1 and 2", id="one that can't be sent"),
        pytest.param(lambda *_: 5, "int", "5", id="a result"),
    ],
)
def test_what_came_of_a_run_is_sent(run: Any, kind: str, said: str) -> None:
    orders = Orders(run)
    work(orders, Stop())  # type: ignore[arg-type]
    [answer] = orders.answers
    assert (type(answer).__name__, str(answer)) == (kind, said)
