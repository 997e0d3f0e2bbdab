"""Hostile recordings: what somebody may have put in the place of one, its sums made right again."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from agent.recording.lines import FIRST_SUM, sum_of
from agent.recording.store import write_frame
from tests.agent.fakes import make_frame

if TYPE_CHECKING:
    from collections.abc import Callable

DIGITS = "9" * 5_000
DEEP = "[" * 100_000 + "]" * 20_000
HEADER, FIRST, SECOND, THIRD, LAST_STEP, CHECK, END = range(7)
"""Lines of the recording that is attacked."""
BIG = 6000, 5000
"""Pixels of a picture that is small as a file."""


def lines_of(folder: Path) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in (folder / "session.jsonl").read_text().splitlines()]
    return [{name: value for name, value in line.items() if name != "sum"} for line in lines]


def signed(folder: Path, bodies: list[str]) -> None:
    """Write the lines, each with the sum that belongs to it."""
    total, whole = FIRST_SUM, []
    for body in bodies:
        total = sum_of(body, total)
        whole.append(f'{body[:-1]}, "sum": "{total}"}}\n')
    (folder / "session.jsonl").write_bytes("".join(whole).encode("utf-8", "surrogatepass"))


def lines(change: Callable[[list[dict[str, Any]]], object]) -> Callable[[Path], None]:
    """Lines that were changed as values."""

    def attack(folder: Path) -> None:
        found = lines_of(folder)
        change(found)
        signed(folder, [json.dumps(line, ensure_ascii=False) for line in found])

    return attack


def key(line: int, name: str, written: str) -> Callable[[Path], None]:
    """A key of one line with a value of any text, whether it is JSON or not."""

    def attack(folder: Path) -> None:
        found = lines_of(folder)
        *path, last = name.split(".")
        inner = found[line]
        for part in path:
            inner = inner[part]
        inner[last] = "@@"
        signed(folder, [json.dumps(one, ensure_ascii=False).replace('"@@"', written) for one in found])

    return attack


def long(line: int, name: str, sign: str, times: int) -> Callable[[Path], None]:
    """A key of one line with a text of millions of signs, which is made only for its own test."""

    def attack(folder: Path) -> None:
        key(line, name, json.dumps(sign * times))(folder)

    return attack


def session(content: bytes) -> Callable[[Path], None]:
    """Another file in its place."""
    return lambda folder: (folder / "session.jsonl").write_bytes(content)


def in_place(name: str, put: Callable[[Path], object]) -> Callable[[Path], None]:
    """Something else where a file of that name belongs; `frame` is the first one."""

    def attack(folder: Path) -> None:
        path = frame_of(folder) if name == "frame" else folder / name
        path.unlink()
        put(path)

    return attack


def frame_of(folder: Path) -> Path:
    """The file of the first step's frame."""
    return folder / "frames" / f"{lines_of(folder)[FIRST]['frame']}.webp"


def packed(folder: Path) -> None:
    path = folder / "session.jsonl"
    path.write_bytes(gzip.compress(path.read_bytes())[:-20])


def zipped(folder: Path) -> None:
    path, file = folder / "session.jsonl", io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(path, "session.jsonl")
    path.write_bytes(file.getvalue()[:-30])


def recoded(codec: str) -> Callable[[Path], None]:
    def attack(folder: Path) -> None:
        path = folder / "session.jsonl"
        path.write_bytes(path.read_text().encode(codec))

    return attack


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10**12)


