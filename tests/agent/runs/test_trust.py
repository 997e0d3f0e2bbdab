"""What a rule denies is never done: held by what a real program says was done to it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from agent.cli import main
from tests.agent.fakes import DONE, call

if TYPE_CHECKING:
    from collections.abc import Sequence

OFFICE = Path(__file__).parents[1] / "programs" / "office.py"
NEVER = {"deny": "click", "text": "Delete", "why": "customers are kept"}


class Office:
    """A task on the program, and what it said after a run."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def run(
        self, *steps: str, rules: Sequence[dict[str, Any]] = (), replies: Sequence[str] = (), **keys: Any
    ) -> tuple[int, str]:
        """The exit status and the message, of the embedded model or of these replies."""
        task = {
            "id": "office",
            "instruction": "Keep the customers.",
            "steps": list(steps),
            "launch": [
                {
                    "command": ["python", str(OFFICE), "${workdir}/said"],
                    "wait_for": {"text": "Save", "seconds": 60},
                }
            ],
            "rules": list(rules),
            **keys,
        }
        (self.folder / "office.yaml").write_text(yaml.safe_dump(task, sort_keys=False))
        model = []
        if replies:
            (self.folder / "replies.jsonl").write_text("".join(json.dumps(reply) + "\n" for reply in replies))
            model = ["--model", f"scripted:{self.folder}/replies.jsonl"]
        return self.command("run", "office.yaml", *model)

    def command(self, *words: str) -> tuple[int, str]:
        """As a process of its own would carry it out: what counts is what the program says was done to it."""
        status = main([*words, "--json"])
        out, err = self.capsys.readouterr()
        assert "Traceback" not in err, err
        answer = json.loads(out)
        [told] = answer.get("runs") or answer["replays"]
        return status, told["message"]

    @property
    def said(self) -> list[str]:
        """What was done to the program in the last run."""
        last = max(self.folder.glob("runs/*/workdir/said"), key=lambda path: path.stat().st_mtime)
        return last.read_text().splitlines()


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO())  # nobody is there who could be asked
    return Office(tmp_path, capsys)


@pytest.mark.parametrize(
    ("step", "done"),
    [
        ('Click "Delete customer"', "Delete customer by its button"),
        ('Double-click "Delete customer"', "Delete customer by its button"),
        ('Choose "Edit > Delete"', "Delete by its entry"),
        ('Click the "delete" icon', "delete by its picture"),
    ],
)
def test_what_is_denied_is_not_done_and_without_the_rule_it_is(office: Office, step: str, done: str) -> None:
    status, message = office.run(step, rules=[NEVER])
    assert (status, office.said) == (4, ["ready"])
    assert message.startswith("office.yaml:")
    assert 'deny click on "Delete" (customers are kept)' in message
    assert office.run(step)[0] == 0
    assert done in office.said


def test_all_else_is_done(office: Office) -> None:
    steps = ('Type "Ada" into "Name"', 'Click "Save"', 'Click "Don\'t delete"', 'Choose "Edit > Rename"')
    status, message = office.run(*steps, 'Click the "save" icon', rules=[NEVER])
    assert status == 0, message
    for done in ("name Ada", "Save by its button", "Don't delete by its button", "save by its picture"):
        assert done in office.said


TAB, RETURN, SPACE = (call("key", keys=[key]) for key in ("Tab", "Return", "space"))
ON_NAME = call("left_click", coordinate=[280, 240])


@pytest.mark.parametrize("press", [RETURN, SPACE, call("type", text="x\n")])
def test_a_key_that_may_press_it_is_not_pressed_unasked(office: Office, press: str) -> None:
    """Two tabs on from the field the button "Delete customer" has the keyboard."""
    status, message = office.run(rules=[NEVER], replies=[ON_NAME, TAB, TAB, press, DONE])
    assert status == 4
    assert "it may be about this, which can't be seen: deny click" in message
    assert "Delete customer by its button" not in office.said
    if press == RETURN:
        office.run(replies=[ON_NAME, TAB, TAB, press, DONE])
        assert "Delete customer by its button" in office.said


@pytest.mark.parametrize(
    "rule",
    [
        {"deny": "press", "text": "Ctrl+D"},
        {"deny": "press"},
        {"deny": "any", "window": "office"},
        {"ask": "press", "window": "Office"},
    ],
)
def test_keys_by_name_and_by_window(office: Office, rule: dict[str, Any]) -> None:
    steps = ('Type "Ada" into "Name"', "Press Ctrl+D")
    assert office.run(*steps, rules=[rule])[0] == 4
    assert "delete by its keys" not in office.said
    assert office.run(*steps, rules=[{**rule, "window": "another"}])[0] == 0
    assert "delete by its keys" in office.said


def test_a_region_and_an_exception_above_it(office: Office) -> None:
    rules = [{"allow": "click", "text": "Save"}, {"deny": "any", "region": [0, 0, 1280, 800]}]
    assert office.run('Click "Save"', 'Click "Don\'t delete"', rules=rules)[0] == 4
    assert office.said == ["ready", "Save by its button"]


def test_nothing_outside_a_confinement_is_clicked(office: Office) -> None:
    outside = call("left_click", coordinate=[950, 950])
    for confine in ({"window": "office"}, {"region": [100, 60, 520, 460]}):
        status, _ = office.run(
            'Type "Ada" into "Name"', 'Click "Save"', 'Choose "Edit > Rename"', confine=confine
        )
        assert status == 0
        assert office.said[-2:] == ["Save by its button", "Rename by its entry"]
        status, message = office.run(confine=confine, replies=[outside] * 3)
        assert (status, "outside" in message) == (4, True)
    status, message = office.run('Click "Save"', confine={"window": "Another"})
    assert (status, office.said) == (1, ["ready"])


def test_a_live_replay_is_bound_by_the_rules_of_todays_task(office: Office) -> None:
    assert office.run('Click "Save"', 'Click "Delete customer"')[0] == 0
    [recording] = office.folder.glob("runs/*/recording")
    (office.folder / "ruled.yaml").write_text(
        (office.folder / "office.yaml").read_text().replace("rules: []", f"rules: {json.dumps([NEVER])}")
    )
    assert office.command("replay", "--live", str(recording))[0] == 0
    assert "Delete customer by its button" in office.said
    status, message = office.command("replay", "--live", str(recording), "--task", "ruled.yaml")
    assert (status, office.said) == (4, ["ready", "Save by its button"])
    assert "ruled.yaml:" in message


def test_a_recording_of_a_refusal_replays_offline(office: Office) -> None:
    office.run('Click "Delete customer"', rules=[NEVER])
    [recording] = office.folder.glob("runs/*/recording")
    status, message = office.command("replay", str(recording))
    assert (status, "refused at step 1: click at" in message) == (0, True)
