"""A key and a URL's password are in no byte of what a run says or leaves behind, whatever a server echoes."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from agent.cli import main
from agent.errors import BadInput, ModelFault
from agent.model import Prompt, Turn
from agent.models import load_model
from agent.models.server.endpoint import Endpoint
from agent.models.server.model import ServerModel
from agent.models.server.request import Settings
from agent.redact.errors import portable
from tests.agent.fakes import DONE, call, click, make_frame
from tests.agent.models.server.faulty import FaultyServer, error, says

if TYPE_CHECKING:
    from tests.agent.models.server.faulty import Answer, Handler

PROMPT = Prompt("Act.", (Turn("user", ("Do it.", make_frame())),))
ROOT = Path(__file__).parents[4]
PRESS = ROOT / "tests" / "agent" / "programs" / "press.py"
KEY, USER, PASSWORD = "sk-sesame-4711", "ada", "open%20sesame"
SECRETS = [KEY, PASSWORD, "open sesame", base64.b64encode(b"ada:open sesame").decode(), f"{USER}:"]


def echo(handler: Handler) -> None:
    """A refusal that repeats how it was asked."""
    sent = handler.headers["Authorization"]
    login = base64.b64decode(sent.removeprefix("Basic ")).decode() if sent.startswith("Basic") else sent
    error(401, f"{sent} ({login}, {KEY}) is wrong for http://{USER}:{PASSWORD}@here")(handler)


def agent_run(folder: Path, url: str, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
    task = {
        "instruction": "Press the button.",
        "launch": [
            {
                "command": ["python", str(PRESS), "${workdir}/pressed"],
                "wait_for": {"text": "Press me", "seconds": 60},
            }
        ],
        "checks": [{"file": {"path": "${workdir}/pressed", "contains": "pressed"}}],
    }
    (folder / "press.yaml").write_text(yaml.safe_dump(task))
    ours = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "agent",
            "run",
            "press.yaml",
            "--model",
            url,
            "--junit",
            "junit.xml",
            *options,
        ],
        cwd=folder,
        env=ours | {"PYTHONPATH": str(ROOT)} | env,
        capture_output=True,
        text=True,
        check=False,
        timeout=840,
    )


@pytest.mark.parametrize(
    ("answers", "status", "verdict"),
    [([says(click(470, 530)), says(DONE)], 0, "passed"), ([says(click(470, 530)), echo], 3, "model_error")],
)
def test_a_run_on_a_real_window_leaves_no_secret_behind(
    answers: list[Answer], status: int, verdict: str, tmp_path: Path
) -> None:
    with FaultyServer(*answers) as server:
        url = server.url.replace("//", f"//{USER}:{PASSWORD}@")
        done = agent_run(tmp_path, url, "--json", OPENAI_API_KEY=KEY)
        sent = server.headers[0]["authorization"]
    assert sent == f"Basic {base64.b64encode(b'ada:open sesame').decode()}"
    assert (done.returncode, json.loads(done.stdout)["runs"][0]["verdict"]) == (status, verdict), done.stderr
    left = [done.stdout.encode(), done.stderr.encode()]
    left += [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert any(b"server:tiny" in text for text in left)
    assert len(left) > 5
    for secret in SECRETS:
        assert not any(secret.encode() in text for text in left), secret


def test_the_key_goes_into_the_header_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with FaultyServer(says(DONE), echo) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        model = load_model("server:tiny")
        assert isinstance(model, ServerModel)
        model.prepare()
        model.complete(PROMPT)
        with pytest.raises(ModelFault) as fault:
            model.complete(PROMPT)
        model.close()
        assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in str(fault.value) + repr(fault.value.__cause__) + repr(model.__dict__)
    assert "the key in OPENAI_API_KEY is not accepted" in str(fault.value)


def test_without_a_key_none_is_sent() -> None:
    with FaultyServer(says(DONE)) as server:
        model = ServerModel(Endpoint.of(server.url, "tiny", "NO_SUCH_KEY"), Settings())
        model.complete(PROMPT)
        model.close()
        assert "authorization" not in {name.lower() for name in server.headers[0]}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("htp://ada:sesame@host/v1", "there is no such model"),
        ("http://ada:sesame@/v1", "is no http or https address"),
        ("http://ada:sesame@host:99999/v1", "is no http or https address"),
        ("http://ada:sesame@host/v1?key=sesame", 'must end before "?"'),
        ("server:x", "where is the server\\? set OPENAI_BASE_URL"),
    ],
)
def test_a_url_that_can_not_be_used_is_refused_without_being_shown(
    name: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    with pytest.raises(BadInput, match=message) as refusal:
        load_model(name)
    assert "sesame" not in str(refusal.value)


def test_a_key_that_no_header_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sesamé")
    with pytest.raises(BadInput, match="OPENAI_API_KEY") as refusal:
        load_model("http://127.0.0.1:9/v1#m2")
    assert "sesam" not in str(refusal.value)


def test_no_traceback_holds_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = "sk-Zq83hfKe92Lmxx71"
    encoded = base64.b64encode(key.encode()).decode()
    monkeypatch.setenv("OPENAI_API_KEY", key)
    monkeypatch.chdir(tmp_path)
    with FaultyServer(error(401, f"Incorrect API key provided: {key}, {encoded}")) as server:
        main(["models", "test", "--debug", "--model", server.url])
    [note] = portable(ValueError(f"{key} {encoded}")).__notes__
    said = "".join((*capsys.readouterr(), note))
    assert "Traceback" in said
    assert "ValueError" in note
    assert key not in said
    assert encoded not in said


def test_a_key_in_which_a_tag_stands_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-Zq83hfKe92Lmxx71")
    endpoint = Endpoint.of("http://127.0.0.1:1/v1", "m")
    assert endpoint.quote("<html>no: sk-Zq83hf<b></b>Ke92Lmxx71</html>") == "no: …"


def test_a_servers_words_are_bounded_and_harmless() -> None:
    endpoint = Endpoint.of("http://127.0.0.1:1/v1", "m")
    assert endpoint.quote("<b>a</b>\x1b[31m\n" + "x" * 9000) == r"a \x1b[31m " + "x" * 289 + "…"


def test_a_user_s_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESKHAND_SERVER_DEADLINE", "never")
    with pytest.raises(BadInput, match="DESKHAND_SERVER_DEADLINE: expected seconds, 1 to 3600, got 'never'"):
        load_model("http://127.0.0.1:9/v1#m3")


def test_a_placeholder_of_a_key_stays_in_a_reply_and_in_no_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "ollama")
    reply = call("type", text="Ollama, ollama")
    with FaultyServer(says(reply)) as server:
        endpoint = Endpoint.of(server.url, "tiny")
        model = ServerModel(endpoint, Settings())
        assert "Ollama, ollama" in model.complete(PROMPT).text
        model.close()
    assert endpoint.quote("ollama is wrong") == "… is wrong"
