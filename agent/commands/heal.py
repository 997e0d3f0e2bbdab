"""`agent heal REC`: show, accept or reject the heals that live replays proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands import exit_status
from agent.errors import BadInput
from agent.printing.streams import write, write_json
from agent.recording.reading import load_recording
from agent.replay.heal.store import decide, heals_folder, load_heals
from agent.runs.report.terminal import plain

if TYPE_CHECKING:
    from pathlib import Path

    from agent.commands.options.heal import HealCommand
    from agent.recording.reading import Recording
    from agent.replay.heal.proposal import Status
    from agent.replay.heal.store import Kept


def main(options: HealCommand) -> int:
    """Decide what was asked for, then show what there is."""
    recording = load_recording(options.recording)
    _decide(load_heals(recording), options)
    heals = load_heals(recording)
    pictures = _draw(recording, heals, options.output)
    if options.json:
        shown = [
            kept.proposal.model_dump(mode="json") | {"file": str(kept.path), "picture": str(path)}
            for kept, path in zip(heals, pictures, strict=True)
        ]
        write_json({"heals": shown})
    else:
        _print(recording, heals, pictures)
    return exit_status.PASSED


def _decide(heals: tuple[Kept, ...], options: HealCommand) -> None:
    accepted = _chosen(heals, options.accept, "accepted", "--accept")
    rejected = _chosen(heals, options.reject, "rejected", "--reject")
    if both := {kept.path.name for kept in accepted} & {kept.path.name for kept in rejected}:
        raise BadInput(f"{min(both)}: can't be both accepted and rejected")
    for kept in accepted:
        decide(kept, "accepted")
    for kept in rejected:
        decide(kept, "rejected")


def _chosen(heals: tuple[Kept, ...], which: str | None, status: Status, option: str) -> list[Kept]:
    """The heals that an option means: of a step the open one, or else the latest that was decided otherwise.

    `all` are those that nobody has decided on.
    """
    if which is None:
        return []
    if which == "all":
        return [kept for kept in heals if kept.proposal.status == "proposed"]
    found = [kept for kept in heals if str(kept.proposal.step) == which]
    if not found:
        known = ", ".join(sorted({str(kept.proposal.step) for kept in heals})) or "none"
        raise BadInput(f"{option} {which}: there is no heal of that step; there are heals of: {known}")
    still_open = [kept for kept in found if kept.proposal.status == "proposed"]
    otherwise = [kept for kept in found if kept.proposal.status != status]
    return (still_open or otherwise)[-1:]


def _draw(recording: Recording, heals: tuple[Kept, ...], output: Path | None) -> list[Path]:
    """One picture a heal; their files."""
    if not heals:
        return []
    from agent.replay.heal.picture import draw  # noqa: PLC0415  (heavy: loaded on use)

    folder = output or heals_folder(recording)
    before = {line.index: recording.frames[line.frame] for line in recording.steps}
    paths = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kept in heals:
            paths.append(folder / f"{kept.path.stem}.png")
            draw(kept.proposal, before[kept.proposal.step], kept.shown(), paths[-1])
    except OSError as error:
        raise BadInput(f"{folder}: can't be written: {error.strerror}; name another folder with -o") from None
    return paths


def _print(recording: Recording, heals: tuple[Kept, ...], pictures: list[Path]) -> None:
    for kept, path in zip(heals, pictures, strict=True):
        write(_told(kept, path))
    if not heals:
        write(f"{recording.folder}: no heals; `agent replay --live --heal MODEL` proposes them\n")


def _told(kept: Kept, picture: Path) -> str:
    proposal = kept.proposal
    was, now = (plain(label) or "no text" for label in (proposal.old_label, proposal.new_label))
    lines = [
        f"step {proposal.step}: {plain(proposal.intent)}  [{proposal.status}]",
        f"  was {was} at {tuple(proposal.old_point)}, is {now} at {tuple(proposal.new_point)}",
        f"  found by {plain(proposal.model)}, and proved:",
        *(f"  + {plain(fact)}" for fact in proposal.proof),
        f"  picture: {picture}",
    ]
    return "\n".join(lines) + "\n"
