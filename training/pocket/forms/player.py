"""Player: episodes by their seeds, on one display."""

from __future__ import annotations

from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING

from customer_layout import ARRANGEMENTS, FAMILIES, THEMES, Layout, TooLarge

from tools.geometry import Point
from tools.host.screen import Screen
from tools.host.virtual_display import virtual_display
from training.pocket.episode import Episode
from training.pocket.forms.board import Board
from training.pocket.forms.manager import WindowManager
from training.pocket.forms.plan import instruction, plan
from training.pocket.forms.play import play
from training.pocket.forms.slips import Slips
from training.pocket.forms.spec import CUSTOMER, drawn
from training.pocket.forms.window import open_form
from training.pocket.shape import SCREEN
from training.pocket.splits import training_look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.observation import Frame
    from training.pocket.forms.spec import Spec
    from training.pocket.forms.window import Form
    from training.pocket.forms.words import Words

_CUSTOMER = 0.4
"""Share of episodes on the customer form."""
_DARK = 0.08


class Player:
    """What plays.

    Args:
        display: of its own, with a window manager.
        screen: takes its pictures.
        manager: of its windows.
        words: of the forms.
    """

    def __init__(self, display: str, screen: Screen, manager: WindowManager, words: Words) -> None:
        self._display, self._screen, self._manager, self._words = display, screen, manager, words

    def train(self, seed: int) -> tuple[Episode, list[Frame]]:
        """An episode to learn from, with its frames; equal seeds give equal episodes."""
        chance = Random(f"episode {seed}")
        customer = chance.random() < _CUSTOMER
        while True:
            spec = CUSTOMER if customer else drawn(chance, self._words)
            layout = _layout(chance, training_look(chance) if customer else seed)
            try:
                form = open_form(spec, layout, self._display)
            except TooLarge:
                continue
            return self._played(seed, form, spec, layout, chance, slips=True)

    def exam(self, look: int, *, customer: bool = True) -> tuple[Episode, list[Frame]]:
        """An episode without slips, to be judged on.

        Args:
            look: the customer form's seed, or of other words.
            customer: which of the two.
        """
        chance = Random(f"exam {look} {customer}")
        while True:
            spec = CUSTOMER if customer else drawn(chance, self._words)
            layout = Layout.from_seed(look) if customer else _layout(chance, look)
            try:
                form = open_form(spec, layout, self._display)
            except TooLarge:
                if customer:
                    raise
                continue
            return self._played(look, form, spec, layout, chance, slips=False)

    def _played(
        self, seed: int, form: Form, spec: Spec, layout: Layout, chance: Random, *, slips: bool
    ) -> tuple[Episode, list[Frame]]:
        steps = plan(chance, self._words, spec, absent=slips)
        board = Board(form, spec, self._screen.grab, self._manager)
        try:
            _show(form)
            board.point(Point(0, 0))  # else the last episode's place would be told by what lights up there
            board.steady()
            play(board, steps, Slips(chance if slips else None, spec))
        finally:
            form.destroy()
        told = instruction(chance, spec, steps)
        sentences = tuple(step.sentence for step in steps)
        episode = Episode(seed, spec.customer, layout.seed, told, sentences, tuple(board.turns))
        return episode, board.frames


@contextmanager
def player(words: Words) -> Iterator[Player]:
    """A player on a display of its own."""
    with virtual_display(SCREEN) as display, Screen(display) as screen, WindowManager(display) as manager:
        yield Player(display, screen, manager, words)


def _show(form: Form) -> None:
    while not form.winfo_viewable():
        form.update()
    form.focus_force()


def _layout(chance: Random, seed: int) -> Layout:
    """A layout with more freedom than a seed gives."""
    labels, columns = chance.choice(ARRANGEMENTS)
    growth = (1 + chance.random() * 0.4, 1 + chance.random() * 0.3)
    return Layout(
        seed=seed,
        family=chance.choice(FAMILIES),
        points=chance.randint(10, 14),
        theme=chance.choice(THEMES),
        labels=labels,
        columns=columns,
        place=chance.choice([(chance.random(), chance.random()), (0.5, 0.4)]),
        growth=chance.choice([(1.0, 1.0), (1.0, 1.0), growth]),
        dark=chance.random() < _DARK,
    )
