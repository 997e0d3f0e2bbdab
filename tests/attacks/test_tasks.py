"""Hostile task files: each is refused in a few clear lines, or is a task; nothing is started or obeyed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent.cli import main
from tests.attacks.saying import clear

if TYPE_CHECKING:
    from pathlib import Path

STEP = 'steps:\n  - Click "Save"\n'
TASK = f"instruction: Do it.\n{STEP}"


def typing(text: str) -> str:
    return f'instruction: Do it.\nsteps:\n  - Type "{text}" into "F"\n'


def nested(depth: int, opening: str = "[", closing: str = "]") -> str:
    return f"instruction: Do it.\nchecks: {opening * depth}{closing * depth}\n"


LAUGHS = "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8))
REFUSED: dict[str, str | bytes] = {
    # YAML itself
    "a billion laughs": f"a: &a [x,x]\n{LAUGHS}",
    "an alias": "instruction: &a x\nid: *a\n",
    "an anchor alone": "instruction: &a x\n",
    "a merge key of an alias": "base: &b {steps: 1}\nlimits:\n  <<: *b\n",
    "an alias of itself": "instruction: &a [*a]\n",
    "a Python object": "instruction: !!python/object/apply:os.system ['touch pwned']\n",
    "a Python name": "instruction: !!python/name:os.system\n",
    "a Python module": "instruction: !!python/module:os\n",
    "a tag of its own": "instruction: !secret x\n",
    "a binary": "instruction: !!binary aGk=\n",
    "a tag on a key": "!!str instruction: x\n",
    "a tag directive": "%TAG ! tag:evil,2000:\n---\ninstruction: !x y\n",
    "two documents": f"{TASK}---\n{TASK}",
    "lists a thousand deep": nested(1000),
    "lists of 100,000 brackets": nested(100_000),
    "mappings a thousand deep": nested(1000, "{a: ", "}"),
    "blocks fifty deep": "instruction: x\nchecks:\n" + "".join(f"{'  ' * n}-\n" for n in range(1, 50)),
    "30,000 values": "instruction: x\nsteps:\n" + "  - a\n" * 30_000,
    "two megabytes": "instruction: " + "x" * 2_000_000,
    "a key of a megabyte": "x" * 900_000 + ": 1\n",
    "2,000 unknown keys": "instruction: x\n" + "".join(f"k{n}{'a' * 300}: 1\n" for n in range(2000)),
    "a key that is a list": "? [a, b]\n: x\n",
    "a key that is a mapping": "? {a: b}\n: x\n",
    "a key written twice": "instruction: a\ninstruction: b\n",
    "an empty file": "",
    "a comment alone": "# nothing\n",
    "a list": "- instruction: x\n",
    "a text": "just words\n",
    "null": "null\n",
    "a tab": 'instruction: x\nsteps:\n\t- Click "a"\n',
    "a quote that is not closed": 'instruction: "x\n',
    # bytes
    "a NUL": b"instruction: a\x00b\n",
    "an escape": b"instruction: \x1b[2J\x1b]0;pwned\x07\n",
    "C1 control characters": "instruction: a\x9b31mb\n",
    "not UTF-8": b"instruction: \xff\xfe\n",
    "UTF-16": "instruction: x\n".encode("utf-16"),
    "half a surrogate pair": b"instruction: \xed\xa0\x80\n",
    "half a surrogate pair, escaped": 'instruction: "\\ud800"\nstp: x\n',
    "random bytes": bytes(range(256)) * 40,
    "an overlong slash": b"id: \xc0\xaf\ninstruction: x\n",
    "a program": b"\x7fELF" + bytes(2000),
    "an escape in a key": 'instruction: x\n"\\e[31mkey": 1\n',
    "a bidi override in a key": 'instruction: x\n"a\\u202eb": 1\n',
    "a line break in a key": 'instruction: x\n"a\\nagent: all valid": 1\n',
    # numbers
    "steps of 1e999": f"{TASK}limits: {{steps: 1e999}}\n",
    "seconds of 1e999": f"{TASK}limits: {{seconds: 1e999}}\n",
    "seconds of .inf": f"{TASK}limits: {{seconds: .inf}}\n",
    "seconds of .nan": f"{TASK}limits: {{seconds: .nan}}\n",
    "a cost of 1e999": f"{TASK}limits: {{cost: 1e999}}\n",
    "a cost of nothing": f"{TASK}limits: {{cost: 0}}\n",
    "steps of 5,000 digits": f"{TASK}limits: {{steps: {'9' * 5000}}}\n",
    "steps of 1,000 digits": f"{TASK}limits: {{steps: {'9' * 1000}}}\n",
    "a size of 5,000 hex digits": f"{TASK}display: {{size: [0x{'f' * 5000}, 600]}}\n",
    "a size of 5,000 octal digits": f"{TASK}display: {{size: [0o{'7' * 5000}, 600]}}\n",
    "a size of 10^9": f"{TASK}display: {{size: [1000000000, 1000000000]}}\n",
    "a size below zero": f"{TASK}display: {{size: [-800, 600]}}\n",
    "a size of nothing": f"{TASK}display: {{size: [0, 0]}}\n",
    "no seconds": f"{TASK}limits: {{seconds: 0}}\n",
    "a year": f"{TASK}limits: {{seconds: 31536000}}\n",
    "steps that are true": f"{TASK}limits: {{steps: true}}\n",
    "steps that are half": f"{TASK}limits: {{steps: 1.5}}\n",
    "an exit status of 5,000 digits": f"{TASK}checks: [{{command: {{run: [ls], exit: 0x{'f' * 5000}}}}}]\n",
    "a number a thousand deep in JSON": f"{TASK}checks: [{{json: {{path: a, equals: 0x{'f' * 5000}}}}}]\n",
    # names
    "an id with a slash": f"id: a/b\n{TASK}",
    "an id that leads up": f"id: ../../etc\n{TASK}",
    "an id of dots": f"id: ..\n{TASK}",
    "an id with a line break": f'id: "a\\nb"\n{TASK}',
    "an id of 101 characters": f"id: {'x' * 101}\n{TASK}",
    "an id with an escape": f'id: "a\\e[31m"\n{TASK}',
    "an id with a bidi override": f'id: "a\\u202e"\n{TASK}',
    "an id that is a list": f"id: [a]\n{TASK}",
    "a variable called workdir": f"{TASK}vars: {{workdir: /etc}}\n",
    "a variable called secret": f"{TASK}vars: {{secret: x}}\n",
    "a variable called a-b": f"{TASK}vars: {{a-b: x}}\n",
    "a case with a name of its own": f"{TASK}cases: [{{__class__.x: y}}]\n",
    # variables and secrets
    "a variable that is not there": typing("${nope}"),
    "a variable of 9,000 that is not there": (
        "instruction: x\nvars:\n" + "".join(f"  v{n}: 1\n" for n in range(9000)) + "steps:\n  - ${nope}\n"
    ),
    "an attribute of a variable": f"vars: {{a: x}}\n{typing('${a.__class__}')}",
    "a variable that is not closed": typing("${name"),
    "an empty variable": typing("${}"),
    "a variable inside one": typing("${${a}}"),
    "a secret that is not listed": typing("${secret.HOME}"),
    "a secret in a program": f"secrets: [HOME]\n{TASK}launch: [{{command: [echo, '${{secret.HOME}}']}}]\n",
    "a secret in a check": f"secrets: [HOME]\n{TASK}checks: [{{text: '${{secret.HOME}}'}}]\n",
    "a secret made of two variables": f"vars: {{a: '${{secret', b: '.HOME}}'}}\n{typing('${a}${b}')}",
    "a secret behind two dollar signs": typing("$${secret.HOME}"),
    "a secret in a value": f"vars: {{a: '${{secret.HOME}}'}}\n{typing('${a}')}",
    "a secret that is not set": f"secrets: [DESKHAND_NOT_SET_ANYWHERE]\n{TASK}",
    "a secret with a strange name": f"secrets: ['A=B']\n{TASK}",
    # programs, models, displays, pictures
    "a program that is nothing": f"{TASK}launch: [{{command: []}}]\n",
    "a program that is a text": f"{TASK}launch: [{{command: rm -rf /}}]\n",
    "a program with an empty word": f"{TASK}launch: [{{command: ['']}}]\n",
    "a wait of nothing": f"{TASK}launch: [{{command: [a], wait_for: {{text: x, seconds: 0}}}}]\n",
    "an absurd URL": f"{TASK}model: 'http://[::1'\n",
    "a URL with a password": f"{TASK}model: http://me:secret@host/v1\n",
    "a URL with a huge port": f"{TASK}model: http://host:99999999/v1\n",
    "a URL of an escape": f'{TASK}model: "http://a\\e[31m/v1"\n',
    "a URL of 10,000 characters": f"{TASK}model: http://{'a' * 10_000}/v1\n",
    "a model that is a path": f"{TASK}model: ../../../etc/passwd\n",
    "a display that is a command": f"{TASK}display: {{kind: ':1; rm -rf /'}}\n",
    "a display of huge digits": f"{TASK}display: {{kind: ':1.', size: [800, 600]}}\n",
    "a picture that is not there": f"{TASK}checks: [{{image: {{like: ../../nope.png}}}}]\n",
    "a picture with a NUL": f'{TASK}checks: [{{image: {{like: "a\\0b.png"}}}}]\n',
    "a picture with a name of 5,000": f"{TASK}checks: [{{image: {{like: {'a' * 5000}}}}}]\n",
    "a mask beyond the display": f"{TASK}masks: [{{box: [0, 0, 9999, 9]}}]\n",
    "a forbidden region beyond it": f"{TASK}forbid: [{{region: [0, 0, 9999, 9]}}]\n",
    "a forbidden nothing": f"{TASK}forbid: [{{}}]\n",
    "an unknown check": f"{TASK}checks: [{{eval: '1'}}]\n",
    "a check with two kinds": f"{TASK}checks: [{{text: a, ask: b}}]\n",
    # steps
    "a step of no form": "instruction: x\nsteps:\n  - rm -rf /\n",
    "500 steps of no form": "instruction: x\nsteps:\n" + "".join(f"  - Clack '{n}'\n" for n in range(500)),
    "steps of 9,000 characters": "instruction: x\nsteps:\n" + f"  - Clack {'a' * 9000}\n" * 90,
    "a step of 900,000 characters": f"instruction: x\nsteps:\n  - {'a ' * 450_000}\n",
    "a text of 20,001 characters": typing("a" * 20_001),
    "a text of 500,000 characters": typing("a" * 500_000),
    "a million backslashes": f"instruction: x\nsteps:\n  - 'Type \"{chr(92) * 400_000}\" into \"F\"'\n",
    "100,000 quotes": f"instruction: x\nsteps:\n  - 'Click {chr(34) * 100_000}'\n",
    "a picture that is a device": 'instruction: x\nsteps:\n  - Click image "/dev/zero"\n',
    "a picture that is a folder": 'instruction: x\nsteps:\n  - Click image "."\n',
    "a script that is not read": 'instruction: x\nsteps:\n  - Click "შენახვა"\n',
    "no steps": "instruction: x\n",
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_task_is_refused_in_a_few_clear_lines(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    written = REFUSED[name]
    (tmp_path / "task.yaml").write_bytes(written if isinstance(written, bytes) else written.encode())
    assert main(["run", "task.yaml"]) == 2, "bad input"
    said = capsys.readouterr()
    assert said.out == ""
    assert "task.yaml" in clear(said.err)
    assert [path.name for path in tmp_path.iterdir()] == ["task.yaml"], "nothing was started or made"


TAKEN = {
    "an id of 100 CJK characters": f"id: {'木' * 100}\n{TASK}",
    "values that a shell would obey": f"vars: {{a: '$(touch p); `touch p` | touch p'}}\n{typing('${a}')}",
    "values that a format would fill in": f"vars: {{a: '{{0.__class__}} %s %n'}}\n{typing('${a}')}",
    "a text of 20,000 characters": typing("a" * 20_000),
    "a value of YAML 1.1": f"vars: {{a: no, b: 12:30, c: 010, d: 1e999, e: 0x{'f' * 50}}}\n{typing('${a}')}",
    "a byte order mark": f"\ufeff{TASK}",
    "line ends of Windows": TASK.replace("\n", "\r\n"),
    "the largest display": f"{TASK}display: {{size: [16384, 16384]}}\n",
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_only_looks_hostile_is_a_task(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "task.yaml").write_bytes(TAKEN[name].encode())
    assert main(["check", "task.yaml"]) == 0, capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["task.yaml"]


FILES = {
    "a folder without tasks": "folder",
    "a pipe": "pipe",
    "a device": "/dev/null",
    "an endless device": "/dev/zero",
    "a loop of links": "loop",
    "a link to nothing": "dangling",
    "a name of 5,000 characters": "x" * 5000,
    "a name that is not UTF-8": "\udcff\udcfe.yaml",
    "a name with an escape": "a\x1b[31m.yaml",
    "a name with a line break": "a\nagent: all is well.yaml",
    "a name with a bidi override": "a\N{RIGHT-TO-LEFT OVERRIDE}lmay.yaml",
    "no name": "",
    "a file that is no task's": "locked.yaml",
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_in_a_few_clear_lines(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import os

    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    os.mkfifo("pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "locked.yaml").mkdir()
    assert main(["check", FILES[name]]) == 2
    assert clear(capsys.readouterr().err)


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from agent.cli import main
sys.exit(main(["check", "task.yaml"]))
"""


@pytest.mark.parametrize("name", ["a billion laughs", "two megabytes", "500 steps of no form"])
def test_it_takes_little_memory_and_time(name: str, tmp_path: Path) -> None:
    written = REFUSED[name]
    assert isinstance(written, str)
    (tmp_path / "task.yaml").write_text(written)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert clear(done.stderr)
