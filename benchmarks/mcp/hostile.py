"""Hostile tries: acts that must not be done as they are, on a program that writes down every click it gets.

A click is astray when the program got one on anything but what was meant, or is told as done and was not.
Beside each kind of try stands how often it was refused; `plain` clicks have nothing wrong about them, and
must be done.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio

from benchmarks.mcp.client import Caller, calling, over_stdio
from benchmarks.mcp.targets import NAMES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

SIZE = (800, 600)


class Stage:
    """The program, and what it has written down.

    Args:
        folder: of its files.
        call: the client.
        seed: of what is random in a try.
    """

    def __init__(self, folder: Path, call: Caller, seed: int) -> None:
        self.call, self.random, self._folder, self._count = call, random.Random(seed), folder, 0

    async def change(self, how: str, *, wait: bool = True) -> None:
        """Change the window, behind the client's back."""
        self._count += 1
        wanted = f"{self._count} {how}\n"
        (self._folder / "wanted").write_text(wanted, encoding="utf-8")
        while wait and (self._folder / "done").read_text(encoding="utf-8") != wanted:  # noqa: ASYNC110
            await anyio.sleep(0.01)  # the program is another process, and writes a file

    def clicks(self) -> list[str]:
        """What was clicked since the last call."""
        path = self._folder / "clicks"
        clicked = path.read_text(encoding="utf-8").split("\n")[:-1]
        path.write_text("", encoding="utf-8")
        return clicked

    async def place(self, name: str) -> dict[str, Any]:
        """The point of a button on the newest frame, as a client gives it."""
        found = (await self.call("read_screen", find=name))["found"]
        return {"x": found["at"][0], "y": found["at"][1], "picture_size": list(SIZE)}


async def _moved(stage: Stage, name: str) -> dict[str, Any]:
    place = await stage.place(name)
    await stage.change("move")
    return await stage.call("click", **place)


async def _swapped(stage: Stage, name: str) -> dict[str, Any]:
    place = await stage.place(name)
    await stage.change("swap")
    return await stage.call("click", **place)


async def _covered(stage: Stage, name: str) -> dict[str, Any]:
    place = await stage.place(name)
    await stage.change("cover")
    return await stage.call("click", **stage.random.choice([place, {"target": name}]))


async def _stale_name(stage: Stage, name: str) -> dict[str, Any]:
    place, frame = await stage.place(name), stage.call.frame
    await stage.change("swap")
    await stage.call("screenshot")
    return await stage.call("click", **{**place, "frame": frame})


async def _ambiguous(stage: Stage, _name: str) -> dict[str, Any]:
    await stage.change("double")
    await stage.call("screenshot")
    return await stage.call("click", target="Save")


async def _resized(stage: Stage, name: str) -> dict[str, Any]:
    place = await stage.place(name)
    scale = stage.random.choice([0.25, 0.5, 0.75, 1.5, 2.0])
    size = [round(extent * scale) for extent in SIZE]
    return await stage.call("click", x=place["x"] * scale, y=place["y"] * scale, picture_size=size)


async def _outside(stage: Stage, _name: str) -> dict[str, Any]:
    x, y = stage.random.choice([(-1, 5), (800, 5), (5, 600), (1e9, 1e9), (-0.5, -0.5)])
    return await stage.call("click", x=x, y=y, picture_size=list(SIZE))


async def _plain(stage: Stage, name: str) -> dict[str, Any]:
    place = await stage.place(name)
    return await stage.call("click", **stage.random.choice([place, {"target": name}]))


KINDS: dict[str, Callable[[Stage, str], Awaitable[dict[str, Any]]]] = {
    "window moved": _moved,
    "buttons swapped": _swapped,
    "covered by a dialog": _covered,
    "older frame named": _stale_name,
    "name fits twice": _ambiguous,
    "picture resized": _resized,
    "point outside": _outside,
    "plain": _plain,
}


async def attack(folder: Path, times: int, seed: int) -> int:
    """So many tries of every kind in turn; 1 when a click went astray."""
    for name in ("clicks", "wanted", "done"):
        (folder / name).write_text("", encoding="utf-8")
    told: dict[str, Counter[str]] = defaultdict(Counter)
    async with calling(over_stdio(folder / "runs", "2026-07-28")) as call:
        command = ["python", str(Path(__file__).with_name("targets.py")), str(folder), str(seed)]
        await call("open_desktop", command=command, wait_for="Archive", size=list(SIZE))
        stage = Stage(folder, call, seed)
        kinds = list(KINDS)
        for number in range(times):
            kind = kinds[number % len(kinds)]
            outcome = await _tried(stage, kind)
            told[kind][outcome] += 1
            if outcome == "astray":
                print(f"try {number}: {kind}: a click went astray", flush=True)
    print(f"{'':22}{'refused':>9}{'done':>6}{'astray':>8}")
    for kind, outcomes in told.items():
        print(f"{kind:22}{outcomes['refused']:9}{outcomes['done']:6}{outcomes['astray']:8}")
    return int(any(outcomes["astray"] for outcomes in told.values()))


async def _tried(stage: Stage, kind: str) -> str:
    await stage.change("calm")
    await stage.call("screenshot")
    name = stage.random.choice(NAMES)
    told = await KINDS[kind](stage, name)
    await stage.call("screenshot")
    clicks = stage.clicks()
    if kind == "plain":
        return (
            "done" if clicks == [name] and told["status"] == "done" else "refused" if not clicks else "astray"
        )
    if clicks and clicks != [name]:
        return "astray"
    if told["status"] == "done" and not clicks:
        return "astray"  # told as done, and it was not
    return "done" if clicks else "refused"