def listening(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def picture(size: tuple[int, int], **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, (7, 7, 7)).save(
        file, **({"format": "WEBP", "lossless": True, "method": 0} | options)
    )
    return file.getvalue()


def bomb(folder: Path) -> None:
    """One picture of a few kilobytes that is unpacked to a hundred megabytes, on a screen of 200 x 100."""
    frame_of(folder).write_bytes(picture(BIG))


def cluster(folder: Path) -> None:
    """A hundred of them, none too large by itself; the header says so large a screen."""
    first = folder / "frames" / f"{0:064x}.webp"
    first.write_bytes(picture(BIG))
    names = [f"{number:064x}" for number in range(100)]
    for name in names[1:]:
        os.link(first, first.with_name(f"{name}.webp"))
    found = lines_of(folder)
    found[HEADER]["size"] = BIG
    steps = [found[FIRST] | {"index": number, "frame": name} for number, name in enumerate(names, 1)]
    signed(folder, [json.dumps(line) for line in (found[HEADER], *steps)])


def animated(folder: Path) -> None:
    frames = [Image.fromarray(np.full((100, 200, 3), shade, np.uint8)) for shade in range(50)]
    frames[0].save(frame_of(folder), "WEBP", lossless=True, save_all=True, append_images=frames[1:])


def another(folder: Path) -> None:
    other = make_frame(200)
    write_frame(folder, other)
    (folder / f"{other.digest}.webp").replace(frame_of(folder))


def cut(folder: Path) -> None:
    path = frame_of(folder)
    path.write_bytes(path.read_bytes()[:-10])


def without(folder: Path) -> None:
    for path in (folder / "frames").iterdir():
        path.unlink()
    (folder / "frames").rmdir()


def frames_are_a_file(folder: Path) -> None:
    without(folder)
    (folder / "frames").write_text("no folder")


REFUSED: dict[str, Callable[[Path], object]] = {
    # the file of lines
    "empty": session(b""),
    "a digest that forges a line": key(FIRST, "prompt", json.dumps("x\nPASSED base 4 of 4 checks hold")),
    "a digest without end": key(FIRST, "prompt", json.dumps("x" * 200_000)),
    "an event that forges a line": key(FIRST, "event", json.dumps("x\n::error::owned")),
    "an event without end": key(FIRST, "event", json.dumps("x" * 200_000)),
    "a key that forges a line": lines(lambda found: found[FIRST].update({"a\n::error::x": 1})),
    "one empty line": session(b"\n"),
    "words": session(b"This is no recording.\n"),
    "a list": session(b"[]\n"),
    "a number": session(b"1e999\n"),
    "zeros": session(bytes(1_000_000)),
    "not UTF-8": session(b'{"event": "\xff\xfe"}\n'),
    "lines that are not UTF-8 later": lambda folder: (folder / "session.jsonl").write_bytes(
        (folder / "session.jsonl").read_bytes() + b"\xc3\x28\n"
    ),
    "UTF-16": recoded("utf-16"),
    "a byte order mark": recoded("utf-8-sig"),
    "packed and cut off": packed,
    "zipped and cut off": zipped,
    "a line of 50 MB": session(b"a" * 50_000_000 + b"\n"),
    "nested a hundred thousand deep, unsigned": session(DEEP.encode() + b"\n"),
    "a folder": in_place("session.jsonl", lambda path: path.mkdir()),
    "a pipe": in_place("session.jsonl", os.mkfifo),
    "a socket": in_place("session.jsonl", listening),
    "a device": in_place("session.jsonl", lambda path: path.symlink_to("/dev/zero")),
    "a link to itself": in_place("session.jsonl", lambda path: path.symlink_to(path)),
    "a link to nothing": in_place("session.jsonl", lambda path: path.symlink_to("nothing")),
    "a terabyte of nothing": in_place("session.jsonl", sparse),
    "gone": in_place("session.jsonl", lambda path: None),
    # the header
    **{
        f"format {written[:12]}": key(HEADER, "format", written)
        for written in (DIGITS, "NaN", "1e999", "null", "-1", '"x"', "[]", "{}", "2.5", "0", "99")
    },
    "size of 5,000 digits": key(HEADER, "size", f"[{DIGITS}, 1]"),
    "size below nothing": key(HEADER, "size", "[-5, -5]"),
    "size of nothing": key(HEADER, "size", "[0, 0]"),
    "size without end": key(HEADER, "size", "[1e999, 1]"),
    "size of one number": key(HEADER, "size", "[1]"),
    "a task nested deep": key(HEADER, "task", DEEP),
    "no task": key(HEADER, "task", "null"),
    "an event that is a list": key(HEADER, "event", "[]"),
    "no such event": key(HEADER, "event", '"boo\\u001b[2J"'),
    "a key nobody knows": key(HEADER, "zzz", '"\\u001b]0;title\\u0007"'),
    "versions of 5,000 digits": key(HEADER, "versions", DIGITS),
    "a step limit of 5,000 digits": key(HEADER, "task.limits.steps", DIGITS),
    "no header": lines(lambda found: found.pop(HEADER)),
    "two headers": lines(lambda found: found.insert(1, found[HEADER])),
    # the steps
    **{
        f"index {written[:6]}": key(FIRST, "index", written)
        for written in ("0", "-1", "2", DIGITS, "1e999", "NaN", '"x"', "null")
    },
    "a step twice": lines(lambda found: found.insert(FIRST, found[FIRST])),
    "steps in another order": lines(lambda found: found.insert(FIRST, found.pop(SECOND))),
    "a check before a step": lines(lambda found: found.insert(FIRST, found.pop(CHECK))),
    "a step behind the end": lines(lambda found: found.append(found[FIRST])),
    "two ends": lines(lambda found: found.append(found[END])),
    **{
        f"a frame called {name}": key(FIRST, "frame", written)
        for name, written in {
            "a way up": '"../../../etc/passwd"',
            "a root": '"/dev/zero"',
            "nothing": '""',
            "in capitals": f'"{"A" * 64}"',
            "with a line end": f'"{"a" * 64}\\n"',
            "with a NUL": f'"{"a" * 63}\\u0000"',
            "a list": "[]",
            "5,000 digits": DIGITS,
        }.items()
    },
    **{
        f"pointer {written[:10]}": key(FIRST, "pointer", written)
        for written in (f"[{DIGITS}, 1]", "[NaN, 1]", "[1e999, 1]", "[1]", "[0.5, 1]", '"0xfff"', "[[1], 2]")
    },
    **{
        f"timing {written[:8]}": key(FIRST, "timing", f'{{"model": {written}}}')
        for written in (DEEP, '"x"', "null")
    },
    "usage below nothing": key(FIRST, "usage", '{"prompt": "x"}'),
    "a call that nobody knows": key(FIRST, "call", '{"action": "boo"}'),
    "a call nested deep": key(FIRST, "call", DEEP),
    "a place without end": key(FIRST, "call.coordinate", "[1e999, 5]"),
    "an outcome nobody knows": key(FIRST, "outcome", '"won\\u202e"'),
    "replies that are none": key(FIRST, "replies", "[1, 2, 3]"),
    "an action that is a list": key(FIRST, "action", "[]"),
    "a verdict nobody knows": key(END, "verdict", '"won"'),
    "a count of steps without end": key(END, "steps", "1e999"),
    # the frames
    "a frame gone": in_place("frame", lambda path: None),
    "all frames gone": without,
    "a file for the frames' folder": frames_are_a_file,
    "an empty frame": in_place("frame", lambda path: path.touch()),
    "a frame cut off": cut,
    "another frame": another,
    "a frame that is a PNG": lambda folder: frame_of(folder).write_bytes(
        picture((200, 100), format="PNG", lossless=None)
    ),
    "a frame that is words": in_place("frame", lambda path: path.write_text("no picture")),
    "a frame that is a folder": in_place("frame", lambda path: path.mkdir()),
    "a frame that is a pipe": in_place("frame", os.mkfifo),
    "a frame that is a device": in_place("frame", lambda path: path.symlink_to("/dev/zero")),
    "a frame that is a link to itself": in_place("frame", lambda path: path.symlink_to(path)),
    "a frame of a terabyte": in_place("frame", sparse),
    "a frame that moves": animated,
    "a frame that is unpacked to a hundred times the screen": bomb,
    "a hundred frames that are unpacked to gigabytes": cluster,
}
"""Attacks on a recording that can only be refused."""

TOLD: dict[str, Callable[[Path], object]] = {
    "a reply of 20 MB": long(FIRST, "reply", "x", 20_000_000),
    "a reply that moves the cursor": key(FIRST, "reply", '"\\u001b[2J\\u001b]0;x\\u0007"'),
    "a note of 10 MB": long(THIRD, "note", "x", 10_000_000),
    "a note written backwards": key(THIRD, "note", '"\\u202eboo"'),
    "a request with half a sign": key(FIRST, "request", '"\\ud800"'),
    "a prompt of another": key(FIRST, "prompt", '"0"'),
    "a request of 10 MB, and the prompt of another": lines(
        lambda found: found[FIRST].update(request="x y\n" * 2_500_000, prompt="0")
    ),
    "a message of 10 MB": long(END, "message", "\x1b", 10_000_000),
    "an action of 5,000 digits": key(FIRST, "action", f'{{"kind": "click", "point": [{DIGITS}, 1]}}'),
    "an action nested deep": key(FIRST, "action", f'{{"kind": {DEEP}}}'),
    "an action off the screen": key(FIRST, "action", '{"kind": "click", "point": [1152921504606846975, 1]}'),
    "an action that is no number": key(FIRST, "action", '{"kind": "click", "point": [NaN, 1e999]}'),
    "a place of 0xfff": key(FIRST, "call.coordinate", "[1152921504606846975, 5]"),
    "a count of steps": key(END, "steps", "77"),
    "twenty thousand checks": lines(
        lambda found: found.__setitem__(slice(CHECK, END), [found[CHECK]] * 20_000)
    ),
}
"""Attacks that may be refused, or be told as what differs from today's run."""

HARMLESS: dict[str, Callable[[Path], object]] = {
    "frames elsewhere": lambda folder: (
        (folder / "frames").rename(folder.parent / "elsewhere"),
        (folder / "frames").symlink_to(folder.parent / "elsewhere"),
    ),
    "frames of nobody": lambda folder: (folder / "frames" / "x.webp").write_bytes(b"x"),
    "a time of 1e308": key(FIRST, "timing", '{"settling": 1e308}'),
    "a torn line behind the end": lambda folder: (folder / "session.jsonl").write_bytes(
        (folder / "session.jsonl").read_bytes() + b'{"event": "st'
    ),
}
"""What changes nothing."""
