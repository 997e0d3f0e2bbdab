"""Acting with hand-written hands: a text is broken off by a person, by the time, by a forbidden window."""

from __future__ import annotations

from math import inf
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from tools.action import Type
from tools.errors import BrokenOff, Interrupted, Refused
from tools.host.acting import Acting
from tools.settling.settle import Settle

if TYPE_CHECKING:
    from tools.action import Action


class Hands:
    """Type key by key, until they are told to stop."""

    def __init__(self, taken_after: float = inf) -> None:
        self.typed, self._taken_after = 0, taken_after

    def perform(self, action: Action, monitor: object, go_on: Any) -> None:
        assert isinstance(action, Type)
        for _ in action.text:
            go_on(self.typed, len(action.text))
            self.typed += 1

    def taken_over(self) -> bool:
        return self.typed >= self._taken_after


class Permission:
    """Refuses keys from so many questions on."""

    def __init__(self, after: float = inf) -> None:
        self._asked, self._after = 0, after

    def check_keys(self, monitor: object) -> None:
        self._asked += 1
        if self._asked > self._after:
            raise Refused("the keyboard belongs to a forbidden window")


def acting(hands: Hands, permission: Permission, until: float = inf) -> Acting:
    screen: Any = SimpleNamespace(settle=Settle(), monitor=None, acted=lambda: None)
    given: Any = hands
    allowed: Any = permission
    redactions: Any = None
    return Acting(screen, given, allowed, redactions, lambda: until)


def test_a_text_is_typed_to_its_end() -> None:
    hands = Hands()
    acting(hands, Permission()).perform(Type(text="Ada"))
    assert hands.typed == 3


@pytest.mark.parametrize(
    ("hands", "permission", "until", "fault", "said"),
    [
        (Hands(taken_after=2), Permission(), inf, Interrupted, "someone else after 2 of 5 characters"),
        (Hands(), Permission(), 0.0, BrokenOff, "the time of the run was over after 0 of 5 characters"),
        (Hands(), Permission(after=1), inf, BrokenOff, r"forbidden window \(after 1 of 5 characters"),
    ],
)
def test_it_is_broken_off_and_says_how_much_was_typed(
    hands: Hands, permission: Permission, until: float, fault: type[Exception], said: str
) -> None:
    with pytest.raises(fault, match=said):
        acting(hands, permission, until).perform(Type(text="Ada L"))


def test_a_person_is_asked_for_at_any_time() -> None:
    with pytest.raises(Interrupted, match="moved by someone else; nothing more is done"):
        acting(Hands(taken_after=0), Permission()).refuse_person()
