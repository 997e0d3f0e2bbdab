"""The desktop tools as the official client uses them, on a real program."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
import pytest
from PIL import Image

from agent.mcp.acting import Approval
from agent.mcp.acts import click
from agent.mcp.desks import Desks
from agent.mcp.looking import look_tools
from agent.mcp.server import INSTRUCTIONS
from agent.recording.reading import load_recording
from agent.replay.live.run import plan_replays
from agent.replay.offline import replay
from agent.replay.options import LiveOptions
from tests.agent.mcp.clients import ERAS, Caller, connected, person
from tests.agent.workshop import PRESS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mcp import Client


def play(client: Client, does: Callable[[Caller], Awaitable[None]]) -> None:
    """Have a client do something."""

    wrong: list[Exception] = []

    async def played() -> None:
        async with client:
            try:
                await does(Caller(client))
            except Exception as error:  # noqa: BLE001  (in a group of groups nobody finds it)
                wrong.append(error)

    anyio.run(played)
    for error in wrong:
        raise error


def test_there_are_few_tools_and_they_cost_a_client_little(tmp_path: Path) -> None:
    async def listed(client: Client) -> None:
        async with client:
            tools = (await client.list_tools()).tools
            assert len(tools) <= 12
            assert {"screenshot", "click", "type", "key", "scroll", "drag", "wait"} < {
                one.name for one in tools
            }
            schemas = json.dumps([[one.description, one.input_schema] for one in tools])
            assert len(schemas) < 16_000
            for tool in tools:
                assert tool.annotations is not None
                assert tool.input_schema["properties"].keys() >= {"desktop"} or tool.name in (
                    "open_desktop", "run_task", "get_run",
                )  # fmt: skip
            assert client.instructions == INSTRUCTIONS

    anyio.run(listed, connected(tmp_path, "auto"))
    assert click.__doc__ is not None
    assert {name: field["type"] for name, field in Approval.model_json_schema()["properties"].items()} == {
        "approve": "boolean"  # a form that any client can show
    }
    assert len(look_tools(Desks())) == 3


@pytest.mark.parametrize("era", ERAS)
def test_a_button_is_pressed_by_its_name(tmp_path: Path, era: str) -> None:
    async def pressed(call: Caller) -> None:
        opened = await call.open_press(tmp_path)
        assert not opened.is_error
        assert opened.said["size"] == [800, 600]
        picture = base64.b64decode(opened.pictures[0].data)
        assert Image.open(io.BytesIO(picture)).size == (800, 600)
        done = await call("click", target="Press me")
        assert (done.said["status"], done.said["effect"]) == ("done", "confirmed")
        assert "Pressed" in done.said["appeared"]
        assert done.said["frame"] != opened.said["frame"]
        assert (tmp_path / "pressed").read_text() == "pressed"

    play(connected(tmp_path, era), pressed)


def test_a_point_goes_for_the_picture_that_it_was_seen_in(tmp_path: Path) -> None:
    """Nothing is clicked on an older frame, in a resized picture, or outside of it; then it is."""

    async def pointed(call: Caller) -> None:
        await call.open_press(tmp_path)
        found = await call("read_screen", find="Press me")
        (x, y), frame = found.said["found"]["at"], call.frame
        assert [line["text"] for line in found.said["lines"]] == ["Press", "Waiting", "Press me"]
        for given, why in (
            ({"x": x, "y": y, "picture_size": [800, 600], "frame": "f999"}, "not the newest"),
            ({"x": x / 2, "y": y / 2, "picture_size": [400, 300]}, "was sent with 800x600"),
            ({"x": x, "y": y}, "give `picture_size`"),
            ({"x": 800, "y": y, "picture_size": [800, 600]}, "outside the picture"),
            ({"x": x, "y": 1000.5, "space": "grid"}, "outside the grid"),
            ({"x": x, "y": y, "target": "Press me", "picture_size": [800, 600]}, "both a target and a point"),
            ({}, "no place is named"),
            ({"target": "Press you"}, "Press me"),
            ({"target": '"Press'}, "not a step"),
        ):
            refused = await call("click", **{"frame": frame} | given)
            assert (refused.is_error, refused.said["status"], refused.said["effect"]) == (
                True,
                "refused",
                None,
            )
            assert why in refused.said["why"]
            assert refused.pictures
        assert not (tmp_path / "pressed").exists()
        done = await call("click", x=x, y=y, picture_size=[800, 600])
        assert (done.said["status"], done.said["effect"], done.said["at"]) == ("done", "confirmed", [x, y])
        assert (tmp_path / "pressed").exists()

    play(connected(tmp_path), pointed)


def test_an_argument_that_there_is_not_is_refused_and_nothing_is_done(tmp_path: Path) -> None:
    """Without it a text would go to whatever has the keyboard."""

    async def typed(call: Caller) -> None:
        await call.open_press(tmp_path)
        wrong = await call("type", text="\n", targets="Press me")
        assert wrong.is_error
        assert 'no argument "targets"; did you mean "target"?' in wrong.said["error"]
        for tool, given, why in (
            ("type", {"text": "a\x00b", "target": "Press"}, "no key types U+0000 (character 2)"),
            ("scroll", {"target": "Press me"}, "say how far"),
            ("scroll", {"target": "Press me", "down": 1, "right": 1}, "say how far"),
            ("open_desktop", {"task": "a.yaml", "command": ["true"]}, "give `task`, or the others"),
            ("open_desktop", {"values": {"a": "b"}}, "there is no `task`"),
        ):
            wrong = await call(tool, **given)
            assert wrong.is_error
            assert why in wrong.said["error"]
        assert not (tmp_path / "pressed").exists()

    play(connected(tmp_path), typed)


def test_a_look_shows_only_what_has_changed_when_asked(tmp_path: Path) -> None:
    async def looked(call: Caller) -> None:
        first = await call.open_press(tmp_path)
        same = await call("screenshot", since=first.said["frame"])
        assert (same.said["frame"], same.pictures) == (first.said["frame"], [])
        await call("click", target="Press me")
        part = await call("screenshot", since=first.said["frame"])
        left, top, width, height = part.said["changed"]
        shown = Image.open(io.BytesIO(base64.b64decode(part.pictures[0].data)))
        assert shown.size == (width, height)
        assert 0 <= left < left + width <= 800
        assert 0 <= top < top + height <= 600
        assert width * height < 800 * 600 / 2
        unknown = await call("screenshot", since="f77")
        assert "not known" in unknown.said["note"]
        assert unknown.pictures

    play(connected(tmp_path), looked)


@pytest.mark.parametrize("era", ERAS)
def test_a_person_is_asked_before_each_act_and_nothing_is_done_before_the_answer(
    tmp_path: Path, era: str
) -> None:
    answers, asked = person("no", "yes", "cancel", "decline", "no", "yes")

    async def pressed(call: Caller) -> None:
        unopened = await call.open_press(tmp_path)
        assert "nothing was started: the person at the client said no" in unopened.said["error"]
        await call.open_press(tmp_path)
        assert all(str(PRESS) in question for question in asked)
        for number in (3, 4, 5):
            denied = await call("click", target="Press me")
            assert (denied.is_error, denied.said["status"]) == (True, "denied")
            assert len(asked) == number
            assert not (tmp_path / "pressed").exists()
        done = await call("click", target="Press me")
        assert (done.said["status"], done.said["effect"], len(asked)) == ("done", "confirmed", 6)
        assert all("Press me" in question for question in asked[2:])
        assert (tmp_path / "pressed").exists()

    play(connected(tmp_path, era, "ask", elicitation_callback=answers), pressed)


@pytest.mark.parametrize("era", ERAS)
def test_a_client_that_cannot_ask_is_refused_what_needs_asking(tmp_path: Path, era: str) -> None:
    async def started(call: Caller) -> None:
        unopened = await call.open_press(tmp_path)
        assert "declares no elicitation" in unopened.said["error"]

    async def ruled(call: Caller) -> None:
        await call("open_desktop", task=str(press_task(tmp_path, {"ask": "click", "text": "Press me"})))
        done = await call("click", target="Press me")
        assert (done.is_error, done.said["status"]) == (True, "denied")
        assert "declares no elicitation" in done.said["why"]
        assert not (tmp_path / "pressed").exists()

    play(connected(tmp_path, era, "ask"), started)
    play(connected(tmp_path, era), ruled)


def test_a_desktop_that_is_none_and_a_program_that_does_not_start(tmp_path: Path) -> None:
    async def failed(call: Caller) -> None:
        call.desktop = "desktop-00000000"
        unknown = await call("screenshot")
        assert unknown.is_error
        assert "there is no desktop 'desktop-00000000'" in unknown.said["error"]
        absent = await call("open_desktop", command=["no-such-program"])
        assert "does not start" in absent.said["error"]
        missing = await call("open_desktop", task=str(tmp_path / "none.yaml"))
        assert "no such task file" in missing.said["error"]

    play(connected(tmp_path), failed)


def test_a_program_that_dies_ends_the_desktop_and_is_told(tmp_path: Path) -> None:
    async def died(call: Caller) -> None:
        await call("open_desktop", command=["python", str(PRESS), "die"], wait_for="Press me")
        ended = await call("click", target="Press me")
        assert ended.is_error
        assert "exit status 7" in ended.said["error"]
        assert "not known" in ended.said["error"]
        assert "there is no desktop" in (await call("screenshot")).said["error"]

    play(connected(tmp_path), died)


def press_task(folder: Path, rule: dict[str, str]) -> Path:
    """A task with the button and a rule."""
    command = ["python", str(PRESS), str(folder / "pressed")]
    task = {
        "id": "press",
        "instruction": "Press it.",
        "launch": [{"command": command, "wait_for": {"text": "Press me"}}],
        "rules": [rule],
    }
    path = folder / "press.yaml"
    path.write_text(json.dumps(task))
    return path


def test_rules_of_a_task_hold(tmp_path: Path) -> None:
    """What its task forbids is denied, whatever the client wants."""
    path = press_task(tmp_path, {"deny": "click", "text": "Press me", "why": "not this one"})

    async def denied(call: Caller) -> None:
        await call("open_desktop", task=str(path))
        told = await call("click", target="Press me")
        assert told.said["status"] == "denied"
        assert "not this one" in told.said["why"]
        assert not (tmp_path / "pressed").exists()

    play(connected(tmp_path), denied)


def test_a_desktop_of_a_task_is_judged_when_it_is_closed_and_its_steps_are_the_clients(
    tmp_path: Path,
) -> None:
    """A check that does not hold is an error of the call, with what was expected and what is."""
    path = press_task(tmp_path, {"deny": "click", "text": "Nothing like it"})
    task = json.loads(path.read_text())
    task["vars"] = {"button": "Press me"}
    task["steps"] = ['Expect "Nothing like it"']
    task["checks"] = [{"file": {"path": str(tmp_path / "pressed"), "contains": "pressed"}}]
    path.write_text(json.dumps(task))

    async def closed(call: Caller) -> None:
        await call("open_desktop", task=str(path))
        failed = await call("get_run", run=call.desktop, cancel=True)
        assert failed.is_error
        assert (failed.said["outcome"], failed.said["verdict"]) == ("failed", "failed")
        [check] = failed.said["checks"]
        assert (check["passed"], "pressed" in check["expected"]) == (False, True)
        assert await call("get_run", run=failed.said["run"]) == failed
        await call("open_desktop", task=str(path))
        pressed = await call("do_steps", steps=['Click "${button}"'])
        assert pressed.said["status"] == "done"
        passed = await call("get_run", run=call.desktop, cancel=True)
        assert (passed.is_error, passed.said["outcome"]) == (False, "done")
        recording = Path(passed.said["recording"])
        assert replay(load_recording(recording)).verdict == "passed"
        [again] = plan_replays(recording, LiveOptions())  # and it can be driven again, or served as a tool
        assert again.recording.header.model == "mcp"

    play(connected(tmp_path), closed)
