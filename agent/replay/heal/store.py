"""Heals on disk: `REC.heals/step-028.json` beside a recording, their frames in `REC.heals/frames/`.

Nothing is ever written into the recording. A heal that is not yet decided on gives way to a later one of its
step; one that was accepted or rejected stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from pydantic import ValidationError

from agent.errors import BadInput, BadRecording
from agent.recording.disk import alone, whole
from agent.recording.format import check_format
from agent.recording.lines import LONGEST
from agent.recording.store import FRAMES, frame_size, read_frame, write_frame
from agent.replay.heal.proposal import FORMAT, Proposal
from tools.ocrtext.may_be import may_be
from tools.plain_file import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agent.recording.reading import Recording
    from agent.replay.heal.proposal import Heal, Status
    from tools.geometry import Point
    from tools.observation import Frame


@dataclass(frozen=True, slots=True)
class Kept:
    """A proposal and its file."""

    path: Path
    proposal: Proposal

    def frame(self, digest: str) -> Frame:
        """One of its frames.

        Raises:
            BadRecording: it is missing or was altered.
        """
        return read_frame(self.path.parent / FRAMES, digest)

    def shown(self) -> Frame:
        """The frame that its target was found on.

        Raises:
            BadRecording: as `frame`, or the target is not on it.
        """
        frame = self.frame(self.proposal.frame)
        if not frame.size.contains(self.proposal.new_point):
            raise BadRecording(f"{self.path}: the heal points off its frame; remove the file")
        return frame


def heals_folder(recording: Recording) -> Path:
    """Where the heals of a recording are kept."""
    folder = recording.folder.resolve()
    return folder.with_name(f"{folder.name}.heals")


def load_heals(recording: Recording) -> tuple[Kept, ...]:
    """All heals of a recording, by step, older ones of a step first.

    Raises:
        BadRecording: one is damaged, too new, or another recording's.
    """
    folder = heals_folder(recording)
    kept = [_load(path, recording) for path in folder.glob("step-*.json")]
    return tuple(sorted(kept, key=lambda one: (one.proposal.step, _number(one.path))))


def accepted(recording: Recording) -> dict[int, tuple[Frame, Point]]:
    """Where the targets of some steps may be instead: on which frame, at which of its pixels.

    Of several accepted heals of a step the latest counts.

    Raises:
        BadRecording: as `load_heals`, or a frame is missing or was altered.
    """
    found = {}
    for kept in load_heals(recording):
        proposal = kept.proposal
        if proposal.status == "accepted":
            found[proposal.step] = (kept.shown(), proposal.new_point)
    return found


def rejected(recording: Recording) -> dict[int, tuple[str, ...]]:
    """What a person doesn't want clicked in place of some steps' targets, by its label.

    Raises:
        BadRecording: as `load_heals`.
    """
    found: dict[int, tuple[str, ...]] = {}
    for kept in load_heals(recording):
        if kept.proposal.status == "rejected":
            step = kept.proposal.step
            found[step] = (*found.get(step, ()), kept.proposal.new_label)
    return found


def propose(recording: Recording, heals: Iterable[Heal]) -> list[Path]:
    """Write the heals of a run that passed; of two for one step the later one. Their files.

    A heal that was decided on before, with the same label at the same step, is not proposed again.

    Raises:
        BadInput: the folder can't be written.
        BadRecording: as `load_heals`.
    """
    latest = {heal.proposal.step: heal for heal in heals}
    if not latest:
        return []
    folder = heals_folder(recording)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder):
            before = load_heals(recording)
            new = [heal for heal in latest.values() if not any(_is_decided(kept, heal) for kept in before)]
            return [_write(recording, heal, before) for heal in new]
    except OSError as error:
        raise BadInput(f"{folder}: can't be written: {error.strerror}") from None


def decide(kept: Kept, status: Status) -> Kept:
    """Accept or reject.

    Raises:
        BadInput: its file can't be written.
    """
    proposal = kept.proposal.model_copy(update={"status": status})
    try:
        _replace(kept.path, proposal)
    except OSError as error:
        raise BadInput(f"{kept.path}: can't be written: {error.strerror}") from None
    return Kept(kept.path, proposal)


def _is_decided(kept: Kept, heal: Heal) -> bool:
    """Whether a person has seen this heal: again on the same screen, or once rejected on any."""
    old, new = kept.proposal, heal.proposal
    if old.step != new.step or old.status == "proposed":
        return False
    same = may_be(old.new_label, new.new_label)
    return same if old.status == "rejected" else same and old.frame == new.frame


def _write(recording: Recording, heal: Heal, before: tuple[Kept, ...]) -> Path:
    """Its frames first: a file names only what is there."""
    folder, step = heals_folder(recording), heal.proposal.step
    frames = folder / FRAMES
    frames.mkdir(parents=True, exist_ok=True)
    for frame in (heal.frame, heal.after):
        write_frame(frames, frame, recording.folder / FRAMES)
    open_ones = [
        one.path for one in before if one.proposal.step == step and one.proposal.status == "proposed"
    ]
    names = (f"step-{step:03}" + (f"-{number}" if number > 1 else "") for number in count(1))
    path = next(folder / f"{name}.json" for name in names if not (folder / f"{name}.json").exists())
    path = open_ones[-1] if open_ones else path
    _replace(path, heal.proposal)
    _drop_frames(path, heal.proposal, before)
    return path


def _drop_frames(path: Path, written: Proposal, before: tuple[Kept, ...]) -> None:
    """Remove the frames of the proposal that gave way, unless another heal names them."""
    kept = [written, *(one.proposal for one in before if one.path != path)]
    named = {digest for proposal in kept for digest in (proposal.frame, proposal.after)}
    for old in (one.proposal for one in before if one.path == path):
        for digest in {old.frame, old.after} - named:
            (path.parent / FRAMES / f"{digest}.webp").unlink(missing_ok=True)


def _replace(path: Path, proposal: Proposal) -> None:
    with whole(path) as file:
        file.write(proposal.model_dump_json(indent=1).encode() + b"\n")


def _load(path: Path, recording: Recording) -> Kept:
    try:
        text = read_plain(path, LONGEST)
        check_format(str(path), text, FORMAT, "is not a heal; remove the file")
        proposal = Proposal.model_validate_json(text)
    except OSError as error:
        raise BadRecording(f"{path}: can't be read: {error.strerror}") from None
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        where = "".join(f"{part}: " for part in fault["loc"])
        raise BadRecording(f"{path}: the heal is damaged: {where}{fault['msg']}; remove the file") from None
    if proposal.recording != recording.sum:
        raise BadRecording(f"{path}: is a heal of another recording; remove the file")
    if proposal.step > len(recording.steps):
        raise BadRecording(f"{path}: the recording has no step {proposal.step}; remove the file")
    step = recording.steps[proposal.step - 1]
    if not frame_size(recording.folder / FRAMES, step.frame).contains(proposal.old_point):
        raise BadRecording(f"{path}: its target is not on the recorded frame; remove the file")
    return Kept(path, proposal)


def _number(path: Path) -> int:
    """Which of its step's heals a file is: `step-028-2.json` the second."""
    last = path.stem.rpartition("-")[2]
    return int(last) if path.stem.count("-") > 1 and last.isdecimal() else 1
