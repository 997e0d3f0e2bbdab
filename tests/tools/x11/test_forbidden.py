"""Windows that must not be acted on: by title, and the terminal that the agent runs in."""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.tools.x11.two_windows import BOTH, EDITOR, MAIL, NOTHING, TWO_WINDOWS
from tests.tools.xserver import bare_xserver, environment, running, wait_until, window_manager_is_ready
from tools.errors import EnvironmentFault, Refused
from tools.geometry import ScreenPoint
from tools.titles import is_part_of
from tools.x11.connection import Connection
from tools.x11.forbidden import ForbiddenWindows, ancestors, own_windows
from tools.x11.grabs import Grabs
from tools.x11.windows import framed, managed, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def windows(xserver: str) -> Iterator[int]:
    """The process of the two windows: the editor lies over a part of the mail, and has the keyboard."""
    with (
        running([sys.executable, "-c", TWO_WINDOWS], env=environment(xserver)) as program,
        ForbiddenWindows(xserver, ["editor"], own=False) as editor,
        ForbiddenWindows(xserver, ["my mail"], own=False) as mail,
    ):
        wait_until(
            lambda: refused(mail, MAIL) and refused(editor, BOTH) and refused(editor, keys=True),
            lambda: "both windows",
        )
        yield program.pid


def refused(forbidden: ForbiddenWindows, *points: ScreenPoint, keys: bool = False) -> bool:
    try:
        forbidden.check(points, keys=keys)
    except Refused:
        return True
    return False


def test_a_window_is_forbidden_where_it_lies_on_top(xserver: str, windows: int) -> None:
    with ForbiddenWindows(xserver, ["my mail"], own=False) as forbidden:
        assert [refused(forbidden, place) for place in (MAIL, EDITOR, BOTH, NOTHING)] == [
            True,
            False,
            False,
            False,
        ]
        with pytest.raises(Refused, match=r'\(80, 120\) lies in the forbidden window "my mail"; reach'):
            forbidden.check([EDITOR, MAIL], keys=False)


def test_its_title_bar_is_a_part_of_it(xserver: str, windows: int) -> None:
    with Connection(xserver) as connection, ForbiddenWindows(xserver, ["my mail"], own=False) as forbidden:
        frames = {title_of(connection, inner[0]): frame for frame, inner in framed(connection).items()}
        bars = {}
        for title, frame in frames.items():
            box = connection.core.GetGeometry(frame).reply()
            bars[title] = ScreenPoint(box.x + 40, box.y + 4)
        assert refused(forbidden, bars["Inbox - My Mail"])
        assert not refused(forbidden, bars["Editor"])


GRAB = """
import sys
from contextlib import ExitStack
import tkinter
root = tkinter.Tk()
root.title("Editor")
entry = tkinter.Entry(root)
entry.pack()
mail = tkinter.Toplevel(root)
mail.title("Inbox - My Mail")
taker = {taker}
taker.wait_visibility()
root.after(300, entry.focus_force)
root.after(600, taker.grab_set_global)
root.mainloop()
"""
MENU = "(menu := tkinter.Toplevel(root), menu.overrideredirect(True), menu.lift())[0]"


@pytest.mark.parametrize(("taker", "is_refused"), [("mail", True), (MENU, False)], ids=["mail", "a menu"])
def test_what_grabs_all_keys_and_clicks_may_be_it_unless_a_menu_is_open(
    taker: str, is_refused: object
) -> None:
    program = [sys.executable, "-c", GRAB.format(taker=taker)]
    with (
        bare_xserver() as display,
        running(["openbox", "--sm-disable"], env=environment(display), stderr=subprocess.DEVNULL),
    ):
        wait_until(lambda: window_manager_is_ready(display), lambda: "openbox")
        with Connection(display) as connection, ExitStack() as programs:
            grabs = Grabs(connection)
            assert not grabs.are_held(keyboard=True)
            programs.enter_context(running(program, env=environment(display)))
            wait_until(lambda: grabs.are_held(keyboard=True), lambda: "the grab")
            assert grabs.are_held(keyboard=False)
            with ForbiddenWindows(display, ["my mail"], own=False) as forbidden:
                assert refused(forbidden, keys=True) is is_refused
                assert refused(forbidden, NOTHING) is is_refused
            with ForbiddenWindows(display, ["another"], own=False) as forbidden:
                assert not refused(forbidden, NOTHING, keys=True)


@pytest.mark.parametrize(
    ("forbidden", "title"),
    [
        ("Caf\u00e9", "Cafe\u0301"),
        ("Cafe\u0301", "CAF\u00c9"),
        ("my mail", "My\u00a0Mail"),
        ("My  Mail", "My Mail"),
    ],
)
def test_a_title_that_looks_the_same_is_the_same(forbidden: str, title: str) -> None:
    assert is_part_of(forbidden, f"Inbox - {title} (3)")


