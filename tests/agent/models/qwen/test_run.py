"""`agent run TASK --model FOLDER`: the real form in a real window, driven by a random checkpoint."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from agent.errors import BadInput
from agent.models.profiled import parse_name, profiled_model
from agent.profiles import find_profile
from agent.protocol.grounding import ground
from agent.protocol.toolcall import parse_tool_call
from agent.recording.reading import load_recording
from agent.replay.offline import replay
from tests.agent.workshop import agent, environment

if TYPE_CHECKING:
    from agent.recording.lines import StepLine

ROOT = Path(__file__).parents[4]
EPISODES, STEPS = 2, 2


@pytest.fixture(scope="module")
def ran(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """What `--json` says of a few episodes, and their recordings' folder."""
    folder = tmp_path_factory.mktemp("run")
    task = yaml.safe_load((ROOT / "tasks" / "fill_form.yaml").read_text("utf-8"))
    task["launch"][0]["command"][1] = str(ROOT / "tasks" / "apps" / "customer_form.py")
    task["cases"] = [{"seed": str(seed)} for seed in range(EPISODES)]
    (folder / "form.yaml").write_text(yaml.safe_dump(task))
    options = ("--model", f"{tiny}@sample", "--max-steps", str(STEPS), "--record", "recordings", "--json")
    done = agent("run", "form.yaml", *options, cwd=folder, env=environment())
    assert "Traceback" not in done.stderr, done.stderr
    return json.loads(done.stdout), folder / "recordings"


def steps_of(recordings: Path) -> list[StepLine]:
    return [step for one in sorted(recordings.glob("*/")) for step in load_recording(one).steps]


def test_every_step_of_the_loop_has_a_valid_call(ran: tuple[dict[str, Any], Path]) -> None:
    answer, recordings = ran
    steps = steps_of(recordings)
    assert len(steps) == sum(run["steps"] for run in answer["runs"]) >= EPISODES
    size = load_recording(next(recordings.glob("*/"))).header.size
    for step in steps:
        assert step.outcome != "malformed", step.note
        call = parse_tool_call(step.reply)
        if call.action not in ("answer", "terminate"):
            ground(call, size)
    assert {run["verdict"] for run in answer["runs"]} <= {"stopped", "failed", "gave_up", "environment_error"}


def test_a_step_prefills_its_own_screenshot_alone(ran: tuple[dict[str, Any], Path]) -> None:
    for recording in ran[1].glob("*/"):
        first, *later = load_recording(recording).steps
        assert {"vision", "prefill", "decode"} <= first.timing.keys()
        for step in later:
            news = step.usage.prompt - step.usage.cached
            assert news < 1000 + 100, f"a screenshot is 1000 tokens; {news} were new"


def test_the_recordings_replay_without_a_model_and_a_screen(ran: tuple[dict[str, Any], Path]) -> None:
    for one in ran[1].glob("*/"):
        recording = load_recording(one)
        assert recording.end
        assert replay(recording).verdict == recording.end.verdict


def test_a_task_is_checked_without_loading_weights(tiny: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(tiny, bare, ignore=shutil.ignore_patterns("*.safetensors"))
    done = agent("check", "tasks/fill_form.yaml", "--model", str(bare), cwd=ROOT, env=environment())
    assert (done.returncode, done.stderr) == (0, "")


def test_a_damaged_checkpoint_is_a_verdict_of_its_own(tiny: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(tiny, broken, ignore=shutil.ignore_patterns("*.safetensors"))
    task = str(ROOT / "tasks/xterm_command.yaml")
    done = agent("run", task, "--model", str(broken), "--json", cwd=tmp_path, env=environment())
    run = json.loads(done.stdout)["runs"][0]
    assert (done.returncode, run["verdict"]) == (3, "model_error")
    assert str(broken) in run["message"]
    assert "Traceback" not in done.stderr


def test_names_say_source_weights_and_choice(tiny: Path, tiny_thinking: Path, tmp_path: Path) -> None:
    assert parse_name(str(tiny)).profile.name == "tiny-instruct"
    assert parse_name(f"{tiny}@sample").sampled
    assert parse_name(str(tiny_thinking)).sampled, "a Thinking edition runs in circles when it is greedy"
    assert not parse_name(f"{tiny_thinking}@greedy").sampled
    named = parse_name("Qwen/Qwen3-VL-8B-Instruct@int4")
    assert (named.source, named.weights) == ("Qwen/Qwen3-VL-8B-Instruct", "int4")
    assert named.profile is find_profile("qwen3-vl-8b-instruct")


def test_a_folder_without_a_profile_is_known_by_its_name_or_by_its_files(
    tiny_thinking: Path, tmp_path: Path
) -> None:
    for name in ("Qwen3-VL-4B-Thinking", "my model"):
        folder = tmp_path / name
        shutil.copytree(tiny_thinking, folder, ignore=shutil.ignore_patterns("deskhand.toml"))
        profile = parse_name(str(folder)).profile
        assert profile.edition == "thinking"
        assert profile.name == ("qwen3-vl-4b-thinking" if name != "my model" else "my-model")
    assert profile.cache_bytes == 2 * 4 * 2 * 16 * 2


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("./nowhere", "there is no folder ./nowhere"),
        ("qwen3-vl-8b-instruct@int3", "there is no @int3"),
        ("qwen3-vl-9b-instruct", "qwen3-vl-8b-instruct"),
        ("mine.toml", "mine.toml"),
    ],
)
def test_a_wrong_name_is_told_with_what_there_is(name: str, said: str) -> None:
    with pytest.raises(BadInput, match=said.replace(".", r"\.")):
        parse_name(name)


def test_a_server_takes_no_words_behind_its_name(tmp_path: Path) -> None:
    written = """
        name = "mine"
        family = "qwen3-vl"
        hub = "x/y"
        parameters = 8.77
        cache_bytes = 147456
        memory = {bf16 = 17.5, int8 = 10.6, int4 = 7.6}
        server = {url = "http://127.0.0.1:9/v1"}
    """
    (tmp_path / "mine.toml").write_text(written)
    assert profiled_model(str(tmp_path / "mine.toml")).name == "mine"
    with pytest.raises(BadInput, match="`sampled` in"):
        profiled_model(f"{tmp_path / 'mine.toml'}@sample")


def test_a_folder_that_is_no_checkpoint_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"config\.json: is no checkpoint"):
        parse_name(str(tmp_path))
