"""A secret that was typed into a real program: nothing that is exported has it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from agent.bench.exports.forms import FORMS
from agent.bench.exports.writing import export
from agent.cli import main
from tests.agent.bench.exports.exported import quiet
from tests.attacks.drawn_secrets import readable
from tools.observation import Frame
from tools.see.ocr import ScreenReader

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SECRET = "Quartz-71-heron"
TASK = """\
instruction: Give the token.
secrets: [BOOTH_TOKEN]
launch:
  - command: [sh, -c, 'zenity --entry --title Booth --text "Token" > "${workdir}/token"']
    wait_for: {text: Token, seconds: 20}
display: {kind: virtual, size: [640, 480]}
steps:
  - Type "${secret.BOOTH_TOKEN}" into "Token"
  - Click "OK"
  - Wait until "Token" disappears
checks:
  - file: {path: "${workdir}/token", contains: "-71-"}
"""


def test_no_form_has_it_in_a_text_or_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOTH_TOKEN", SECRET)
    (tmp_path / "token.yaml").write_text(TASK)
    assert main(["run", str(tmp_path / "token.yaml"), "--record", str(tmp_path / "recording")]) == 0
    for form in FORMS:
        export([tmp_path / "recording"], form, tmp_path / form, quiet)
    files = [path for form in FORMS for path in (tmp_path / form).rglob("*") if path.is_file()]
    texts = {path: path.read_text("utf-8") for path in files if path.suffix != ".png"}
    assert [path for path, text in texts.items() if SECRET in text or json.dumps(SECRET)[1:-1] in text] == []
    assert sum("${secret.BOOTH_TOKEN}" in text for text in texts.values()) >= len(FORMS)
    pictures = {path.name: path for path in files if path.suffix == ".png"}
    reader = ScreenReader()
    for path in pictures.values():
        with Image.open(path) as picture:
            lines = reader.read(Frame.from_rgb(np.asarray(picture.convert("RGB")))).lines
        assert readable(lines, SECRET) == []
    assert len(pictures) >= 3
