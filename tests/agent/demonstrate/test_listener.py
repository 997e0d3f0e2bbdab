"""Following a person: which screen each act rests on, and how it ends. The desktop is a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.demonstrate.listener import DemoListener
from tests.agent.demonstrate.scripted import (
    BUTTON,
    DIALOG,
    FAR,
    FIELD,
    LIT,
    PLAIN,
    ScriptedDesktop,
    click,
    painted,
)
from tools.action import Click, Key, Type
from tools.errors import DisplayLost
from tools.geometry import Box, Point
from tools.host.person.events import ButtonDown, KeyDown, Moved

if TYPE_CHECKING:
    from agent.demonstrate.listener import HumanAction
    from tools.action import Action
    from tools.host.person.events import Event
    from tools.observation import Frame


def follow(*turns: tuple[Frame, list[Event]]) -> tuple[DemoListener, list[HumanAction]]:
    desktop = ScriptedDesktop(*turns)
    watch = DemoListener(desktop, lambda: desktop.over)  # type: ignore[arg-type]  # it does what is needed of one
    return watch, watch.acts()


def did(acts: list[HumanAction]) -> list[Action]:
    return [act.gesture.action for act in acts]


def test_an_act_rests_on_the_screen_before_it() -> None:
    _, acts = follow((PLAIN, []), (DIALOG, click(0.3, FAR)), (DIALOG, []))
    assert did(acts) == [Click(point=FAR)]
    assert acts[0].before.frame().digest == PLAIN.digest, "the dialog is what it led to"
    assert acts[0].unlit is None


def test_what_lights_up_under_the_pointer_is_told_from_what_was_there() -> None:
    middle = BUTTON.center
    _, acts = follow(
        (PLAIN, [Moved(0.1, FAR)]), (PLAIN, [Moved(0.35, middle)]), (LIT, []), (LIT, click(0.7, middle)),
        (LIT, []),
    )  # fmt: skip
    assert acts[0].before.frame().digest == LIT.digest
    assert acts[0].unlit is not None
    assert acts[0].unlit.frame().digest == PLAIN.digest
    assert acts[0].pointer == middle


def test_a_dialog_that_comes_up_meanwhile_is_not_lit_up_by_the_pointer() -> None:
    middle = BUTTON.center
    _, acts = follow(
        (PLAIN, [Moved(0.1, FAR)]), (PLAIN, [Moved(0.35, middle)]), (DIALOG, []),
        (DIALOG, click(0.7, middle)), (LIT, []),
    )  # fmt: skip
    assert acts[0].unlit is None


def test_a_page_that_changed_late_is_not_lit_up_by_the_pointer() -> None:
    """On a slow machine: what is under the pointer differs, and so does much else."""
    page = painted(BUTTON, FIELD, Box(20, 300, 500, 40))
    turns = [(PLAIN, click(0.1, FAR)), (PLAIN, []), (PLAIN, [Moved(0.5, BUTTON.center)]), (page, [])]
    _, acts = follow(*turns, (page, click(0.9, BUTTON.center)), (page, []))
    assert [act.unlit for act in acts] == [None, None]


def test_what_was_lit_already_where_the_last_act_left_the_pointer_was_not_lit_by_coming() -> None:
    middle = BUTTON.center
    beside = Point(middle.x + 20, middle.y)
    _, acts = follow(
        (LIT, click(0.1, beside)), (LIT, [Moved(0.5, FAR)]), (PLAIN, [Moved(0.7, middle)]), (LIT, []),
        (LIT, click(1.1, middle)), (LIT, []),
    )  # fmt: skip
    assert [act.unlit for act in acts] == [None, None]


def test_a_text_rests_on_the_screen_before_its_first_letter() -> None:
    letters = [KeyDown(0.3 + place / 5, sign, sign) for place, sign in enumerate("abc")]
    frames = [painted(Box(200, 200, 10 * place, 30)) for place in range(1, 5)]
    _, acts = follow(
        (frames[0], []), *((frame, [letter]) for frame, letter in zip(frames, letters, strict=False)),
        (frames[3], [KeyDown(2.0, "enter")]), (PLAIN, []),
    )  # fmt: skip
    assert did(acts) == [Type(text="abc"), Key(keys=("enter",))]
    assert [act.before.frame().digest for act in acts] == [frames[0].digest, frames[3].digest]


def test_the_chord_ends_it_and_is_no_part_of_it() -> None:
    end = KeyDown(0.5, "end", held=frozenset({"ctrl", "alt"}))
    watch, acts = follow(
        (PLAIN, click(0.1, FAR)), (PLAIN, [end, *click(0.6, BUTTON.center)]), (PLAIN, []), (PLAIN, [])
    )
    assert did(acts) == [Click(point=FAR)]
    assert watch.refusal is None


def test_the_way_to_the_terminal_and_the_ctrl_c_in_it_are_left_out() -> None:
    terminal = 7
    desktop = ScriptedDesktop(
        (PLAIN, click(0.1, FAR)),
        (
            PLAIN,
            [KeyDown(0.3, "tab", held=frozenset({"alt"}), window=1), *click(0.35, BUTTON.center, terminal)],
        ),
        (PLAIN, [KeyDown(0.5, "c", "c", held=frozenset({"ctrl"}), window=terminal)]),
        (PLAIN, []),
    )
    watch = DemoListener(desktop, lambda: desktop.over)  # type: ignore[arg-type]

    def wait() -> None:
        if desktop.now >= 0.6:
            watch.stop(desktop.now)

    desktop.wait = wait  # type: ignore[method-assign]
    assert did(watch.acts()) == [Click(point=FAR)]


def test_what_can_not_be_done_again_ends_it_with_what_was_done_before() -> None:
    held = ButtonDown(0.5, 1, FAR, frozenset({"ctrl"}))
    watch, acts = follow((PLAIN, click(0.1, FAR)), (PLAIN, [held]), (PLAIN, click(1.5, FAR)), (PLAIN, []))
    assert did(acts) == [Click(point=FAR)]
    assert watch.refusal is not None
    assert "with ctrl held" in watch.refusal


def test_a_forbidden_chord_ends_it_too() -> None:
    leave = KeyDown(0.5, "f1", held=frozenset({"ctrl", "alt"}))
    watch, acts = follow(
        (PLAIN, click(0.1, FAR)),
        (PLAIN, [leave]),
        (PLAIN, click(0.7, FAR)),
        (PLAIN, click(1.5, FAR)),
        (PLAIN, []),
    )
    assert did(acts) == [Click(point=FAR)]
    assert "forbidden chord" in (watch.refusal or "")


def test_a_display_that_goes_leaves_what_was_done() -> None:
    desktop = ScriptedDesktop((PLAIN, click(0.1, FAR)), (PLAIN, []))

    def gone() -> None:
        raise DisplayLost("the X server is gone")

    desktop.wait = gone  # type: ignore[method-assign]
    watch = DemoListener(desktop, lambda: False)  # type: ignore[arg-type]
    assert did(watch.acts()) == [Click(point=FAR)]
    assert isinstance(watch.fault, DisplayLost)
