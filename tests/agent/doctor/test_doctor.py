"""The doctor on this machine, and on worse ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent.doctor import examine, is_fit
from agent.doctor.finding import Finding
from agent.doctor.machine import disk, extras, fonts, gpu, python
from agent.doctor.screen import own_display, reading, virtual

if TYPE_CHECKING:
    from pathlib import Path

HERE = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}


def program(folder: Path, name: str, script: str) -> dict[str, str]:
    """An environment whose only program is this one."""
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)
    return {"PATH": str(folder)}


def test_this_machine_is_well(tmp_path: Path) -> None:
    findings = {finding.name: finding for finding in examine(tmp_path / "runs", HERE)}
    needed = ("Python", "virtual display", "keyboard", "OCR", "recordings")
    assert {name: findings[name].state for name in needed} == dict.fromkeys(needed, "ok")
    assert is_fit(tuple(findings.values()))
    assert all(finding.mend for finding in findings.values() if finding.state != "ok")
    assert json.dumps([finding.model_dump() for finding in findings.values()])
    assert not list(tmp_path.iterdir())


def test_a_machine_that_lacks_anything_is_not_fit() -> None:
    well = Finding(name="a", state="ok", what="")
    assert is_fit((well, well.model_copy(update={"state": "warning"})))
    assert not is_fit((well, well.model_copy(update={"state": "missing"})))


def test_missing_programs_are_named_with_the_apt_line(tmp_path: Path) -> None:
    (finding,) = virtual({"PATH": str(tmp_path)})
    assert (finding.state, finding.mend) == ("missing", "apt-get install xvfb openbox")
    (finding,) = virtual(program(tmp_path, "Xvfb", "exit 0"))
    assert finding.mend == "apt-get install openbox"


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({}, "DISPLAY is not set"),
        ({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, "Wayland"),
        ({"DISPLAY": ":59999"}, ":59999"),
    ],
)
def test_no_display_of_ones_own_is_only_a_warning(env: dict[str, str], said: str) -> None:
    finding = own_display(env)
    assert finding.state == "warning"
    assert said in finding.what
    assert "--display virtual" in finding.mend


def test_gpu(tmp_path: Path) -> None:
    assert "needs none" in gpu({"PATH": str(tmp_path)}).what
    found = gpu(program(tmp_path, "nvidia-smi", "echo 'GPU 0: NVIDIA H100 (UUID: x)'"))
    assert found.state == "ok"
    assert "H100" in found.what
    assert gpu(program(tmp_path, "nvidia-smi", "exit 9")).state == "warning"


def test_fonts(tmp_path: Path) -> None:
    assert fonts(HERE).state == "ok"
    assert "fonts-dejavu-core" in fonts({"PATH": str(tmp_path)}).mend
    assert fonts(program(tmp_path, "fc-list", "exit 0")).what == "no scalable font is installed"


def test_a_folder_that_can_not_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert disk(tmp_path / "new" / "runs").state == "ok"
    assert disk(file).state == "missing"
    assert "--record" in disk(file).mend


def test_python_and_extras() -> None:
    assert python().what.startswith(sys.version.split()[0])
    names = {finding.name: finding for finding in extras()}
    assert names["extra dev"].state == "ok"
    assert "pytest" in names["extra dev"].what


def test_a_real_word_is_read() -> None:
    assert reading().state == "ok"


def test_the_doctor_imports_no_torch_and_nothing_heavy() -> None:
    code = (
        "import agent.doctor, sys; sys.exit(bool({'torch', 'mss', 'cv2', 'pyautogui', 'xcffib', 'numpy'}"
        " & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
