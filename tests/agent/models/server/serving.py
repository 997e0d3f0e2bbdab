"""`transformers serve` on loopback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A server that runs inside, by its URL; a model of it is named by its checkpoint's folder.

    Args:
        folder: where it keeps its log and what else it writes.
    """
    log = folder / "log"
    script = Path(__file__).with_name("serve_pictures.py")
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, script, "--host", "127.0.0.1", "--port", "0"],
            env=os.environ | {"HF_HOME": str(folder), "HF_HUB_OFFLINE": "1", "OMP_WAIT_POLICY": "PASSIVE"},
            stdout=output,
            stderr=output,
        )
    try:
        yield f"{_address(server, log)}/v1"
    finally:
        server.kill()
        server.wait()


def name_processor(checkpoint: Path) -> None:
    """Have the server take a checkpoint's pictures by `serve_pictures.PictureProcessor`."""
    rules = checkpoint / "preprocessor_config.json"
    named = json.loads(rules.read_text()) | {"processor_class": "PictureProcessor"}
    rules.unlink()  # it may be a link to another's file
    rules.write_text(json.dumps(named))


def _address(server: subprocess.Popen[bytes], log: Path) -> str:
    """Where it listens, once it does."""
    until = time.monotonic() + 600
    while time.monotonic() < until and server.poll() is None:
        if found := re.search(r"running on (http://[\d.:]+)", log.read_text()):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(log.read_text()[-3000:])
