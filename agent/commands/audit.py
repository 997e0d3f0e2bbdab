"""`agent audit TASK...`: mutants of tasks, done; those that pass all the same, and the score."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.audit.audited import as_it_is
from agent.audit.battery import Battery
from agent.audit.mutants import expects
from agent.audit.recorded.doing import recorded_as_it_is
from agent.audit.terminal import print_audit, print_mutant
from agent.commands import exit_status
from agent.commands.check import check_runs, load_runs
from agent.commands.jobs import side_by_side
from agent.commands.run import one_by_one, selected
from agent.errors import BadInput
from agent.printing.console import stderr_console
from agent.printing.streams import write_json
from agent.recording.lines import SESSION
from agent.replay.live.run import plan_replays
from agent.replay.options import LiveOptions
from agent.runs.planning.plan import plan
from agent.runs.report.terminal import Progress
from agent.task.unused import refuse_unused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from agent.audit.audited import Audited
    from agent.audit.report import Audit, Judged
    from agent.commands.options.audit import AuditCommand
    from agent.runs.attempts import Does
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result
    from agent.task import Run


def main(options: AuditCommand) -> int:
    """Audit every run; 1 when a mutant survived that nobody explained, 3 when one could not be judged."""
    console = stderr_console()
    recordings = [Path(name) for name in options.tasks if (Path(name) / SESSION).exists()]
    tasks = [name for name in options.tasks if Path(name) not in recordings]
    asked = load_runs(tasks, options.overrides) if tasks else []
    runs = selected(asked, options.selected) if tasks else []
    check_runs(runs, options.run)
    if tasks:
        refuse_unused([run.file for run in asked], options.overrides)
    _refuse_unchecked(runs)
    replays = [(folder, _replayed(folder, options)) for folder in recordings]
    found = _baselines(plan(runs, 1, None), replays, options, console)
    _tell_cost(console, found, options.jobs)
    audits = [_audited(one, options, console) for one in found]
    status = _status(audits)
    for audit in audits:
        print_audit(console, audit)
    if options.json:
        write_json({"exit": status, "audits": [_shown(audit) for audit in audits]})
    return status


def _refuse_unchecked(runs: Sequence[Run]) -> None:
    """Say at once which tasks would notice nothing. Raises BadInput."""
    faults = [
        BadInput(_unchecked(run))
        for run in runs
        if not run.file.written.checks and not expects(run.resolve(Path("workdir")))
    ]
    if faults:
        raise BadInput.together(faults)


def _unchecked(run: Run) -> str:
    return (
        f"{run.file.document.path}:1: has no checks, so it would notice nothing: whatever is done, it "
        "passes; add `checks:`, or steps that begin with Expect"
    )


def _replayed(folder: Path, options: AuditCommand) -> Planned:
    """The replay of a recording. Raises BadInput: it can't be replayed live, or no check would notice it."""
    live = LiveOptions(run=options.run, overrides=options.overrides)
    (replay,) = plan_replays(folder, live)
    run = replay.planned.run
    if not run.file.written.checks:
        raise BadInput(_unchecked(run))
    return replay.planned


def _baselines(
    planned: Sequence[Planned],
    replays: Sequence[tuple[Path, Planned]],
    options: AuditCommand,
    console: Console,
) -> list[Audited]:
    """Each run as it is, the replays last. Raises BadInput where one does not pass."""
    progress = Progress(console)
    found = []
    for one in planned:
        progress.starting(f"{one.label}  (as it is)")
        found.append(as_it_is(one, options.run, [progress], options.lies))
    for folder, one in replays:
        progress.starting(f"{one.label}  (as it is, from {folder})")
        found.append(recorded_as_it_is(folder, one, options.run, [progress], options.lies))
    return found


def _tell_cost(console: Console, found: Sequence[Audited], jobs: int) -> None:
    """How many runs come now, and how long they take at least: as long as the tasks as they are."""
    turns = sum(one.turns for one in found)
    seconds = sum(one.turns * one.result.seconds for one in found) / min(jobs, max(turns, 1))
    beside = f", {jobs} at a time" if jobs > 1 else ""
    told = f"{turns} mutants to be done, {_minutes(seconds)} or more{beside}"
    console.print(f"{told}, as steps that wait in vain take their time")


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds >= 90 else f"{seconds:.0f} seconds"  # noqa: PLR2004


def _audited(audited: Audited, options: AuditCommand, console: Console) -> Audit:
    """Its mutants, a line each."""
    console.print(f"▶ {audited.planned.label}", style="bold")
    done = 0

    def on_judged(one: Judged) -> None:
        nonlocal done
        done += 1
        print_mutant(console, one, f"{done}/{audited.turns}")

    def do_all(planned: Sequence[Planned], does: Does) -> Iterator[Result]:
        if options.jobs == 1 or len(planned) == 1:
            return one_by_one(planned, does, options.run)
        return side_by_side(options.jobs, planned, does, options.run)

    return Battery(audited, do_all, keep=options.keep).run(on_judged)


def _status(audits: Sequence[Audit]) -> int:
    if any(audit.survivors for audit in audits):
        return exit_status.FAILED
    if any(audit.count("not judged") for audit in audits):
        return exit_status.ENVIRONMENT
    return exit_status.PASSED


def _shown(audit: Audit) -> dict[str, object]:
    counts = {"score": round(audit.score, 4), "noticed": audit.noticed, "counted": audit.counted}
    return audit.model_dump(mode="json") | counts
