"""`agent doctor`: what a finding looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands import doctor
from agent.doctor.finding import Finding

if TYPE_CHECKING:
    import pytest

FINDINGS = (
    Finding(name="Python", state="ok", what="3.11", mend="never shown"),
    Finding(name="GPU", state="warning", what="none", mend="use a server"),
    Finding(name="keyboard", state="missing", what="no XTEST", mend="apt-get install xvfb"),
)


def test_each_has_its_mark_and_what_mends_it(capsys: pytest.CaptureFixture[str]) -> None:
    doctor._print(FINDINGS)
    said = capsys.readouterr().out
    assert [line.split()[0] for line in said.splitlines() if line[0] != " "] == ["✓", "!", "✗"]
    assert "use a server" in said
    assert "apt-get install xvfb" in said
    assert "never shown" not in said


def test_a_finding_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    doctor._print((Finding(name="[bold]x", state="ok", what="[red]:smile: 42"),))
    assert "[bold]x" in (said := capsys.readouterr().out)
    assert "[red]:smile: 42" in said
