"""`agent drift REC...`: recordings replayed on their programs changed in known ways, and a report of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from agent.commands import exit_status
from agent.commands.consent import consent
from agent.drift.battery import Plan, drift_battery
from agent.drift.kinds import HARMLESS, named
from agent.drift.report import Report
from agent.printing.console import stderr_console
from agent.printing.escapes import as_json
from agent.printing.streams import tell, write_json
from agent.recording.reading import load_recording
from agent.replay.live.recorded_task import runs_of
from agent.runs.report.file import ReportFile
from agent.runs.report.terminal import plain

if TYPE_CHECKING:
    from rich.console import Console

    from agent.commands.options.drift import DriftCommand
    from agent.drift.report import Outcome, Trial

_STYLE: dict[Outcome, str] = {
    "right": "green",
    "needless stop": "yellow",
    "wrong": "red",
    "silent wrong": "bold red",
    "void": "dim",
}


def main(options: DriftCommand) -> int:
    """Do the battery; 1 when there was a silent wrong action, else 0."""
    plan = Plan(named(options.drifts), options.seeds, options.inside, options.live)
    file = ReportFile("--report", options.report) if options.report else None
    console = stderr_console()
    recordings = map(load_recording, options.recordings)
    runs = [run for one in recordings for run in runs_of(one, plan.live.task, plan.live.overrides)]
    consent(runs, plan.live.task, console)
    trials: list[Trial] = []

    def report_trial(trial: Trial) -> None:
        trials.append(trial)
        _tell(console, trial)
        if file:  # as it goes: a battery takes long, and may be stopped
            report = Report(trials=tuple(trials)).model_dump(mode="json")
            file.write(f"{as_json(report, indent=1)}\n".encode())

    report = drift_battery(options.recordings, plan, report_trial)
    _print(console, report)
    if options.json:
        shown = {"exit": _status(report), "drifts": [row.model_dump() for row in report.rows]}
        told = shown | {"trials": [trial.model_dump(mode="json") for trial in report.trials]}
        write_json(told)
    if file and file.fault:
        tell(f"agent: {file.fault}\n")
        return exit_status.ENVIRONMENT
    return _status(report)


def _status(report: Report) -> int:
    return exit_status.FAILED if report.silent_wrong else exit_status.PASSED


def _tell(console: Console, trial: Trial) -> None:
    """A line for each replay, and why, where it was not right."""
    style = _STYLE[trial.outcome]
    head = Text.assemble(
        (f"{trial.outcome:14}", style),
        f"{trial.drift:13} seed {trial.seed:<4}{trial.seconds:5.1f} s  ",
        (plain(trial.told, console), "dim"),
    )
    if console.is_terminal:
        head.truncate(max(40, console.width), overflow="ellipsis")
    console.print(head)
    if trial.outcome not in ("right", "void"):
        console.print(Text(f"    {plain(trial.why, console)}", style))
        console.print(Text(f"    recording: {trial.recorded}", "dim"), soft_wrap=True)


def _print(console: Console, report: Report) -> None:
    """The table, and the two shares."""
    names = ("drift", "should", "replays", "right", "needless stops", "wrong", "silent wrong", "void")
    table = Table(*names, box=None, header_style="dim")
    for column in table.columns[2:]:
        column.justify = "right"
    for row in report.rows:
        counts = (row.needless_stops, row.wrong, row.silent_wrong)
        styles = ("yellow", "red", "bold red")
        marked = [
            Text(str(count), style if count else "dim") for count, style in zip(counts, styles, strict=True)
        ]
        should = "pass" if row.drift in HARMLESS else "stop"
        void = Text(str(row.void) if row.void else "", "dim")
        table.add_row(row.drift, should, str(row.replays), Text(str(row.right), "green"), *marked, void)
    console.print(table)
    wrong, needless = report.silent_wrong_share, report.needless_stop_share
    console.print(f"silent wrong actions {wrong:.1%}, needless stops {needless:.1%}")
