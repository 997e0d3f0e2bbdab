"""Displays of one's own, and what a killed run leaves of them."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import numpy as np
import psutil

from tests.tools.xserver import running, wait_until
from tools.geometry import Point, Size
from tools.host.owned.owner import MARK
from tools.host.owned.sweep import sweep
from tools.host.screen import Screen
from tools.host.virtual_display import served_display, virtual_display

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

SMALL = Size(320, 240)


def test_two_displays_at_once_end_with_all_their_processes() -> None:
    others = set(psutil.Process().children(recursive=True))  # of displays that other tests keep
    with virtual_display(SMALL) as one, virtual_display() as two:
        assert one != two
        with Screen(one) as small, Screen(two) as usual:
            assert small.size == SMALL
            assert usual.size == Size(1280, 800)
        started = set(psutil.Process().children(recursive=True)) - others
        assert sorted(child.name() for child in started) == ["Xvfb", "Xvfb", "openbox", "openbox"]
    assert not any(child.is_running() for child in started)


def test_its_programs_get_nothing_that_may_hold_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "CRM_PASSWORD", "PYTHONPATH"):
        monkeypatch.setenv(name, "hunter2-and-more")
    monkeypatch.setenv("LC_TIME", "C.UTF-8")
    with served_display(SMALL) as (name, servers):
        environments = [psutil.Process(server.pid).environ() for server in servers]
    assert [one.get("DISPLAY", name) for one in environments] == [name, name]
    for one in environments:
        assert {"PATH", "LC_TIME", MARK} <= one.keys()
        assert "hunter2" not in str(one)


OTHER_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <match target="pattern">
    <test name="family"><string>sans</string></test>
    <edit name="family" mode="assign_replace" binding="strong"><string>DejaVu Serif</string></edit>
  </match>
  <include>/etc/fonts/fonts.conf</include>
</fontconfig>
"""


def test_titles_of_windows_look_alike_whichever_fonts_a_machine_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(OTHER_FONTS)
    with ExitStack() as stack:
        screens = [stack.enter_context(titled())]
        monkeypatch.setenv("FONTCONFIG_FILE", str(config))
        assert "DejaVuSerif" in subprocess.check_output(["fc-match", "sans"], text=True)
        screens.append(stack.enter_context(titled()))

        def are_alike() -> bool:
            one, other = (screen.grab().rgb for screen in screens)
            text = max(len(np.unique(row, axis=0)) for row in one[TOP.y : TOP.y + 16])
            return text > SHADES and np.array_equal(one, other)

        wait_until(are_alike, lambda: "the same title on both", 60)


TOP = Point(40, 60)
"""Of the window with its title bar, which is at least 16 pixels high."""
SHADES = 12
"""A row of the title bar has more colours where a text is in it."""


WINDOW = f"""
    import tkinter
    window = tkinter.Tk()
    window.title("Customer registration")
    window.geometry("200x100+{TOP.x}+{TOP.y}")
    window.mainloop()
"""


@contextmanager
def titled() -> Iterator[Screen]:
    """A display with a window that has a title."""
    with virtual_display(SMALL) as display, Screen(display) as screen:
        command = [sys.executable, "-c", textwrap.dedent(WINDOW)]
        with running(command, env={**os.environ, "DISPLAY": display}):
            yield screen


def test_missing_programs_are_named_with_the_apt_line(tmp_path: Path) -> None:
    code = "from tools.host.virtual_display import virtual_display\nwith virtual_display(): pass"
    env = {**os.environ, "PATH": str(tmp_path)}
    failed = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
    )
    assert "apt-get install xvfb openbox" in failed.stderr


AGENT = """
    import sys, time
    from pathlib import Path
    from tools.host.virtual_display import virtual_display
    from tools.host.processes import Program
    with virtual_display() as display, Program(["sleep", "1000"], output=Path(sys.argv[1])) as program:
        print(program.pid, flush=True)
        time.sleep(1000)
"""


def test_what_a_killed_agent_leaves_is_swept_and_nothing_else_is(tmp_path: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(AGENT), str(tmp_path / "log")]
    with (
        virtual_display(SMALL) as ours,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as agent,
    ):
        assert agent.stdout is not None
        left = psutil.Process(int(agent.stdout.readline()))
        started = [left, *psutil.Process(agent.pid).children(recursive=True)]
        agent.kill()
        agent.wait()
        assert left.is_running()
        assert sweep() >= 1
        assert not any(process.is_running() for process in started)
        assert sweep() == 0
        with Screen(ours) as screen:
            assert screen.size == SMALL
