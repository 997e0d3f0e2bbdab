"""Entry point: `python -m benchmarks.weakened [NAME ...] [--jobs N]`: audits of weakened tasks.

Exit status 1: an audit did not name a step that no check notices, or named one that a check does.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from agent.audit.audited import as_it_is
from agent.audit.battery import Battery
from agent.commands.jobs import side_by_side
from agent.runs.options import RunOptions
from agent.runs.planning.plan import plan
from agent.task import load_task
from benchmarks.weakened.tasks import WEAKENED, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.audit.report import Audit
    from agent.runs.attempts import Does
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result
    from benchmarks.weakened.tasks import Weakened

FOLDER = Path("runs/weakened")
"""Below the tree, so that the tasks' programs are found."""
READER = RunOptions(model="reader")


def main() -> int:
    """Audit those that were named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.weakened")
    parser.add_argument("names", nargs="*", help="parts of names")
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    chosen = [one for one in WEAKENED if not given.names or any(name in one.name for name in given.names)]
    found = sum(_is_found(one, given.jobs) for one in chosen)
    print(f"{found} of {len(chosen)} found")
    return int(found < len(chosen))


def _is_found(weakened: Weakened, jobs: int) -> bool:
    audit = audited(weakened, jobs)
    unseen = survivors(audit, weakened)
    right = unseen == weakened.unseen and not audit.count("not judged")
    told = f"{'found' if right else 'MISSED':8}{weakened.name:26}{audit.score:5.0%}  {audit.seconds:5.0f} s  "
    print(told + "; ".join(sorted(unseen)), flush=True)
    return right


def survivors(audit: Audit, weakened: Weakened) -> frozenset[str]:
    """The steps that no check noticed, as the task writes them as far as it is told to."""
    steps = whole(weakened.base)["steps"]
    numbers = {one.step for one in audit.survivors}
    found = [step for number, step in enumerate(steps, 1) if number in numbers]
    known = sorted(weakened.unseen, key=len)
    return frozenset(next((name for name in known if step.startswith(name)), step) for step in found) | (
        {"nothing done"} if None in numbers else set()
    )


def audited(weakened: Weakened, jobs: int = 1) -> Audit:
    """The audit of one."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"{weakened.name.replace(', ', '_').replace(' ', '_')}.yaml"
    file.write_text(yaml.safe_dump(whole(weakened.base) | {"checks": list(weakened.checks)}), "utf-8")
    [planned] = plan(load_task(file).runs(), 1, None)

    def do_all(planned: Sequence[Planned], does: Does) -> Iterator[Result]:
        if jobs == 1:
            return (does(one, READER) for one in planned)
        return side_by_side(jobs, planned, does, READER)

    return Battery(as_it_is(planned, READER), do_all).run()


if __name__ == "__main__":
    raise SystemExit(main())
