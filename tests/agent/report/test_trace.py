"""The trace, opened by Playwright's own command line and viewer, from its package."""

from __future__ import annotations

import functools
import http.server
import threading
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from PIL import Image

from agent.errors import BadInput, BadRecording
from agent.recording.reading import load_recording
from agent.report.trace import write_trace
from tests.agent.fakes import DONE, call, click
from tests.agent.report.browser import VIEWER, chromium, trace_command
from tests.agent.report.runs import HOSTILE, TREE, Speaking, check, record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEEN = (255, 70, 50)


def opened(folder: Path, recording: Path) -> str:
    write_trace(recording, folder / "trace.zip")
    return trace_command(folder, "open", "trace.zip")


def test_playwrights_command_line_reads_every_step_and_check(tmp_path: Path) -> None:
    told = opened(tmp_path, TREE / "wrong_email")
    assert "Actions:      16" in told
    assert "Viewport:     1280x800" in told
    started = load_recording(TREE / "wrong_email").header.started[:19]
    assert f"Start time:   {started}" in told
    actions = trace_command(tmp_path, "actions")
    assert '1. 0:00.000  Click the field "Full name".' in actions
    assert 'Check text: "E-mail address is not valid" on the screen' in actions
    first = trace_command(tmp_path, "action", "1")
    assert "click at 691, 203" in first
    assert 'The field "Full name" is at (691, 203).' in first


def test_the_picture_of_a_step_is_the_recorded_frame(tmp_path: Path) -> None:
    recording = load_recording(TREE / "wrong_email")
    opened(tmp_path, recording.folder)
    trace_command(tmp_path, "screenshot", "7", "-o", "seven.png")
    with Image.open(tmp_path / "seven.png") as picture:
        assert picture.convert("RGB").tobytes() == recording.frames[recording.steps[6].frame].rgb.tobytes()


def test_raw_replies_are_attached_whole(tmp_path: Path) -> None:
    reply = f"{HOSTILE}\n{click()}"
    opened(tmp_path, record(tmp_path / "rec", model=Speaking([reply, DONE])))
    told = trace_command(tmp_path, "attachments")
    assert "step-001-reply.txt" in told
    assert "step-001-reply-1.txt" in told
    trace_command(tmp_path, "attachment", "1", "-o", "first.txt")
    assert (tmp_path / "first.txt").read_bytes() == reply.encode()


def test_what_went_wrong_is_an_error(tmp_path: Path) -> None:
    replies = [click(), "no call in this", DONE]
    opened(tmp_path, record(tmp_path / "rec", replies, checks=[check(passed=False)]))
    told = trace_command(tmp_path, "errors")
    assert "malformed" in told
    assert "expected Saved, actual Error" in told


def test_a_run_that_was_cut_off_opens(tmp_path: Path) -> None:
    assert "Actions:      3" in opened(tmp_path, record(tmp_path / "rec", cut=True))


def test_a_terminal_obeys_nothing_of_it(tmp_path: Path) -> None:
    reply = f"Thought: {HOSTILE}\nAction: {HOSTILE}\n{call('type', text=HOSTILE)}"
    rec = record(
        tmp_path / "rec", [reply, DONE], checks=[check(what=HOSTILE)], instruction=HOSTILE.replace("\0", "")
    )
    told = opened(tmp_path, rec) + "".join(
        trace_command(tmp_path, *words) for words in (["actions"], ["action", "1"], ["action", "3"])
    )
    assert "window.ran" in told
    assert not {mark for mark in told if mark in "\x1b\x07\x00\u202e\u2066\u200b"}


def test_the_same_recording_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        write_trace(TREE / "xterm_command", tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_frame_is_in_it_once(tmp_path: Path) -> None:
    write_trace(TREE / "fill_form", tmp_path / "trace.zip")
    with ZipFile(tmp_path / "trace.zip") as archive:
        pictures = [name for name in archive.namelist() if name.endswith(".png")]
    assert len(pictures) == len(set(pictures)) == len(load_recording(TREE / "fill_form").frames)


def test_an_altered_frame_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec")
    frame = next((rec / "frames").iterdir())
    Image.new("RGB", (320, 200)).save(frame, "WEBP", lossless=True)
    with pytest.raises(BadRecording, match=frame.name):
        write_trace(rec, tmp_path / "out" / "trace.zip")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="be written"):
        write_trace(record(tmp_path / "rec"), tmp_path)


@contextmanager
def served(trace: Path) -> Iterator[str]:
    """The address of Playwright's viewer with a trace in it."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            name = path.partition("?")[0].lstrip("/")
            return str(trace if name == "trace.zip" else VIEWER / name)

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}"
    try:
        yield f"{root}/index.html?trace={root}/trace.zip"
    finally:
        server.shutdown()
        server.server_close()


def test_in_playwrights_viewer_hostile_texts_run_nothing(tmp_path: Path) -> None:
    reply = f"Thought: {HOSTILE}\nAction: {HOSTILE}\n{call('type', text=HOSTILE)}"
    rec = record(
        tmp_path / "rec", [reply, HOSTILE, DONE], checks=[check(HOSTILE, HOSTILE)], instruction=HOSTILE
    )
    write_trace(rec, tmp_path / "trace.zip")
    with served(tmp_path / "trace.zip") as address, chromium() as browser:
        page = browser.new_page()
        page.goto(address)
        page.get_by_text("window.ran").first.click()
        page.get_by_role("tab", name="Log").click()
        page.get_by_role("tab", name="Errors").click()
        assert [frame.evaluate("window.ran") for frame in page.frames] == [None] * len(page.frames)


def test_playwrights_viewer_shows_the_screen_and_the_red_point(tmp_path: Path) -> None:
    write_trace(TREE / "wrong_email", tmp_path / "trace.zip")
    with served(tmp_path / "trace.zip") as address, chromium() as browser:
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(address)
        page.get_by_text('Click "Norway".').first.click()
        screen = page.frame_locator("iframe.snapshot-visible")
        screen.locator("img").wait_for()
        page.wait_for_function("document.querySelectorAll('.film-strip-frame').length > 5", timeout=30000)
        point = screen.locator("x-pw-pointer")
        point.wait_for()
        picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
        at = point.bounding_box()
        shown = screen.locator("img").evaluate("image => [image.naturalWidth, image.naturalHeight]")
    assert shown == [1280, 800]
    assert at is not None
    red, green, blue = picture.getpixel((round(at["x"] + at["width"] / 2), round(at["y"] + at["height"] / 2)))
    assert red > 150 > max(green, blue)
