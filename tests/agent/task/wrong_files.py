"""Wrong task files and what is said of each, from the tables in `wrong/`.

A name stands behind `===`, its files behind `---`, and behind `>>>` what is said, each line up to the list of
what is known.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

WRONG = Path(__file__).parent / "wrong"


class Case(NamedTuple):
    """Files of one task, and what is said of them."""

    files: dict[str, bytes]
    said: list[str]


def cases() -> Iterator[tuple[str, Case]]:
    for table in sorted(WRONG.glob("*.txt")):
        for entry in re.split(r"^=== ", table.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = entry.partition("\n")
            written, _, said = rest.partition(">>>\n")
            files = dict(file(part) for part in re.split(r"^--- ", written, flags=re.MULTILINE)[1:])
            yield f"{table.stem}: {name}", Case(files, said.strip("\n").splitlines())


def file(part: str) -> tuple[str, bytes]:
    head, _, body = part.partition("\n")
    name, _, encoding = head.partition(" ")
    return name, body.encode(encoding or "utf-8")


CASES = dict(cases())
