"""A whole run against a real program and a real PostgreSQL: what is told, and where the password is not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from agent.recording.reading import load_recording
from agent.replay.offline import replay
from tests.agent.checks.databases.postgres import PASSWORD
from tests.agent.fakes import DONE, call
from tests.agent.workshop import ROOT, Workshop

if TYPE_CHECKING:
    from pathlib import Path

LEDGER = ROOT / "tests" / "agent" / "programs" / "ledger.py"
PRESS = call("left_click", coordinate=[300, 350])


@pytest.fixture
def workshop(tmp_path: Path, port: int) -> Workshop:
    made = Workshop(tmp_path)
    made.task["secrets"] = ["PW"]
    made.task["launch"] = [
        {
            "command": ["python", str(LEDGER), "127.0.0.1", str(port)],
            "wait_for": {"text": "Press me", "seconds": 60},
        }
    ]
    url = f"postgresql+psycopg://crm:${{secret.PW}}@127.0.0.1:{port}/crm"
    sql = {"url": url, "query": "select name, amount from entries", "equals": [["Ada", "12.5"]]}
    made.task["checks"] = [{"text": "Entry stored"}, {"sql": sql, "weight": 3}]
    return made


@pytest.mark.parametrize("lies", [False, True])
def test_the_rows_decide_and_the_password_is_nowhere(
    workshop: Workshop, entries: None, *, lies: bool
) -> None:
    if lies:
        workshop.task["launch"][0]["command"].append("--lie")
    done = workshop.run([PRESS, DONE], PW=PASSWORD)
    assert done.run["verdict"] == ("failed" if lies else "passed"), done.said
    assert done.run["score"] == (0.25 if lies else 1)
    text, rows = done.run["checks"]
    assert (text["passed"], rows["actual"]) == (True, "no rows" if lies else '[["Ada", 12.50]]')
    assert "crm:${secret.PW}@127.0.0.1" in rows["what"]
    assert replay(load_recording(workshop.recording())).verdict == done.run["verdict"]
    written = [path.read_bytes() for path in workshop.folder.rglob("*") if path.is_file()]
    for held in (PASSWORD, quote(PASSWORD), quote(PASSWORD, safe="")):
        assert held not in done.said
        assert held not in str(done.answer)
        assert not any(held.encode() in content for content in written)
