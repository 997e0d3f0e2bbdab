"""Consent to each action, by the rules and by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import Denied
from agent.runs.approval import APPROVALS, Approval
from agent.runs.consent import Consent
from agent.runs.question import Question
from tests.agent.fakes import make_task
from tests.agent.rules.steps import stepped
from tests.tools.scenes import line, scene, widget
from tools.action import Click, Key, Wait
from tools.geometry import Point
from tools.observation import Observation
from tools.settling.recheck import Grounds

if TYPE_CHECKING:
    from pathlib import Path

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Line, Scene

SCREEN = scene(
    *(widget("button", 100, 100, 120), line("Delete", 110, 104)),
    *(widget("button", 300, 100, 120), line("Save", 310, 104)),
    widget("button", 500, 100, 120),
)
SEEN = Observation(SCREEN.frame, pointer=Point(0, 0))
DELETE, SAVE, UNREAD = (Click(point=Point(x, 110)) for x in (150, 350, 550))


class Known:
    """A parser of one scene."""

    def read(self, frame: Frame) -> Scene:
        return SCREEN

    def read_box(self, frame: Frame, box: Box) -> Line:
        raise AssertionError


class Person:
    def __init__(self, *, yes: bool) -> None:
        self.yes, self.asked = yes, list[Question]()

    def __call__(self, question: Question) -> bool:
        self.asked.append(question)
        return self.yes


def consent_of(folder: Path, approval: Approval, *rules: dict[str, object]) -> Consent:
    task = make_task(rules=[{"line": number, **rule} for number, rule in enumerate(rules, 7)])
    return Consent(task, approval, folder, Known(), lambda _scene: ())


DENY = {"deny": "click", "text": "Delete", "why": "never"}


def test_without_rules_and_questions_nothing_is_looked_at(tmp_path: Path) -> None:
    consent = consent_of(tmp_path, APPROVALS["auto"])
    assert consent(Click(point=Point(9999, 9999)), SEEN)
    assert not any(tmp_path.iterdir())


def test_a_rule_says_no_with_its_place_and_what_was_refused(tmp_path: Path) -> None:
    person = Person(yes=True)
    with pytest.raises(Denied) as no:
        consent_of(tmp_path, Approval(every=True, answer=person), DENY)(DELETE, SEEN)
    assert str(no.value) == (
        'demo.yaml:7:1: deny click on "Delete" (never); refused at step 1: click at (150, 110) on "Delete"'
    )
    assert person.asked == []


def test_what_a_rule_does_not_name_is_done(tmp_path: Path) -> None:
    assert consent_of(tmp_path, APPROVALS["auto"], DENY)(SAVE, SEEN)


@pytest.mark.parametrize("yes", [True, False])
def test_a_rule_asks_a_person(tmp_path: Path, yes: bool) -> None:  # noqa: FBT001
    person = Person(yes=yes)
    consent = consent_of(tmp_path, Approval(every=False, answer=person), {"ask": "click", "text": "Save"})
    consent.stepped(stepped(Key(keys=("x",)), index=4))
    if yes:
        assert consent(SAVE, SEEN)
    else:
        with pytest.raises(Denied, match=r'demo.yaml:7:1: ask click on "Save"; not done: step 5: click at'):
            consent(SAVE, SEEN)
    [question] = person.asked
    assert (question.step, question.target) == (5, '"Save"')
    assert question.why == 'demo.yaml:7:1: ask click on "Save"'
    assert question.picture == tmp_path / "asked-005.png"
    assert question.picture.read_bytes().startswith(b"\x89PNG")


def test_where_nobody_can_tell_a_person_decides(tmp_path: Path) -> None:
    person = Person(yes=False)
    with pytest.raises(Denied, match=r"demo.yaml:7:1: it may be about this, which can.t be seen: deny click"):
        consent_of(tmp_path, Approval(every=False, answer=person), DENY)(UNREAD, SEEN)
    assert len(person.asked) == 1


def test_every_action_is_asked_about_if_a_person_wants_it_so(tmp_path: Path) -> None:
    person = Person(yes=False)
    with pytest.raises(Denied, match="the action was not approved; not done: step 1: click"):
        consent_of(tmp_path, Approval(every=True, answer=person))(SAVE, SEEN)
    assert person.asked[0].why == ""


def test_a_question_names_the_window(tmp_path: Path) -> None:
    person = Person(yes=True)
    consent = consent_of(tmp_path, Approval(every=True, answer=person), {"ask": "any", "window": "mail"})
    assert consent.asks_titles
    consent.windows = lambda _action, _pointer: ("Inbox - Mail", "")
    assert consent(SAVE, SEEN)
    assert person.asked[0].windows[0] == "Inbox - Mail"
    assert consent.grounds == Grounds((), ("Inbox - Mail", ""))


def test_a_full_disk_loses_the_picture_alone(tmp_path: Path) -> None:
    person = Person(yes=True)
    assert consent_of(tmp_path / "none", Approval(every=True, answer=person))(SAVE, SEEN)
    assert person.asked[0].picture is None


def test_nobody_is_asked_about_a_wait(tmp_path: Path) -> None:
    """Nothing is done by it, and the rules are not about it either."""
    person = Person(yes=False)
    assert consent_of(tmp_path, Approval(every=True, answer=person))(Wait(seconds=1), SEEN)
    assert person.asked == []
