"""Looking again: until an expectation holds and has held still, or its time is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.expect.expectation import Absent, Readable, Shows, Visible, Wanted
from agent.expect.watching import GLANCE, STILL, Watch, limit_of, short, still
from agent.task import TaskStep
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.locate.locator import Locator
from tools.locate.look import Look

if TYPE_CHECKING:
    from tools.see.scene import Scene

TOTAL = Locator("Total")


def showing(text: str) -> Scene:
    return painted(line("Total", 20, 44), widget("field", 100, 40, 200), line(text, 110, 44))


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def watched(wanted: Wanted, limit: float, *moments: tuple[float, Scene]) -> tuple[list[float], Watch]:
    """What is left after each look, so many seconds after the first."""
    clock = Clock()
    watch, left = Watch(wanted, limit, clock), []
    for seconds, scene in moments:
        clock.now = 100 + seconds
        left.append(round(watch.look(Look(scene.frame, FakeParser(scene))), 3))
    return left, watch


def test_a_text_that_came_is_believed_at_once() -> None:
    left, watch = watched(Visible(TOTAL), 10, (0, showing("1")))
    assert (left, watch.sight.holds) == ([0], True)


def test_a_value_that_only_passed_by_is_not_believed() -> None:
    left, watch = watched(
        Shows(TOTAL, "42"), 1, (0, showing("42")), (0.3, showing("43")), (1.1, showing("43"))
    )
    assert left[:2] == [STILL, 0.7]
    assert left[2] < 0
    assert watch.sight.holds is False


def test_a_value_that_stays_is() -> None:
    left, watch = watched(
        Shows(TOTAL, "42"), 1, (0, showing("41")), (0.9, showing("42")), (1.4, showing("42"))
    )
    assert left == [1, STILL, 0]
    assert watch.sight.holds is True


def test_what_is_gone_must_stay_away() -> None:
    nothing = painted(line("Ready", 20, 44))
    left, watch = watched(Absent(TOTAL), 5, (0, nothing), (0.5, showing("1")), (1, nothing), (2, nothing))
    assert left == [GLANCE, 4.5, GLANCE, 0]
    assert watch.sight.holds is True


def test_a_value_that_is_read_must_stay_the_same() -> None:
    left, watch = watched(Readable(TOTAL), 10, (0, showing("11")), (0.4, showing("12")), (0.9, showing("12")))
    assert left == [STILL, STILL, 0]
    assert watch.sight.value == "12"


def test_where_another_has_waited_the_first_look_decides() -> None:
    scene = showing("1")
    watch = Watch(Absent(TOTAL), 10, lambda: 0.0, at_once=True)
    assert watch.look(Look(scene.frame, FakeParser(scene))) == 0


@pytest.mark.parametrize(
    ("wanted", "usual", "holds_for"),
    [(Visible(TOTAL), 10, 0), (Shows(TOTAL, "1"), 10, STILL), (Absent(TOTAL), GLANCE, GLANCE)],
)
def test_how_long_is_usual(wanted: Wanted, usual: float, holds_for: float) -> None:
    assert limit_of(wanted, 10, None) == usual
    assert limit_of(wanted, 10, 3) == 3
    assert still(wanted) == holds_for


def test_what_it_came_to_is_told_with_its_place() -> None:
    _, watch = watched(Shows(TOTAL, "42"), 0, (0.25, showing("41\x1b[31m")))
    judged = watch.judged("expect", 3, TaskStep(text='Expect "Total" shows "42"', line=9), {})
    assert (judged.step, judged.line, judged.passed, judged.ends) == (3, 9, False, True)
    assert judged.expected == '"Total" shows "42"'
    assert judged.actual == r'it shows "41\u001b[31m"'
    assert judged.seconds == 0.25


def test_what_is_unsure_is_told_as_that() -> None:
    scene = painted(line("Customer saves", 20, 44))
    watch = Watch(Absent(Locator("Customer saved")), 0, lambda: 0.0)
    watch.look(Look(scene.frame, FakeParser(scene)))
    judged = watch.judged("expect", 1, TaskStep(text='Expect no "Customer saved"', line=1), {})
    assert (judged.passed, judged.actual) == (False, 'unsure: "Customer saves" may be it')


def test_a_long_text_is_cut() -> None:
    assert len(short("x" * 1000)) == 300
