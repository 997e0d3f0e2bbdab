"""Requests: which run a client's `request_id` stands for, on disk: a repeat never does the work twice.

One small file for each id in `requests/`, beside the folders of the runs. It appears whole or not at all,
and only one process can be the one that makes it.
"""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from agent.errors import BadInput
from agent.mcp.runs.kept import sync_folder
from agent.printing.escapes import visible
from agent.recording.disk import cannot, sync
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LARGEST = 10_000
"""Bytes."""


class Request(BaseModel):
    """A request that was begun."""

    model_config = ConfigDict(frozen=True)
    request_id: str
    asks: str
    """Digest of what it asks for."""
    run: str
    """The handle."""


def digest_of(path: Path, values: Mapping[str, str], case: str | None) -> str:
    """What tells one thing that is asked for from another."""
    asked = [str(path.resolve()), sorted(values.items()), case]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def begun(runs: Path, request_id: str, asks: str) -> str | None:
    """The run that an id stands for; None: it is new.

    Raises:
        BadInput: it asks for something else than before.
    """
    try:
        found = Request.model_validate_json(read_plain(_path(runs, request_id), _LARGEST))
    except FileNotFoundError:
        return None
    except (OSError, ValidationError):
        raise BadInput(
            f"{_path(runs, request_id)}: can't be read; take a new request_id, or look at it"
        ) from None
    if found.asks != asks:
        raise BadInput(
            f'request_id "{visible(request_id)}" was used with other values (run {found.run}); nothing was '
            "done. Take a new request_id for something else, the same values to read that one's result"
        )
    return found.run


def claim(runs: Path, request: Request) -> bool:
    """Make an id stand for a run, on disk when this returns; False: it stands for one already.

    Raises:
        BadInput: it can't be written.
        EnvironmentFault: the disk is full.
    """
    path = _path(runs, request.request_id)
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(request.model_dump_json().encode())
            sync(file)
        try:
            os.link(draft, path)  # fails where there is one, as no renaming does
        finally:
            draft.unlink()
        sync_folder(path.parent)
    except FileExistsError:
        return False
    except OSError as error:
        raise cannot(str(path), "note the request down", error, "go to a folder to write in") from None
    return True


def withdraw(runs: Path, request_id: str) -> None:
    """Forget an id whose run was refused before anything was started."""
    _path(runs, request_id).unlink(missing_ok=True)


def _path(runs: Path, request_id: str) -> Path:
    return runs / "requests" / f"{hashlib.sha256(request_id.encode()).hexdigest()}.json"
