"""Terminal output of an audit: a line for each mutant, and the table at the end. On standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from agent.runs.report.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from agent.audit.judging import Outcome
    from agent.audit.report import Audit, Judged

_WORDS: dict[Outcome, tuple[str, str]] = {
    "check": ("by a check", "green"),
    "step": ("by a step", "cyan"),
    "survived": ("SURVIVED", "bold red"),
    "equivalent": ("equivalent", "dim"),
    "not judged": ("not judged", "bold magenta"),
}
_WIDEST = max(len(word) for word, _ in _WORDS.values())
_SENTENCE = 60
"""Columns for a step in the table."""


def print_mutant(console: Console, one: Judged, count: str) -> None:
    """One line as it comes; where nothing noticed it, where to look.

    Args:
        console: Where.
        one: The mutant.
        count: Such as `3/29`.
    """
    word, style = _word(one)
    said = f"{one.text}: {one.told}" if one.text else one.told
    line = Text.assemble((f"  {count:>7}  ", "dim"), (f"{word:{_WIDEST}}", style), "  ", plain(said, console))
    if one.why:
        line.append(f"  {plain(one.why, console)}", "dim")
    if console.is_terminal:
        line.truncate(max(40, console.width), overflow="ellipsis")
    console.print(line)


def print_audit(console: Console, audit: Audit) -> None:
    """The table of a task's steps, what survived and why, and the score."""
    console.print(Text.assemble("\n", (plain(audit.task, console), "bold"), (f"  {audit.file}", "dim")))
    console.print(_table(console, audit))
    for one in audit.mutants:
        _explain(console, one)
    for check in audit.checks:
        if not check.noticed:
            held = ", and held before anything was done" if check.before else ""
            console.print(
                Text(f"  no mutant was noticed by: {check.kind} {plain(check.what, console)}{held}", "yellow")
            )
    console.print(_score(audit))


def _table(console: Console, audit: Audit) -> Table:
    """A row a step: what came of leaving it out, and of another value."""
    table = Table("line", "step", "left out", "other value", box=None, header_style="dim", pad_edge=True)
    for one in audit.mutants:
        if one.step is None:
            table.add_row("", Text(f"({plain(one.told, console)})", "italic"), _cell([one]), "")
    for number in sorted({one.step for one in audit.mutants if one.step is not None}):
        of_step = [one for one in audit.mutants if one.step == number]
        text = Text(plain(of_step[0].text, console))
        text.truncate(_SENTENCE, overflow="ellipsis")
        line = of_step[0].where.rpartition(":")[2]
        cells = (_cell([one for one in of_step if one.kind == kind]) for kind in ("left out", "other value"))
        table.add_row(Text(line, "dim"), text, *cells)
    return table


def _cell(mutants: Sequence[Judged]) -> Text:
    return Text.assemble(*(_word(one) for one in mutants))


def _word(one: Judged) -> tuple[str, str]:
    return ("explained", "yellow") if one.accepted else _WORDS[one.outcome]


def _explain(console: Console, one: Judged) -> None:
    """Where a survivor stands, and why it is let; why one was not judged."""
    if one.outcome == "not judged":
        console.print(Text(f"  {one.where}: not judged ({one.told}): {plain(one.why, console)}", "magenta"))
    if one.outcome != "survived":
        return
    what = f"{one.text}: {one.told}" if one.text else one.told
    if one.accepted:
        said = f"  {one.where}: explained: {plain(what, console)}: {plain(one.accepted, console)}"
        console.print(Text(said, "yellow"), soft_wrap=True)
        return
    console.print(
        Text(f"  {one.where}: no check notices: {plain(what, console)}", "bold red"), soft_wrap=True
    )
    if one.recording:
        console.print(Text(f"      it passed in {plain(one.recording, console)}", "dim"), soft_wrap=True)


def _score(audit: Audit) -> Text:
    parts = [f"{audit.count('check')} noticed by checks", f"{audit.count('step')} by a later step"]
    explained = sum(bool(one.accepted) for one in audit.mutants)
    parts += [f"{len(audit.survivors)} survived"] if audit.survivors else []
    parts += [f"{explained} explained"] if explained else []
    parts += [f"{audit.count('not judged')} not judged"] if audit.count("not judged") else []
    parts += [f"{audit.count('equivalent')} equivalent"] if audit.count("equivalent") else []
    style = (
        "bold green" if audit.noticed == audit.counted else "bold red" if audit.survivors else "bold yellow"
    )
    return Text.assemble(
        (f"  {audit.score:.0%}", style), f"  {audit.noticed} of {audit.counted} mutants: {', '.join(parts)}"
    )