OF_MAIL = """
import tkinter
root = tkinter.Tk()
root.title("Editor")
root.geometry("200x150+400+300")
mail = tkinter.Toplevel(root)
mail.title("Inbox - My Mail")
mail.geometry("200x150+50+80")
mail.focus_force()
{of_mail}
root.mainloop()
"""
DIALOG = """
dialog = tkinter.Toplevel(mail)
dialog.title("Confirm")
dialog.transient(mail)
dialog.geometry("100x80+300+80")
tkinter.Button(dialog, text="Send").pack()
"""
MENU_OF = """
menu = tkinter.Menu({of}, tearoff=0)
menu.add_command(label="Send it away and say nothing of it")
root.after(600, {of}.focus_force)
root.after(900, lambda: menu.tk_popup(300, 80))
"""


@pytest.mark.parametrize(
    ("of_mail", "is_refused"),
    [(DIALOG, True), (MENU_OF.format(of="mail"), True), (MENU_OF.format(of="root"), False)],
    ids=["dialog", "menu", "menu of another window"],
)
def test_dialogs_and_menus_of_it_are_forbidden_too(of_mail: str, is_refused: object) -> None:
    program = [sys.executable, "-c", OF_MAIL.format(of_mail=of_mail)]
    at = ScreenPoint(320, 90)
    with (
        bare_xserver() as display,
        running(["openbox", "--sm-disable"], env=environment(display), stderr=subprocess.DEVNULL),
    ):
        wait_until(lambda: window_manager_is_ready(display), lambda: "openbox")
        with (
            running(program, env=environment(display)),
            Connection(display) as connection,
            ForbiddenWindows(display, ["my mail"], own=False) as forbidden,
        ):
            core = connection.core
            wait_until(
                lambda: (
                    core.TranslateCoordinates(connection.root, connection.root, *at).reply().child
                    and refused(forbidden, at) is is_refused  # of a frame it is known once it is in the list
                ),
                lambda: f"it to be {'refused' if is_refused else 'let pass'}",
            )


def test_keys_are_refused_while_it_has_the_keyboard(xserver: str, windows: int) -> None:
    with ForbiddenWindows(xserver, ["EDIT"], own=False) as forbidden:
        with pytest.raises(Refused, match='the keyboard belongs to the forbidden window "EDIT"'):
            forbidden.check([], keys=True)
        assert not refused(forbidden, MAIL)
    with ForbiddenWindows(xserver, ["mail"], own=False) as forbidden:
        assert not refused(forbidden, keys=True)


def test_the_own_terminal_is_known_by_its_number_or_by_its_process(xserver: str, windows: int) -> None:
    with Connection(xserver) as connection:
        titled = {title_of(connection, window): window for window in managed(connection)}
        mail = titled["Inbox - My Mail"]
        assert own_windows(connection, {"DISPLAY": xserver, "WINDOWID": str(mail)}, []) == {mail}
        assert own_windows(connection, {"DISPLAY": xserver, "WINDOWID": "nonsense"}, [1]) == set()
        assert own_windows(connection, {"WINDOWID": str(mail)}, []) == set(), "of which display is not said"
        for window in titled.values():
            connection.write_numbers(window, "_NET_WM_PID", (windows,), "CARDINAL")
        assert own_windows(connection, {}, [4, windows, 1]) == set(titled.values())
        connection.write(mail, "WM_CLIENT_MACHINE", b"elsewhere")
        assert mail not in own_windows(connection, {}, [windows])
        connection.write_numbers(
            titled["Editor"],
            "_NET_WM_WINDOW_TYPE",
            (connection.atom("_NET_WM_WINDOW_TYPE_DESKTOP"),),
            "ATOM",
        )
        assert own_windows(connection, {}, [windows]) == set(), "a desktop's background is no terminal"


def test_nothing_goes_into_the_own_terminal(
    xserver: str, windows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Connection(xserver) as connection:
        numbers = {title_of(connection, window): window for window in managed(connection)}
    monkeypatch.setenv("WINDOWID", str(numbers["Editor"]))
    monkeypatch.setenv("DISPLAY", xserver)
    with ForbiddenWindows(xserver, [], own=True) as forbidden:
        for points, keys in (([EDITOR], False), ([], True)):
            with pytest.raises(Refused, match="the terminal that the agent runs in, which it must not touch"):
                forbidden.check(points, keys=keys)
        assert not refused(forbidden, MAIL)


def test_a_process_knows_those_that_it_descends_from() -> None:
    assert ancestors()
    assert all(pid > 0 for pid in ancestors())


def test_no_server_is_said() -> None:
    with pytest.raises(EnvironmentFault, match=":59999"):
        ForbiddenWindows(":59999", ["x"], own=False)
