"""Entry point: the folder of data of `agent bench realdrift`.

`python -m benchmarks.realdrift DIR [RELEASE ...]` installs what `releases.json` names, draws the
register with each release, and records the task on it with the embedded model. What is there is kept: the
same command goes on. A release on which the model could not do the task is replayed on, and not recorded.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from benchmarks.realdrift import npm, toolkits
from benchmarks.realdrift.programs import register
from benchmarks.realdrift.recording import record

_HERE = Path(__file__).parent


def main() -> int:
    """Make it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.realdrift")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("releases", nargs="*", metavar="RELEASE", help="only these (default: all)")
    given = parser.parse_args()
    data: Path = given.folder
    known: dict[str, dict[str, Any]] = json.loads((_HERE / "releases.json").read_text())
    wanted = [name for name in known if not given.releases or name in given.releases]
    made = [name for name in wanted if _made(name, known[name], data)]
    _write_set(data, {name: told for name, told in known.items() if name in made or _is_recorded(name, data)})
    for name in made:
        print(f"{name}: {record(data, name, register.wanted())}", flush=True)
    return int(made != wanted)


def _is_recorded(name: str, data: Path) -> bool:
    """Whether an earlier call has made it."""
    return (data / "recordings" / name).exists()


def _made(name: str, told: dict[str, Any], data: Path) -> bool:
    """Whether a release's program could be made."""
    try:
        if "kit" in told:
            npm.build(name, told, data / "build" / name, data / "pages" / name)
        else:
            toolkits.install(told, data)
    except (OSError, subprocess.CalledProcessError) as fault:
        print(f"{name}: left out: {fault}", flush=True)
        return False
    return True


def _write_set(data: Path, releases: dict[str, dict[str, Any]]) -> None:
    shutil.copytree(
        _HERE / "programs",
        data / "programs",
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(_HERE / "task.yaml", data)
    listed = {
        "task": "task.yaml",
        "releases": [
            {
                "name": name,
                "library": told["library"],
                "command": toolkits.command(told),
                "versions": told.get("packages", {}),
            }
            for name, told in releases.items()
        ],
        "regressions": [one for one in register.REGRESSIONS if one != "none"],
        "wanted": register.wanted(),
    }
    (data / "set.json").write_text(json.dumps(listed, indent=1))


if __name__ == "__main__":
    raise SystemExit(main())
