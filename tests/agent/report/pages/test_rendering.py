"""Rendering: whatever a text holds, it stays a text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.judged import Judged
from agent.recording.reading import load_lines
from agent.replay.heal.proposal import Proposal
from agent.report.pages.album import Album
from agent.report.pages.rendering import rendered
from agent.report.pages.view import run_view
from tests.agent.fakes import DONE
from tests.agent.report.runs import HOSTILE, check, record
from tests.agent.results import result
from tools.geometry import Point

if TYPE_CHECKING:
    from pathlib import Path


def page_of(folder: Path) -> str:
    return rendered("one.html", view=run_view(load_lines(folder), Album({}, {}))).decode()


def test_foreign_texts_are_escaped_and_what_nobody_sees_is_shown(tmp_path: Path) -> None:
    rec = record(tmp_path / "rec", [HOSTILE, DONE], checks=[check(HOSTILE, HOSTILE)], instruction=HOSTILE)
    page = page_of(rec)
    assert "&lt;script&gt;window.ran" in page
    assert "{{ 7 * 7 }}" in page
    assert "\\x1b]0;title\\x07\\x00\\u202e\\u2066\\u200b" in page
    assert not set(page) & set("\x1b\x07\x00\u202e\u2066\u200b")
    assert len(re.findall("<script", page)) == len(re.findall("</style", page)) == 1


def test_half_a_character_is_shown(tmp_path: Path) -> None:
    view = run_view(load_lines(record(tmp_path / "rec")), Album({}, {}), result=result("\ud800"))
    assert b"\\ud800" in rendered("one.html", view=view)


def test_the_policy_lets_nothing_in_but_the_two_parts_of_the_page(tmp_path: Path) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page_of(record(tmp_path / "rec")))
    assert policy
    assert re.fullmatch(
        r"default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-[\w+/=]+&#39;; "
        r"script-src &#39;sha256-[\w+/=]+&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;",
        policy[1],
    )


def test_the_page_names_no_address(tmp_path: Path) -> None:
    assert not re.findall(r"""(?:src|href)=["'](?!#|data:)""", page_of(record(tmp_path / "rec")))


def test_what_a_step_judged_is_told_with_expected_and_seen(tmp_path: Path) -> None:
    recording = load_lines(record(tmp_path / "rec"))
    usual = {"step": 1, "line": 7, "expected": "42.00", "actual": "41.00 <b>"}
    judged = (
        Judged(kind="expect", what='Expect "Total" shows "42.00"', passed=False, **usual),
        Judged(kind="read", what='Read "Order"', passed=True, name="order", value="4711", **usual),
        Judged(kind="if", what='If "Update" appears', passed=False, **usual),
    )
    first, *others = recording.steps
    steps = (first.model_copy(update={"judged": judged}), *others)
    page = rendered("one.html", view=run_view(replace(recording, steps=steps), Album({}, {}))).decode()
    assert "expected 42.00; seen: 41.00 &lt;b&gt;" in page
    assert "<code>order</code> is <code>4711</code>" in page
    assert [page.count(f'class="judged {kind}"') for kind in ("broken", "held", "open")] == [1, 1, 1]


def test_heals_are_told_with_what_was_proved(tmp_path: Path) -> None:
    recording = load_lines(record(tmp_path / "rec"))
    heal = Proposal(
        recording=recording.sum,
        step=2,
        status="accepted",
        intent='Click "Save"',
        old_point=Point(20, 50),
        new_point=Point(100, 50),
        old_label="Save",
        new_label=f"Send {HOSTILE}"[:1000],
        frame="0" * 64,
        after="1" * 64,
        model="reader",
        words="",
        proof=("it is a button, as before",),
        made="2026-11-27T08:00:00+00:00",
    )
    page = rendered("one.html", view=run_view(recording, Album({}, {}), heals=[heal])).decode()
    assert 'href="#s2">step 2</a>: Click &#34;Save&#34;' in page
    assert "Send &lt;script&gt;" in page
    assert "it is a button, as before" in page
    assert page.count('<span class="chip warn">healed</span>') == 1
