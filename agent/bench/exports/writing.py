"""Export of recordings: all is read, verified and written aside before anything stands in the folder."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.bench.exports.episode import episode_of
from agent.bench.exports.forms import form_of
from agent.bench.exports.source import sources_in
from agent.errors import BadInput
from agent.recording.disk import cannot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.bench.exports.forms import Form, FormName
    from agent.bench.exports.source import Source

    Tell = Callable[[int, int], None]
    """Is told how many episodes are written, and of how many."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    out: Path
    form: FormName
    episodes: int
    left_out: int
    """Episodes that did not pass."""
    samples: int
    """Conversations, trajectories or rows."""
    pictures: int


def export(
    places: Sequence[Path], name: FormName, out: Path, tell: Tell, *, failed: bool = False
) -> Exported:
    """Write episodes in a form.

    Args:
        places: results folders, recordings, and folders with recordings.
        name: which form.
        out: a folder that is new or empty.
        tell: is told how far it is.
        failed: whether episodes that did not pass are written too.

    Raises:
        BadInput: there is nothing to export, something was altered, or `out` can't be written; nothing is
            left in it.
        EnvironmentFault: the disk is full.
    """
    _check_empty(out)
    sources = sources_in(places)
    chosen = [source for source in sources if source.passed or failed]
    if not chosen:
        raise BadInput(f"none of {len(sources)} episodes passed; with --all those that did not are exported")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f"{out.name}.", suffix=".part", dir=out.parent))
        try:
            form = _written(form_of(name, aside), chosen, tell)
            _move(aside, out)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
    except OSError as error:
        raise cannot(str(out), "be written", error, "name another folder with --out") from None
    left = len(sources) - len(chosen)
    return Exported(out, name, len(chosen), left, form.count, len(form.pictures))


def _written(form: Form, sources: Sequence[Source], tell: Tell) -> Form:
    for number, source in enumerate(sources, 1):
        form.add(episode_of(source))
        tell(number, len(sources))
    form.close()
    return form


def _check_empty(out: Path) -> None:
    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise BadInput(f"{out}: is not empty; name a new folder with --out")


def _move(aside: Path, out: Path) -> None:
    aside.chmod(0o755)  # a temporary folder is nobody else's
    if out.exists():
        out.rmdir()
    aside.rename(out)
