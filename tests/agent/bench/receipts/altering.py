"""Alterations of a results folder, by name; after those of `SIGNED` every digest is made anew."""

from __future__ import annotations

import json
import shutil
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from agent.bench.results.lines import digest_of
from agent.bench.results.reading import CONFIG, LINES, SUMMARY
from agent.recording.lines import FIRST_SUM, SESSION, TAIL, sum_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Alteration = Callable[[Path], None]

ATTEMPTS = 6
OF_LINE: dict[str, Any] = {
    "repeat": 1,
    "seed": 7,
    "outcome": "gave_up",
    "score": 0.5,
    "groups": {"task": "other"},
    "details": {"reward": 0.3},
    "seconds": {"total": 0.1},
    "tokens": {"prompt": 5},
    "recording": "recordings/x",
    "digest": "0" * 64,
    "previous": "0" * 64,
}
"""Field of a line -> another value of it."""


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def write_lines(path: Path, lines: list[dict[str, Any]]) -> None:
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), "utf-8")


def _field(number: int, name: str, folder: Path) -> None:
    lines = lines_of(folder / LINES)
    lines[number][name] = OF_LINE[name]
    write_lines(folder / LINES, lines)


def _item(number: int, folder: Path) -> None:
    """The name of another line's item, which gets this one's."""
    lines = lines_of(folder / LINES)
    one = lines[number]
    other = next(line for line in lines if line["item"] != one["item"] and line["seed"] == one["seed"])
    one["item"], other["item"] = other["item"], one["item"]
    write_lines(folder / LINES, lines)


def _without(number: int, folder: Path) -> None:
    lines = lines_of(folder / LINES)
    del lines[number]
    write_lines(folder / LINES, lines)


def _twice(number: int, folder: Path) -> None:
    lines = lines_of(folder / LINES)
    write_lines(folder / LINES, [*lines, lines[number]])


def _swapped(number: int, folder: Path) -> None:
    lines = lines_of(folder / LINES)
    lines[number - 1 : number + 1] = reversed(lines[number - 1 : number + 1])
    write_lines(folder / LINES, lines)


def _recording(number: int, folder: Path) -> Path:
    return folder / str(lines_of(folder / LINES)[number]["recording"])


def _pixel(number: int, folder: Path) -> None:
    """One level of one channel of one pixel of a frame."""
    frame = min((_recording(number, folder) / "frames").glob("*.webp"))
    pixels = np.asarray(Image.open(frame).convert("RGB")).copy()
    pixels[50, 50, 0] ^= 1
    Image.fromarray(pixels).save(frame, lossless=True)


def _no_frame(number: int, folder: Path) -> None:
    max((_recording(number, folder) / "frames").glob("*.webp")).unlink()


def _reply(number: int, folder: Path) -> None:
    _session(folder, number, lambda line: line.update(reply=f"Well. {line['reply']}"), "step")


def _verdict(number: int, folder: Path) -> None:
    _session(folder, number, lambda line: line.update(verdict="gave_up"), "end")


def _check(number: int, folder: Path) -> None:
    _session(folder, number, lambda line: line.update(passed=not line["passed"]), "check")


def _told_otherwise(number: int, folder: Path) -> None:
    """The check, the verdict and the result agree on the contrary of what the reward says."""
    lines = lines_of(folder / LINES)
    outcome = lines[number]["outcome"] = "failed" if lines[number]["outcome"] == "passed" else "passed"
    write_lines(folder / LINES, lines)
    _check(number, folder)
    _session(folder, number, lambda line: line.update(verdict=outcome), "end")


def _step_out(number: int, folder: Path) -> None:
    path = _recording(number, folder) / SESSION
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:1], *lines[2:]]), "utf-8")


def _torn(number: int, folder: Path) -> None:
    path = _recording(number, folder) / SESSION
    path.write_bytes(path.read_bytes()[:-40])


def _gone(number: int, folder: Path) -> None:
    shutil.rmtree(_recording(number, folder))


