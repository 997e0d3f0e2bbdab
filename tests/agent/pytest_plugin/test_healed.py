"""A healed run, where a QA team looks for it: its recording's life, from a model to an accepted heal."""

from __future__ import annotations

import html
import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from agent.recording.reading import load_recording
from agent.replay.heal.store import load_heals
from tests.agent.fakes import DONE, click
from tests.agent.junit_rules import faults
from tests.agent.pytest_plugin.sessions import ROOT, Ended, press_task, properties, session, write_task

CAPTIONED = ROOT / "tests" / "agent" / "pytest_plugin" / "programs" / "captioned.py"
SAID = 'healed step 1: "Store order" in place of "Save order" (agent heal '


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """The caption of the button that the recording clicks is changed, and a file that another one checks."""
    folder = tmp_path_factory.mktemp("healed")
    caption, flag = folder / "caption.txt", folder / "flag"
    caption.write_text("Save order")
    flag.touch()
    command = ["python", str(CAPTIONED), str(caption), "${workdir}/pressed"]
    launch = {"command": command, "wait_for": {"text": "Ship by Friday", "seconds": 60}}
    write_task(
        folder / "order.agent.yaml",
        **press_task(launch=[launch], steps=['Click "Save order"']),
    )
    there = {"command": {"run": ["test", "-e", str(flag)], "exit": 0}}
    write_task(folder / "bad.agent.yaml", [click(), DONE], checks=[there])
    recorded = session(folder, "-q", "-n2", "--agent-update-new-only")
    assert recorded.tally == "2 passed", recorded.output
    caption.write_text("Store order")
    flag.unlink()
    reports = ["--junitxml=junit.xml", "--html=report.html", "--alluredir=allure", "--self-contained-html"]
    github = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    heal = ["--agent-mode=heal", "--agent-model=reader", "--agent-update"]
    return session(folder, "-v", "-n2", *heal, *reports, **github)


def allure(ended: Ended, name: str) -> dict[str, Any]:
    results = [json.loads(path.read_text()) for path in (ended.folder / "allure").glob("*-result.json")]
    return next(one for one in results if one["name"] == name)


def test_the_terminal_tells_it_from_passed_and_says_what_was_found_in_place_of_what(ended: Ended) -> None:
    assert (ended.status, ended.tally) == (1, "1 failed, 1 healed"), ended.output
    assert re.search(r"HEALED order\.agent\.yaml::order", ended.said)
    assert ended.line("order.agent.yaml::order - ").startswith(f"order.agent.yaml::order - {SAID}")


def test_junit_has_it_as_passed_with_its_verdict_and_picture(ended: Ended) -> None:
    assert list(faults(ET.parse(ended.folder / "junit.xml").getroot())) == []
    told = properties(ended.junit()["order"])
    assert (told["agent_verdict"], told["agent_healed"]) == ("healed", "step 1")
    assert told["agent_message"].startswith(SAID)
    assert (ended.folder / told["agent_healed_step_1"]).read_bytes().startswith(b"\x89PNG")


def test_allure_has_it_as_passed_with_a_tag_a_label_and_what_was_found(ended: Ended) -> None:
    healed = allure(ended, "order")
    assert (healed["status"], healed["statusDetails"]["message"][: len(SAID)]) == ("passed", SAID)
    assert html.unescape(healed["descriptionHtml"]).startswith(f"<p>{SAID}")
    labels = [(one["name"], one["value"]) for one in healed["labels"]]
    assert ("tag", "healed") in labels
    assert ("verdict", "healed") in labels
    assert {"recording", "healed_step_1"} <= {one["name"] for one in healed["attachments"]}


def test_pytest_html_says_it_in_its_row_and_above_all_rows(ended: Ended) -> None:
    page = (ended.folder / "report.html").read_text()
    assert "1 run passed as healed" in page
    [data] = re.findall(r'data-jsonblob="(.*?)"></div>', page)
    [row] = json.loads(html.unescape(data))["tests"]["order.agent.yaml::order"]
    assert row["result"] == "Passed"  # what the page filters by
    assert SAID in html.unescape(row["resultsTableRow"][1])
    assert {one["name"] for one in row["extras"]} == {"recording", "healed_step_1"}


def test_github_warns_of_it_at_its_line(ended: Ended) -> None:
    warning = ended.line("::warning ")
    assert warning.startswith(
        "::warning file=order.agent.yaml,line=1::order.agent.yaml::order%0A%0Ahealed step 1"
    )
    assert "| healed | order.agent.yaml::order |" in (ended.folder / "summary.md").read_text()


def test_what_was_accepted_needs_no_model_from_then_on(ended: Ended) -> None:
    recording = load_recording(ended.folder / "recordings/order")
    assert [kept.proposal.status for kept in load_heals(recording)] == ["accepted"]
    again = session(ended.folder, "-q", "--agent-mode=live", "order.agent.yaml")
    assert again.tally == "1 passed", again.output
