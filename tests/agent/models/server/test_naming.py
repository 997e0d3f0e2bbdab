"""What a user names is what is asked, as its profile says; a profile may describe a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.errors import BadInput
from agent.model import Prompt, Turn
from agent.models.server.naming import profiled_model, server_model
from agent.profiles import find_profile
from agent.protocol.prompt import pointing_prompt
from agent.protocol.system import system_in, system_text
from tests.agent.fakes import DONE, click, make_frame
from tests.agent.models.server.conftest import run
from tests.agent.models.server.faulty import FaultyServer, deltas, pieces, says

if TYPE_CHECKING:
    from pathlib import Path

PROMPT = Prompt(system_text(), (Turn("user", ("Do it.", make_frame())),))
OURS = """\
name = "ours"
family = "qwen3-vl"
hub = "us/ours"
calls = "xml"
parameters = 1
cache_bytes = 1024
memory = {bf16 = 2, int8 = 1.2, int4 = 1}
price = {prompt = 2, reply = 8}
sampling = {temperature = 0.7, top_k = 20, seed = 5}
reply = {tokens = 99}

[server]
url = "URL"
model = "tiny"
key_env = "OUR_KEY"
structured = "json_schema"
sampled = true
deadline = 30
extra = {vl_high_resolution_images = true, messages = [], model = "other"}
"""


def test_a_profile_of_ones_own_describes_a_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUR_KEY", "sesame")
    with FaultyServer(says(DONE)) as server:
        (tmp_path / "ours.toml").write_text(OURS.replace("URL", server.url))
        model = profiled_model(find_profile(str(tmp_path / "ours.toml")))
        told = run(model, limits={"cost": 1.0})
        model.complete(pointing_prompt("OK", make_frame()))
        model.close()
        acting, pointing = server.requests
        assert server.headers[0]["authorization"] == "Bearer sesame"
    assert (model.name, told.ending.verdict) == ("ours", "passed")
    assert told.usage.cost == pytest.approx((1000 * 2 + len(pieces(DONE)) * 8) / 1e6)
    assert (acting["model"], acting["max_tokens"], acting["seed"], acting["top_k"]) == ("tiny", 99, 5, 20)
    assert (acting["temperature"], pointing["temperature"]) == (0.7, 0.0)
    assert acting["vl_high_resolution_images"] is True
    assert acting["response_format"]["type"] == "json_schema"
    assert acting["messages"][0]["content"] == system_in("xml", system_text())


def test_a_profile_without_an_address_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    (tmp_path / "ours.toml").write_text(OURS.replace("URL", ""))
    with pytest.raises(
        BadInput, match=r"profile ours: server\.url: is missing; add it, or set OPENAI_BASE_URL"
    ):
        profiled_model(find_profile(str(tmp_path / "ours.toml")))


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(
    "name", ["Qwen/Qwen3-VL-8B-Thinking", "qwen3-vl:8b-thinking-q4_K_M", "/models/Qwen3-VL-8B-Thinking-FP8"]
)
def test_a_model_that_deskhand_knows_is_asked_as_its_profile_says(name: str, *, named: bool) -> None:
    """A Thinking edition may draft a call before it is done with thinking: that ends nothing."""
    text = f"I could write {click()}.\n</think>\n\n{DONE}"
    answer = deltas(*({"content": piece} for piece in pieces(text)))
    with FaultyServer(answer, models=(name,)) as server:
        model = server_model(f"{server.url}#{name}" if named else server.url)
        assert model.complete(PROMPT).text == text
        assert model.name == f"server:{name}"
        assert server.requests[0]["top_k"] == 20
        model.close()


def test_a_name_from_a_server_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(OURS)
    with FaultyServer(says(DONE), models=(str(tmp_path / "ours.toml"),)) as server:
        model = server_model(server.url)
        model.complete(PROMPT)
        model.close()
        assert server.requests[0]["max_tokens"] == 4096
