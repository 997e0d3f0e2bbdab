"""Text arrives exactly, whatever the layout and the toolkit."""

from __future__ import annotations

import re
import signal
import string
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.tools.host.receivers import PROGRAMS, RECEIVERS, await_text
from tests.tools.xserver import environment, focused_title, running, wait_for_window, wait_until
from tools.action import Key, Type
from tools.errors import BrokenOff, ScreenChanged
from tools.observation import Monitor
from tools.x11.connection import Connection
from tools.x11.ping import await_answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tools.host.input import Input

SAMPLE = 'Zoë Łukasiewicz – 東京 <a@b.c> "it\'s" \\ # ~ ß €'  # noqa: RUF001  (a dash that is no hyphen)
PRINTABLE = string.digits + string.ascii_letters + string.punctuation
TEXT = f"{SAMPLE} 😀 {PRINTABLE}"
LAYOUTS = ["us", "de", "fr", "us,de"]


@pytest.mark.parametrize("layout", LAYOUTS, indirect=True)
@pytest.mark.parametrize("toolkit", RECEIVERS)
def test_text_arrives_exactly(toolkit: str, layout: str, xserver: str, hands: Input, tmp_path: Path) -> None:
    with RECEIVERS[toolkit](xserver, tmp_path) as finish:
        hands.perform(Type(text=TEXT), Monitor())
        assert finish(hands, len(TEXT)) == TEXT


@pytest.mark.parametrize("toolkit", ["tk", "gtk", "qt"])
def test_more_characters_than_spare_keys_arrive_exactly(
    toolkit: str, xserver: str, hands: Input, tmp_path: Path
) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 50))) * 2
    with RECEIVERS[toolkit](xserver, tmp_path) as finish:
        hands.perform(Type(text=text), Monitor())
        assert finish(hands, len(text)) == text


def test_a_program_that_stalls_still_gets_every_character(xserver: str, hands: Input) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 60)))
    zenity = ["zenity", "--entry", "--title=stalled"]
    with running(zenity, env=environment(xserver), stdout=subprocess.PIPE) as program:
        wait_for_window(xserver, "stalled")
        program.send_signal(signal.SIGSTOP)
        going_on = threading.Timer(0.6, program.send_signal, (signal.SIGCONT,))
        going_on.start()
        hands.perform(Type(text=text + "\n"), Monitor())
        going_on.join()
        assert program.communicate(timeout=180)[0].decode() == text + "\n"


def test_one_that_answers_no_pings_does_so_too(xserver: str, hands: Input, tmp_path: Path) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 60)))
    held = tmp_path / "held"
    command = [sys.executable, str(PROGRAMS / "tk_text.py"), str(held), str(tmp_path / "seen")]
    with running(command, env=environment(xserver)) as program:
        wait_until(held.exists, lambda: "Tk")
        program.send_signal(signal.SIGSTOP)
        going_on = threading.Timer(0.6, program.send_signal, (signal.SIGCONT,))
        going_on.start()
        hands.perform(Type(text=text), Monitor())
        going_on.join()
        assert await_text(held, len(text)) == text


@contextmanager
def thief(display: str) -> Iterator[None]:
    """A window that takes the keyboard a moment later."""
    entry = ["zenity", "--entry", "--title=thief"]
    with ExitStack() as opened:
        program = running(entry, env=environment(display), stdout=subprocess.DEVNULL)
        coming = threading.Timer(0.2, lambda: opened.enter_context(program))
        coming.start()
        yield
        coming.join()


def test_typing_breaks_off_when_another_window_takes_the_keyboard(
    xserver: str, hands: Input, tmp_path: Path
) -> None:
    text = string.ascii_lowercase * 400  # it takes longer than the thief
    with RECEIVERS["tk"](xserver, tmp_path) as finish, thief(xserver):
        with pytest.raises(BrokenOff, match="another window took the keyboard") as told:
            hands.perform(Type(text=text), Monitor())
        typed = int(re.findall(r"after (\d+) of 10400 characters", str(told.value))[0])
        assert 0 < typed < len(text)
        assert finish(hands, typed - 1) in (text[:typed], text[: typed - 1])  # one may be the thief's


def test_a_person_who_holds_a_modifier_makes_no_shortcuts_of_a_text(
    xserver: str, hands: Input, tmp_path: Path
) -> None:
    text = string.ascii_lowercase * 400
    with RECEIVERS["tk"](xserver, tmp_path) as finish:
        person = threading.Timer(0.2, lambda: press(xserver, "keydown", "ctrl"))
        person.start()
        with pytest.raises(BrokenOff, match="Ctrl is held down on the keyboard") as told:
            hands.perform(Type(text=text), Monitor())
        person.join()
        with pytest.raises(ScreenChanged, match="nothing was pressed"):
            hands.perform(Key(keys=("q",)), Monitor())
        press(xserver, "keyup", "ctrl")
        typed = int(re.findall(r"after (\d+) of 10400 characters", str(told.value))[0])
        assert 0 < typed < len(text)
        # The key that was under way when Ctrl went down may be lost to it.
        assert finish(hands, typed - 1) in (text[:typed], text[: typed - 1])


def press(display: str, *words: str) -> None:
    """As a person does: by another program."""
    subprocess.run(["xdotool", *words], env=environment(display), check=True)


@pytest.mark.parametrize("first", ["\n", "\t"])
def test_what_stands_behind_enter_or_tab_is_not_meant_for_another_window_either(
    xserver: str, hands: Input, tmp_path: Path, first: str
) -> None:
    text = first + string.ascii_lowercase * 400
    with RECEIVERS["tk"](xserver, tmp_path), thief(xserver):
        with pytest.raises(BrokenOff, match="another window took the keyboard"):
            hands.perform(Type(text=text), Monitor())
        wait_until(lambda: focused_title(xserver) == "thief", lambda: focused_title(xserver))


def test_line_feeds_and_tabs_are_the_keys(xserver: str, hands: Input, tmp_path: Path) -> None:
    with RECEIVERS["tk"](xserver, tmp_path) as finish:
        hands.perform(Type(text="a\tb\r\nc\n"), Monitor())
        assert finish(hands, 6) == "a\tb\nc\n"


def test_the_clipboard_stays_as_it_was(xserver: str, hands: Input, tmp_path: Path) -> None:
    paste = ["xclip", "-selection", "clipboard", "-display", xserver]
    with running([*paste, "-loops", "0", "-quiet"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as clip:
        clip.stdin.write("of the user's é".encode())
        clip.stdin.close()
        wait_until(
            lambda: subprocess.run([*paste, "-o"], capture_output=True, check=False).stdout,
            lambda: "the clipboard",
        )
        with RECEIVERS["tk"](xserver, tmp_path) as finish:
            hands.perform(Type(text=TEXT), Monitor())
            finish(hands, len(TEXT))
        after = subprocess.run([*paste, "-o"], capture_output=True, check=True).stdout
        assert after.decode() == "of the user's é"


@pytest.mark.parametrize("toolkit", ["gtk", "qt"])
def test_toolkits_that_answer_pings_do_so(toolkit: str, xserver: str, hands: Input, tmp_path: Path) -> None:
    """So that a character that needs a key of its own does not have to wait for long."""
    with RECEIVERS[toolkit](xserver, tmp_path) as finish, Connection(xserver) as connection:
        assert await_answer(connection, 60)
        finish(hands, 0)
