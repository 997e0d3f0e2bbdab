"""Terminal output of runs: progress, and the summary at the end. On standard error."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from agent.episode import Watcher
from agent.printing.counted import counted
from agent.printing.escapes import visible
from agent.protocol.toolcall import action_line
from agent.runs.report.result import PARTS
from tools.action import point_of

if TYPE_CHECKING:
    from rich.console import Console

    from agent.checks import CheckResult
    from agent.episode import Step, Verdict
    from agent.runs.report.result import Result
    from agent.task import Task

_STYLE: dict[Verdict, str] = {
    "passed": "bold green",
    "failed": "bold red",
    "gave_up": "bold red",
    "stopped": "bold yellow",
    "interrupted": "bold yellow",
    "model_error": "bold magenta",
    "environment_error": "bold magenta",
}
_LONGEST = 300
"""Characters of a foreign text on a terminal."""
_WIDE = 120
"""Columns from which a line has room for the seconds of each part."""
_TARGET = 22
"""Columns for what was done where."""
_SENTENCE = 48
"""Columns for what is done, where lines are not cut: a longer sentence moves what follows."""


def plain(text: str, console: Console | None = None) -> str:
    """Foreign text made harmless for a terminal: one line, with every sign visible.

    Not endless either, unless it goes to a console that is no terminal.
    """
    shown = visible(" ".join(text.split()))
    whole = len(shown) <= _LONGEST or (console is not None and not console.is_terminal)
    return shown if whole else f"{shown[:_LONGEST]}…"


class Progress(Watcher):
    """A watcher that prints a line for each step as it ends."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def starting(self, label: str) -> None:
        """Say which run it is; its display and programs come up next."""
        self._console.print(Text.assemble(("▶ ", "bold cyan"), (plain(label, self._console), "bold")))

    def began(self, task: Task, system: str) -> None:
        """Say what is to be done."""
        del system
        self._console.print(Text(f"  {plain(task.instruction, self._console)}", style="italic"))

    def stepped(self, step: Step) -> None:
        """What it did, where, and how long each part took."""
        self._console.print(_step_line(step, self._console))
        if step.note:
            self._console.print(Text(f"       {plain(step.note, self._console)}", style="yellow"))


def _step_line(step: Step, console: Console) -> Text:
    """One line that fits the terminal; a narrow one shows the step's seconds as one sum."""
    width = console.width
    seconds = {name: spent for name, spent in step.timing if name in PARTS}
    if width >= _WIDE:
        spent = " ".join(f"{name} {seconds.get(name, 0.0):.2f}" for name in PARTS)
    else:
        spent = f"{sum(seconds.values()):5.2f} s"
    doing = Text(plain(action_line(step.completion.text), console) or step.outcome)
    target = Text(_target(step))
    if not console.is_terminal:
        doing.pad_right(max(0, _SENTENCE - doing.cell_len))
        target.pad_right(max(0, _TARGET - target.cell_len))
    else:
        doing.truncate(max(20, width - len(spent) - _TARGET - 9), overflow="ellipsis", pad=True)
        target.truncate(_TARGET, overflow="ellipsis", pad=True)
    style = {"done": "green", "ended": "cyan"}.get(step.outcome, "yellow")
    return Text.assemble(
        (f"  {step.index:3}  ", style), doing, " ", (target.plain, "cyan"), (f" {spent}", "dim")
    )


def _target(step: Step) -> str:
    if step.action is None:
        return step.call.action if step.call else step.outcome
    point = point_of(step.action)
    named = step.call.action if step.call else step.action.kind
    return f"{named} {point.x},{point.y}" if point else named


def print_result(console: Console, result: Result) -> None:
    """The verdict, each check's expected and actual, where the time went and where the recording lies."""
    word, style = _word(result)
    head = Text.assemble((f"{word:8}", style), " ", (plain(result.task, console), "bold"))
    head.append(f"  {plain(result.message, console)}")
    if result.score is not None and result.score < 1:
        head.append(f"  score {result.score:.2f}")
    console.print(head)
    for number, earlier in enumerate(result.attempts, 1):
        _print_attempt(console, number, earlier)
    if result.said:
        console.print(Text(f"  {plain(result.said, console)}"))
    for name, value in result.values.items():
        console.print(Text(f"  {plain(name, console)} = {plain(value, console)}", "cyan"))
    for one, times in Counter(result.interruptions).items():
        console.print(Text(f"  {plain(one, console)}{f', {times} times' if times > 1 else ''}", "yellow"))
    _print_checks(console, result)
    spent = ", ".join(f"{name} {result.timing[name]:.1f}" for name in PARTS if name in result.timing)
    used = f", {result.tokens} tokens" if result.tokens else ""
    used += f", cost {result.cost:.4g}" if result.cost else ""
    parts = f" ({spent})" if spent else ""
    console.print(
        Text(f"  {counted(result.steps, 'step', 'steps')} in {result.seconds:.1f} s{parts}{used}", "dim")
    )
    if result.picture:
        console.print(Text(f"  picture: {visible(result.picture)}", "dim"), soft_wrap=True)
    if result.recording:
        console.print(Text(f"  recording: {visible(result.recording)}", "dim"), soft_wrap=True)
        console.print(
            Text(
                f"  again, without a screen: {_agent()} replay {visible(shlex.quote(result.recording))}",
                "dim",
            ),
            soft_wrap=True,
        )


def _word(result: Result) -> tuple[str, str]:
    """The verdict, as it is told, and its style."""
    if result.verdict == "passed" and (result.flaky or result.healed):
        return "FLAKY" if result.flaky else "HEALED", "bold yellow"
    return result.verdict.upper(), _STYLE[result.verdict]


def _print_attempt(console: Console, number: int, earlier: Result) -> None:
    """What came of a run before it was done again."""
    said = f"  attempt {number}: {earlier.verdict}: {plain(earlier.message, console)}"
    where = "".join(f"; {visible(path)}" for path in (earlier.picture, earlier.recording) if path)
    console.print(Text(f"{said}{where}", "yellow"), soft_wrap=True)


def _agent() -> str:
    """How this user calls the command: by its name, or by its place in an environment not activated."""
    if shutil.which("agent"):
        return "agent"
    if Path(sys.argv[0]).name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m agent"
    return shlex.quote(sys.argv[0])


def _print_checks(console: Console, result: Result) -> None:
    """What was looked at, and then what a model was asked."""
    for check in result.checks:
        if not check.opinion:
            _print_check(console, check)
    asked = [check for check in result.checks if check.opinion]
    if asked:
        console.print(Text("  answers of a model, apart from the checks:", "dim"))
    for check in asked:
        _print_check(console, check)


def _kind(check: CheckResult) -> str:
    """The check's kind; of what a step expected the step's line: its sentence tells the kind itself."""
    return f"line {check.line}:" if check.midway else check.kind


def _print_check(console: Console, check: CheckResult) -> None:
    mark, style = ("✓", "green") if check.passed else ("✗", "red")
    console.print(
        Text.assemble(
            (f"  {mark} ", style),
            (f"{_kind(check)} ", "bold"),
            plain(check.what, console),
            (f"  weight {check.weight:g}" if check.weight != 1 else "", "dim"),
        )
    )
    if check.before and check.passed:
        console.print(Text("      held before the first act as well", "yellow"))
    if not check.passed:
        console.print(Text(f"      expected {plain(check.expected, console)}", "green"))
        console.print(Text(f"      actual   {plain(check.actual, console)}", "red"))
        if check.picture:
            console.print(Text(f"      compared: {visible(check.picture)}", "dim"), soft_wrap=True)