def _exchanged(number: int, folder: Path) -> None:
    """The recordings of two attempts change places."""
    one, other = _recording(number - 1, folder), _recording(number, folder)
    one.rename(folder / "kept")
    other.rename(one)
    (folder / "kept").rename(other)


def _session(folder: Path, number: int, change: Callable[[dict[str, Any]], Any], event: str) -> None:
    path = _recording(number, folder) / SESSION
    lines = lines_of(path)
    change(next(line for line in lines if line["event"] == event))
    write_lines(path, lines)


def _config(name: str, value: Any, folder: Path) -> None:
    config = json.loads((folder / CONFIG).read_text())
    config[name] = value
    (folder / CONFIG).write_text(json.dumps(config, indent=1))


def _summary(name: str, value: Any, folder: Path) -> None:
    summary = json.loads((folder / SUMMARY).read_text())
    if name == "passed":
        summary["sections"][0]["passed"]["passed"] = value
    elif name == "low":
        summary["sections"][0]["passed"]["low"] += value
    else:
        summary[name] = value
    (folder / SUMMARY).write_text(json.dumps(summary, indent=1))


def mixed(other: Path, number: int, folder: Path) -> None:
    """A line of another run, with its recording."""
    lines, others = lines_of(folder / LINES), lines_of(other / LINES)
    lines[number] = others[number]
    write_lines(folder / LINES, lines)
    shutil.rmtree(folder / lines[number]["recording"], ignore_errors=True)
    shutil.copytree(other / lines[number]["recording"], folder / lines[number]["recording"])


def _every() -> dict[str, Alteration]:
    found: dict[str, Alteration] = {}
    for number in range(ATTEMPTS):
        found |= {f"{name} of line {number}": partial(_field, number, name) for name in OF_LINE}
        one: dict[str, Callable[[int, Path], None]] = {
            "item of line": _item, "line removed": _without, "line twice": _twice, "pixel": _pixel,
            "frame gone": _no_frame, "reply": _reply, "verdict": _verdict, "check": _check,
            "step removed": _step_out, "torn": _torn, "recording gone": _gone,
            "told otherwise": _told_otherwise,
        }  # fmt: skip
        if number:
            one |= {"lines swapped": _swapped, "recordings exchanged": _exchanged}
        found |= {f"{name} {number}": partial(does, number) for name, does in one.items()}
    for name, value in {
        "model": "better",
        "repeat": 2,
        "items": 5,
        "data": "e" * 64,
        "prompts": "q" * 64,
    }.items():
        found[f"config {name}"] = partial(_config, name, value)
    for name, value in {
        "passed": 6,
        "low": 0.1,
        "expected": 5,
        "last": "0" * 64,
        "tokens": {"prompt": 1},
    }.items():
        found[f"summary {name}"] = partial(_summary, name, value)
    return found


PLAIN = _every()


def signed(folder: Path) -> None:
    """Every sum and digest as it would be, had the run written what stands there now."""
    lines = lines_of(folder / LINES)
    previous = digest_of((folder / CONFIG).read_bytes())
    made = []
    for line in lines:
        path = folder / line["recording"] / SESSION
        if path.is_file():
            line["digest"] = _signed_session(path)
        line["previous"] = previous
        text = json.dumps(line, ensure_ascii=False).encode()
        previous = digest_of(text)
        made.append(text)
    (folder / LINES).write_bytes(b"".join(text + b"\n" for text in made))


def _signed_session(path: Path) -> str:
    total, bodies = FIRST_SUM, []
    for line in path.read_text("utf-8").splitlines():
        body = f"{TAIL.sub('', line)}}}"
        total = sum_of(body, total)
        bodies.append(f'{body[:-1]}, "sum": "{total}"}}\n')
    path.write_text("".join(bodies), "utf-8")
    return total


_BY_DIGESTS_ALONE = (
    "seconds",
    "tokens",
    "digest",
    "previous",
    "line twice",
    "lines swapped",
    "torn",
    "config",
    "summary",
)
SIGNED = {name: does for name, does in PLAIN.items() if not name.startswith(_BY_DIGESTS_ALONE)}
"""Those that are found even so: not what only the digests hold, such as seconds and tokens."""
