"""Play: an episode from its plan to its end. Now and then something goes wrong on purpose, and is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.pocket import replies
from training.pocket.forms.acts import Acts, Missing
from training.pocket.forms.dialogs import Dialogs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.pocket.forms.board import Board
    from training.pocket.forms.slips import Slips
    from training.pocket.replies import Planned


def play(board: Board, plan: Sequence[Planned], slips: Slips) -> None:
    """Carry a plan out, to its end or to what is not there; the board has notes of it."""
    acts, dialogs = Acts(board, slips), Dialogs(board, slips)
    lost: list[tuple[int, Planned]] = []
    for number, planned in enumerate(plan, 1):
        if slips.loses(planned):
            acts.lose(number, planned)
            lost.append((number, planned))
            continue
        try:
            if planned.kind == "final":
                _save(board, acts, dialogs, plan, number, lost)
            else:
                acts.do(number, planned)  # the dialogs have done what waits for them and answers
        except Missing:
            board.note(board.look(), replies.missing(number, planned))
            return
    board.note(board.look(), replies.done())


def _save(
    board: Board,
    acts: Acts,
    dialogs: Dialogs,
    plan: Sequence[Planned],
    number: int,
    lost: list[tuple[int, Planned]],
) -> None:
    """Save; where that is refused, do again what was lost, and save again."""
    final, after = plan[number - 1], plan[number:]
    if dialogs.save(number, final, after):
        return
    for at, planned in lost:
        acts.turn_to(at, planned, _page_of(board, planned.label))
        acts.do(at, planned, again=True)
    saved = dialogs.save(number, final, after, again=True)
    assert saved, "it is refused again"


def _page_of(board: Board, label: str) -> str:
    """Title of the page that has a field of that label."""
    pages = board.spec.pages
    titles = (
        page.title
        for page in pages
        for group in page.groups
        if any(field.label == label for field in group.fields)
    )
    return next(titles)
