"""Start the register of one release: `python programs/start.py RELEASE --regression R --state FILE`."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from register import Register

_SET = Path(__file__).resolve().parent.parent


def main() -> None:
    """Show it, in this interpreter or in that of the release's toolkit."""
    given = argparse.ArgumentParser()
    given.add_argument("release")
    given.add_argument("--regression", default="none")
    given.add_argument("--state", type=Path, required=True)
    told = given.parse_args()
    known = {one["name"]: one for one in json.loads((_SET / "set.json").read_text())["releases"]}
    if told.release not in known:
        raise SystemExit(f"{told.release}: there is no such release; known: {', '.join(known)}")
    command = known[told.release].get("command")
    if command:
        interpreter = str(_SET / command[0])  # one that is absolute stays so
        rest = ["--regression", told.regression, "--state", str(told.state.resolve())]
        os.execv(
            interpreter,
            [
                interpreter,
                *(str(_SET / part) if part.endswith(".py") else part for part in command[1:]),
                *rest,
            ],
        )
    from web import show

    show(Register(told.regression, told.state), _SET / "pages" / told.release)


if __name__ == "__main__":
    main()
