"""Hostile words for a terminal, a CI server and a script; outputs that take nothing, or not every sign."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from agent.checks import CheckResult
from agent.cli import main
from agent.commands.options.shared import Output
from agent.commands.results import Results
from agent.drift.report import Report, Trial
from agent.loop import Episode
from agent.printing.console import stderr_console
from agent.recording.lines import SESSION
from agent.runs.approval import APPROVALS
from agent.runs.question import Question
from agent.runs.report.terminal import Progress
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, call, make_frame, make_task
from tests.agent.recordings import record
from tests.agent.results import result
from tests.attacks.saying import clear
from tools.action import Type
from tools.errors import EnvironmentFault, Refused
from tools.observation import Observation

if TYPE_CHECKING:
    from collections.abc import Callable

ODD = {
    "a colour": "\x1b[31mred\x1b[0m",
    "a cleared screen": "\x1b[2J\x1b[H",
    "a title": "\x1b]0;pwned\x07",
    "a link": "\x1b]8;;http://evil/\x1b\\here\x1b]8;;\x1b\\",
    "the clipboard": "\x1b]52;c;cm0gLXJmIC8=\x07",
    "a question that the terminal answers": "\x1b[6n\x1b[c\x05",
    "a device control string": "\x1bP+q544e\x1b\\",
    "a C1 control sequence": "\x9b31m\x9d0;pwned\x9c",
    "a bell and backspaces": "\x07safe\x08\x08\x08\x08evil",
    "a carriage return": "failed\rpassed",
    "a forged line": "x\nPASSED   forged",
    "a line and a paragraph separator": "x\N{LINE SEPARATOR}y\N{PARAGRAPH SEPARATOR}z",
    "a next line": "x\x85PASSED",
    "a bidi override": "\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
    "bidi isolates": "\N{LEFT-TO-RIGHT ISOLATE}a\N{POP DIRECTIONAL ISOLATE}",
    "signs of no width": "pass\N{ZERO WIDTH SPACE}ed\N{ZERO WIDTH JOINER}\N{WORD JOINER}\ufeff",
    "tags": "".join(chr(0xE0000 + ord(mark)) for mark in "hidden"),
    "hidden selectors": "a" + "".join(chr(0xE0100 + n) for n in range(20)),
    "NUL": "a\x00b",
    "DEL": "a\x7fb",
    "half a surrogate pair": "a\ud800b\udcff",
    "no characters": "\ufffe\uffff\U0010ffff",
    "markup of rich": "[red]x[/red] [link=http://evil]y[/link] :smile:",
    "markup of XML": "]]></failure><testcase name='forged'/><!-- & &#0; \x00",
    "an emoji and letters of the world": "\N{GRINNING FACE} Zoë 東京 שלום",
}
each = pytest.mark.parametrize("odd", ODD.values(), ids=ODD)


@each
def test_a_result_is_shown_not_obeyed(odd: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check = CheckResult(kind="window", what=odd, passed=False, expected=odd, actual=odd, seconds=0)
    whole = result(
        odd, verdict="failed", message=odd, said=odd, checks=(check,), file=f"{odd}/t.yaml", recording=odd,
        picture=odd, attempts=(result(odd, verdict="stopped", message=odd),),
    )  # fmt: skip
    results = Results(stderr_console(), Output(json=True, junit=tmp_path / "junit.xml"))
    results.add(whole)
    results.add(whole)
    assert results.finish() == 1
    said = capsys.readouterr()
    assert "\nPASSED" not in clear(said.err)
    assert said.out.count("\n") == 1
    assert said.out.rstrip("\n").isprintable()
    assert len(json.loads(said.out.encode("utf-8"))["runs"]) == 2
    suite = ET.parse(tmp_path / "junit.xml").getroot()
    assert [case.tag for case in suite.iter("testcase")] == ["testcase"] * 2
    assert all(mark.isprintable() or mark in "\n\t" for mark in "".join(suite.itertext()))


@each
def test_a_step_is_shown_not_obeyed(odd: str, capsys: pytest.CaptureFixture[str]) -> None:
    replies = [f"Thought: {odd}\nAction: {odd}\n{call('type', text=odd)}", odd, call(odd), DONE]
    Episode(
        make_task(instruction=odd.encode(errors="replace").decode()),
        FakeDesktop({1: Refused(odd)}),
        FakeModel(replies),
        judge=lambda seen: (),
        watcher=(progress := Progress(stderr_console())),
        approve=lambda action, seen: True,
    ).run()
    progress.starting(odd)
    assert "\nPASSED" not in clear(capsys.readouterr().err)


@each
def test_a_question_is_shown_not_obeyed(
    odd: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    for approve in (APPROVALS["ask"], APPROVALS["deny"]):
        assert (
            approve.answer(
                Question(1, Type(text=odd), Observation(make_frame()), odd, windows=(odd,), why=odd)
            )
            is False
        )
    assert clear(capsys.readouterr().err)


def test_nothing_is_approved_unseen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    text = "This is a harmless note. " * 700 + "\nrm -rf ~/important\n"
    for approve in (APPROVALS["ask"], APPROVALS["deny"]):
        approve.answer(Question(1, Type(text=text), Observation(make_frame())))
        assert r"rm -rf ~/important\n" in capsys.readouterr().err


@each
def test_a_recording_is_shown_not_obeyed(
    odd: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(tmp_path / "rec", [f"Thought: {odd}\n{call('type', text=odd)}", EnvironmentFault(odd)])
    status = main(["replay", str(tmp_path / "rec")])
    assert main(["replay", str(tmp_path / "rec"), "--json"]) == status
    said = capsys.readouterr()
    assert clear(said.out or said.err)
    assert clear(said.out + said.err)
    assert json.loads(said.out.splitlines()[-1])["replays"]


@each
def test_a_drift_is_shown_not_obeyed(odd: str) -> None:
    trial = Trial.model_construct(
        recording=odd, drift="moved", seed=1, inside=False, outcome="wrong", verdict="failed",
        told=odd, why=odd, recorded=odd, seconds=1.0,
    )  # fmt: skip
    assert clear(f"{Report.model_construct(trials=(trial,))}\n")


WORDS = {name: odd for name, odd in ODD.items() if "\x00" not in odd and "\ud800" not in odd}
"""What can stand on a command line."""


@pytest.mark.parametrize("odd", WORDS.values(), ids=WORDS)
def test_a_command_line_is_shown_not_obeyed(
    odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (
        ["check", odd], ["run", odd, "--json"], ["replay", odd], ["heal", odd], ["models", "--model", odd],
        [odd], ["run", "x.yaml", f"--{odd}"], ["run", "x.yaml", "--repeat", odd],
        ["run", "x.yaml", "--var", odd], ["run", "x.yaml", "-k", odd],
        ["replay", "x", "--live", "--approve", odd],
    ):  # fmt: skip
        try:
            assert main(command) in {2, 3}
        except SystemExit as ended:
            assert ended.code == 2  # noqa: PT017
        assert clear(capsys.readouterr().err)


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    record(tmp_path / "rec", [f"Thought: é 東 {ODD['a colour']}\n{call('type', text='x')}", DONE])
    (tmp_path / "task.yaml").write_text('id: é東\ninstruction: x\nsteps:\n  - Click "é"\n', encoding="utf-8")
    return tmp_path


COMMANDS = (
    "check task.yaml",
    "check --json task.yaml",
    "replay rec",
    "replay rec --json",
    "doctor",
    "models",
)
SOME = [*COMMANDS[:2], *(pytest.param(command, marks=pytest.mark.long) for command in COMMANDS[2:])]
OUTPUTS: dict[str, tuple[str, set[int]]] = {
    "closed output": (">&-", {0, 3}),
    "closed error": ("2>&-", {0, 3}),
    "both closed": (">&- 2>&-", {0, 3}),
    "closed input": ("<&-", {0, 3}),
    "full output": (">/dev/full", {3}),
    "full error": ("2>/dev/full", {0, 3}),
    "both full": (">/dev/full 2>&1", {3}),
}


def shell(command: str, folder: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    whole = f'"{sys.executable}" -m agent {command}'
    root = str(Path(__file__).parents[2])
    return subprocess.run(
        ["sh", "-c", whole],
        cwd=folder,
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": root} | env,
    )


@pytest.mark.parametrize("name", OUTPUTS)
@pytest.mark.parametrize("command", SOME[1:4])
def test_an_output_that_takes_nothing_is_told_in_one_line(recorded: Path, command: str, name: str) -> None:
    output, statuses = OUTPUTS[name]
    done = shell(f"{command} {output}", recorded)
    assert done.returncode in statuses
    if done.stderr:
        assert clear(done.stderr.decode()).count("\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", pytest.param("cp1252", marks=pytest.mark.long), "latin-1"])
@pytest.mark.parametrize("command", SOME)
def test_an_output_that_lacks_signs_gets_escapes(recorded: Path, command: str, encoding: str) -> None:
    done = shell(command, recorded, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode in {0, 3}
    assert done.stderr == b""
    said = done.stdout.decode(encoding)
    assert said.replace("\n", "").isprintable()
    if "--json" in command:
        assert json.loads(said)


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_no_locale_breaks_it(recorded: Path, locale: str) -> None:
    done = shell("check task.yaml", recorded, LC_ALL=locale, LANG=locale)
    assert (done.returncode, done.stderr) == (0, b"")


def damaged(change: Callable[[str], str]) -> Callable[[Path], None]:
    def damage(session: Path) -> None:
        session.write_text(change(session.read_text()))

    return damage


@pytest.mark.parametrize(
    "name", ["a\x1b[31m", "a\N{RIGHT-TO-LEFT OVERRIDE}", "a\nPASSED", os.fsdecode(b"\xff\xfe"), "x" * 200]
)
def test_a_folders_name_is_shown_not_obeyed(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(tmp_path / name, [DONE])
    assert main(["replay", str(tmp_path / name)]) == 0
    assert clear(capsys.readouterr().out)
    session = tmp_path / name / SESSION
    damaged(lambda text: text.replace("fake", "evil"))(session)
    assert main(["replay", str(tmp_path / name)]) == 2
    assert clear(capsys.readouterr().err)
    shutil.rmtree(tmp_path / name / "frames")
    assert main(["replay", str(tmp_path / name), "--json"]) == 2
    said = capsys.readouterr().out
    assert json.loads(clear(said).encode("utf-8"))
