"""Reading of a results folder: its configuration and its attempts, the chain of lines verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from agent.bench.results.attempt import Attempt, Key
from agent.bench.results.config import FORMAT, Config
from agent.bench.results.lines import attempt_of, digest_of
from agent.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


CONFIG, LINES, SUMMARY, RECORDINGS = "config.json", "results.jsonl", "summary.json", "recordings"
"""Files and the folder in a results folder."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a results folder holds."""

    folder: Path
    config: Config
    attempts: tuple[Attempt, ...]
    """In the order in which they were written; of those with one key only the last may be decided."""
    last: str
    """SHA-256 of the last line, where the chain ends; without a line, that of `config.json`."""

    @property
    def latest(self) -> list[Attempt]:
        """The last attempt of each key: what figures are made of."""
        return latest(self.attempts)


def latest(attempts: Sequence[Attempt]) -> list[Attempt]:
    """The last attempt of each key, by item, seed and repeat."""
    found: dict[Key, Attempt] = {attempt.key: attempt for attempt in attempts}
    return [found[key] for key in sorted(found)]


def read_results(folder: Path) -> Results:
    """What a results folder holds; a torn last line (the run was killed) is left out.

    Raises:
        BadInput: it is none, or was altered; the message names file and line.
    """
    config = read_config(folder)
    attempts, last = read_lines(folder / LINES, config.digest())
    return Results(folder, config, attempts, last)


def read_config(folder: Path) -> Config:
    """The configuration of a results folder.

    Raises:
        BadInput: there is none, it was altered, or is of a newer format.
    """
    path = folder / CONFIG
    try:
        content = path.read_bytes()
        config = Config.model_validate_json(content)
    except FileNotFoundError:
        raise BadInput(f"{folder}: is no results folder: it has no {CONFIG}") from None
    except OSError as error:
        raise BadInput(f"{path}: can't be read: {error.strerror}") from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise BadInput(
            f"{path}: {key}: {first['msg']}; it was altered, or a newer deskhand wrote it"
        ) from None
    if config.format > FORMAT:
        raise BadInput(
            f"{path}: format {config.format} is newer than this deskhand reads ({FORMAT}); update it"
        )
    if config.content() != content:
        raise BadInput(f"{path}: is not as deskhand writes it; it was altered")
    return config


def read_lines(path: Path, first: str) -> tuple[tuple[Attempt, ...], str]:
    """All whole lines of a file, and the digest of the last one.

    Raises:
        BadInput: one was altered, moved or removed, or two decide the same attempt.
    """
    try:
        lines = path.read_bytes().split(b"\n")[:-1]  # what stands behind the last line break is torn
    except FileNotFoundError:
        return (), first
    except OSError as error:
        raise BadInput(f"{path}: can't be read: {error.strerror}") from None
    attempts, previous, decided = list[Attempt](), first, set[Key]()
    for number, line in enumerate(lines, 1):
        attempt = attempt_of(line, previous, f"{path}:{number}")
        if attempt.key in decided:
            raise BadInput(f"{path}:{number}: {attempt.item} was decided before; the file was altered")
        if attempt.decided:
            decided.add(attempt.key)
        attempts.append(attempt)
        previous = digest_of(line)
    return tuple(attempts), previous
