"""`agent models` and `agent models test` as a user gives them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from agent.cli import main
from agent.commands import models as command
from agent.profiles import profiles
from agent.profiles.fit import choose
from agent.profiles.hardware import Gpu, Machine
from tests.agent.clicktest.clicking import SCENES, Clicker, half, right
from tests.agent.profiles.machines import printing

if TYPE_CHECKING:
    from pathlib import Path

    from tests.agent.clicktest.clicking import Fault

H100 = "0, GPU-aaa, NVIDIA H100 80GB HBM3, 81559, 81000"


def models(*options: str, **env: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, which sees its own machine."""
    return subprocess.run(
        [sys.executable, "-m", "agent", "models", *options],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | env,
    )


def script(folder: Path, fault: Fault, count: int = 40) -> str:
    """A scripted model that clicks with a fault."""
    clicker = Clicker(fault)
    replies = [
        clicker.reply(*target.middle, scene.frame.size) for scene in SCENES for target in scene.targets
    ]
    file = folder / "replies.jsonl"
    file.write_text("".join(f"{json.dumps(reply)}\n" for reply in replies[:count]))
    return f"scripted:{file}"


@pytest.mark.parametrize("columns", ["80", "120"])
def test_every_profile_is_listed_and_no_line_breaks(tmp_path: Path, columns: str) -> None:
    done = models(**printing(tmp_path, H100), COLUMNS=columns)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert all(any(line.startswith(f"{profile.name} ") for line in lines) for profile in profiles())
    assert any(line.startswith("GPU     NVIDIA H100 80GB HBM3: 84.9 of 85.5 GB free") for line in lines)
    row = next(line for line in lines if line.startswith("qwen3-vl-4b-instruct"))
    assert (
        row.split()[1:]
        == ["15.6", "✓", "11.9", "✓", "10.4", "✓", "59.5", "26.2", "58.2", "45.3"][
            : 8 if columns == "80" else 10
        ]
    )
    assert "  to find and click   --model qwen3-vl-4b-instruct  15.6 GB, ScreenSpot-Pro 59.5" in lines
    assert "                      --grounder qwen3-vl-4b-instruct" in lines


def test_without_a_gpu_reader_or_a_server_is_advised(tmp_path: Path) -> None:
    done = models(PATH=str(tmp_path))
    assert "GPU     nvidia-smi names none" in done.stdout
    assert "--model reader" in done.stdout.partition("Take here")[2]
    assert "--model http://HOST:PORT/v1" in done.stdout


@pytest.mark.parametrize(
    ("machine", "said"),
    [
        (Machine(64, 60, (Gpu("H100", 85, 84),)), "  both at once        --model qwen3-vl-"),
        (
            Machine(64, 60, (Gpu("Small", 12, 11.5),)),
            "  both at once        do not fit: one of them on a server",
        ),
        (Machine(8, 4), "  tasks with written steps  --model reader"),
    ],
)
def test_what_to_take_depends_on_the_machine(
    machine: Machine, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = {job: choose(profiles(), job, machine) for job in command._JOBS}
    command._print(profiles(), machine, choices)
    assert said in capsys.readouterr().out


def test_what_fits_is_marked() -> None:
    machine = Machine(64, 60, (Gpu("Card", 16, 15),))
    cells = {one.name: str(command._cell(one, "bf16", machine)) for one in profiles()}
    assert cells["qwen3-vl-2b-instruct"].endswith("✓")
    assert cells["qwen3-vl-8b-instruct"].endswith("~")
    assert cells["qwen3-vl-235b-a22b-instruct"].endswith("✗")


def test_json_is_one_object(tmp_path: Path) -> None:
    done = models("--json", **printing(tmp_path, H100))
    shown = json.loads(done.stdout)
    listed = [model["name"] for model in shown["models"]]
    assert listed == ["reader", "pocket", *(one.name for one in profiles())]
    assert shown["models"][5]["fits"] == {"bf16": "gpu", "int8": "gpu", "int4": "gpu"}
    assert shown["take"] == {"ground": "qwen3-vl-4b-instruct", "plan": "qwen3-vl-32b-thinking"}
    assert shown["machine"]["gpus"] == [{"name": "NVIDIA H100 80GB HBM3", "total": 85.5, "free": 84.9}]


def test_a_users_profile_is_listed_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        'name = "mine"\nfamily = "mine"\nhub = "."\nparameters = 1\ncache_bytes = 1000\n'
        "memory = { bf16 = 2, int8 = 1, int4 = 0.5 }\n"
    )
    assert main(["models", "--model", str(file)]) == 0
    assert "\nmine " in capsys.readouterr().out
    assert main(["models", "--model", str(tmp_path / "no.toml")]) == 2


def test_right_clicks_are_exit_status_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "test", "--model", script(tmp_path, right)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("RIGHT  scripted  40 of 40 targets hit\n  Clicks land where they should.\n")
    assert "2560x1440: 10 of 10 targets hit" in said.err


def test_wrong_clicks_are_exit_status_1_with_the_cause_and_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pictures = tmp_path / "deep" / "pictures"
    command = ["models", "test", "--model", script(tmp_path, half), "-o", str(pictures)]
    assert main(command) == 1
    assert "likely cause: factor" in capsys.readouterr().out
    assert sorted(picture.name for picture in pictures.iterdir()) == [
        "1280x800.png",
        "1366x768.png",
        "1920x1080.png",
        "2560x1440.png",
    ]
    with Image.open(pictures / "1366x768.png") as picture:
        assert picture.size == (1366, 768)
        assert picture.convert("RGB").tobytes() != SCENES[1].frame.rgb.tobytes()


def test_the_report_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "test", "--json", "--model", script(tmp_path, half)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["verdict"], found["causes"], found["shots"]) == ("off", ["factor"], 40)
    assert found["sizes"][0]["x"]["scale"] == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--model", "reader"], 2, "can't be asked to click"),
        ([], 2, "say which model with --model"),
        (["--model", "raeder"], 2, "raeder"),
        (
            ["--model", "scripted:replies.jsonl", "-o", "replies.jsonl/x"],
            2,
            "-o replies.jsonl/x: can't be made",
        ),
        (["--model", "scripted:replies.jsonl"], 3, "no reply left after 7"),
    ],
)
def test_what_can_not_be_tested_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    status: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    script(tmp_path, right, count=7)
    assert main(["models", "test", *options]) == status
    told = capsys.readouterr()
    assert (told.out, said in told.err) == ("", True)
