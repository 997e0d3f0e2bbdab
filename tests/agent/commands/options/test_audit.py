"""The options of `agent audit`."""

from __future__ import annotations

from agent.commands.options.audit import AuditCommand
from agent.runs.options import RunOptions
from tests.agent.commands.given import options_of


def test_all_of_them_land() -> None:
    given = options_of(
        "audit one two -k form --var k=v --lies drop,twice --display :5 --timeout 9 --jobs 2 "
        "--keep --json --debug"
    )
    assert given == AuditCommand(
        tasks=("one", "two"),
        overrides={"k": "v"},
        run=RunOptions(model="reader", display=":5", timeout=9.0, debug=True),
        selected="form",
        jobs=2,
        keep=True,
        json=True,
        lies=("drop", "twice"),
    )


def test_the_usual_ones() -> None:
    given = options_of("audit t")
    assert (given.jobs, given.keep, given.selected, given.run.model, given.lies) == (
        1,
        False,
        None,
        "reader",
        (),
    )
