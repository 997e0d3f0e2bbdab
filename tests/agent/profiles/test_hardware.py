"""What a machine has, by hand-written stand-ins for nvidia-smi."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil
import pytest

from agent.profiles.hardware import this_machine
from tests.agent.profiles.machines import printing, with_nvidia_smi

if TYPE_CHECKING:
    from pathlib import Path

TWO = """\
0, GPU-aaa, NVIDIA H100 80GB HBM3, 81559, 81000
1, GPU-bbb, NVIDIA RTX 4000, SFF, 20475, 512"""
ONE = "0, GPU-aaa, NVIDIA H200, 143771, 143000"


def test_gpus_are_counted_in_gigabytes(tmp_path: Path) -> None:
    [gpu] = this_machine(printing(tmp_path, ONE)).gpus
    assert gpu.name == "NVIDIA H200"
    assert (round(gpu.total, 1), round(gpu.free, 1)) == (150.8, 149.9)


def test_it_is_asked_for_what_is_read(tmp_path: Path) -> None:
    env = with_nvidia_smi(tmp_path, f'echo "$*" > {tmp_path}/asked; echo "{ONE}"')
    this_machine(env)
    asked = (tmp_path / "asked").read_text().split()
    assert asked == [
        "--query-gpu=index,uuid,name,memory.total,memory.free",
        "--format=csv,noheader,nounits",
    ]


@pytest.mark.parametrize(
    ("chosen", "names"), [("1", ["B"]), ("0,1", ["A", "B"]), ("GPU-aaa", ["A"]), ("", []), ("-1", [])]
)
def test_hidden_gpus_do_not_count(tmp_path: Path, chosen: str, names: list[str]) -> None:
    both = "0, GPU-aaa, A, 1000, 900\n1, GPU-bbb, B, 1000, 900"
    machine = this_machine(printing(tmp_path, both, CUDA_VISIBLE_DEVICES=chosen))
    assert [gpu.name for gpu in machine.gpus] == names


@pytest.mark.parametrize(
    "script",
    ["exit 9", "echo 'NVIDIA-SMI has failed'", "echo '0, GPU-a, GB10, [N/A], [N/A]'", "echo '0, x, 3'"],
)
def test_what_says_nothing_useful_is_no_gpu(tmp_path: Path, script: str) -> None:
    assert this_machine(with_nvidia_smi(tmp_path, script)).gpus == ()


def test_a_machine_without_nvidia_smi_has_memory_all_the_same(tmp_path: Path) -> None:
    machine = this_machine({"PATH": str(tmp_path)})
    assert (machine.gpus, machine.gpu_free) == ((), 0)
    assert machine.total == psutil.virtual_memory().total / 1e9
    assert 0 < machine.available <= machine.total


def test_a_name_with_a_comma_is_left_whole(tmp_path: Path) -> None:
    assert [gpu.name for gpu in this_machine(printing(tmp_path, TWO)).gpus] == [
        "NVIDIA H100 80GB HBM3",
        "NVIDIA RTX 4000, SFF",
    ]
