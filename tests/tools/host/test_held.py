"""A held button: frames with drawn buttons, before the press and while it is held."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Point
from tools.host.held import HeldButton, moved
from tools.observation import Frame

FONT = ImageFont.truetype("DejaVuSans.ttf", 14)
SEND = Point(300, 200)
SIZE = (640, 480)
Spot = tuple[str, int, int]


def screen(*texts: Spot, buttons: tuple[Spot, ...] = (), fill: str = "#e6e6e6", ink: str = "black") -> Frame:
    """Texts on white, and buttons around the places of theirs."""
    picture = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(picture)
    for text, x, y in buttons:
        draw.rectangle((x - 45, y - 14, x + 45, y + 14), fill=fill, outline="#888888")
        draw.text((x, y), text, ink, FONT, anchor="mm")
    for text, x, y in texts:
        draw.text((x, y), text, "#b00000", FONT, anchor="lm")
    return Frame.from_rgb(np.asarray(picture, np.uint8))


def send(down: int = 0, **look: str) -> Frame:
    return screen(buttons=(("Send", SEND.x, SEND.y + down),), **look)


@pytest.mark.parametrize("down", [-70, -18, 18, 66, 110])
def test_what_moved_is_followed(down: int) -> None:
    assert moved(send(), send(down), SEND) == Point(SEND.x, SEND.y + down)


def test_it_is_followed_with_its_pressed_look_and_from_beside_its_middle() -> None:
    point = Point(SEND.x + 12, SEND.y - 5)
    pressed = send(40, fill="#c8c8d8")
    assert moved(send(), pressed, point) == Point(point.x, point.y + 40)


@pytest.mark.parametrize(
    "now",
    [
        send(fill="#c0c0c0"),
        send(fill="#3060c0", ink="white"),
        screen(("Sent", 280, 260), buttons=(("Send", *SEND),)),
        screen(("A name is needed", 260, 200)),
        screen(("A name is needed", 260, 200), buttons=(("Cancel", SEND.x, SEND.y + 40),)),
        screen(buttons=(("Send", SEND.x, SEND.y - 40), ("Send", SEND.x, SEND.y + 40))),
        screen(buttons=(("Save", SEND.x, SEND.y + 40),)),
    ],
    ids=["pressed", "turned", "told", "gone", "another", "twice", "alike"],
)
def test_all_else_is_let_go_where_it_was_pressed(now: Frame) -> None:
    """What is still there in another look, is nowhere, stands there twice, or is something else."""
    assert moved(send(), now, SEND) == SEND


def test_a_menu_s_entry_of_the_title_s_name_is_not_run_after() -> None:
    """Let go on it, the menu would take it: its title is still there, lit."""
    title, entry = ("Help", *SEND), ("Help", SEND.x, SEND.y + 40)
    before = screen(buttons=(title,))
    picture = Image.fromarray(screen(buttons=(title,), fill="#2050b0", ink="white").rgb)
    ImageDraw.Draw(picture).text(entry[1:], "Help", "black", FONT, anchor="mm")
    assert moved(before, Frame.from_rgb(np.asarray(picture, np.uint8)), SEND) == SEND


def rows(*texts: str, top: int = 60) -> tuple[Spot, ...]:
    """The lines of a list, each two dozen pixels below the one before."""
    return tuple((text, SEND.x - 25, top + 24 * number) for number, text in enumerate(texts))


def test_a_twin_that_was_there_before_is_another_one() -> None:
    """Its caption changes as it is pressed, as a switch's that says what it will do next."""
    twin = ("Follow", SEND.x, SEND.y + 60)
    before = screen(buttons=(("Follow", *SEND), twin))
    assert moved(before, screen(buttons=(("Undo", *SEND), twin)), SEND) == SEND


def test_an_item_that_hops_to_another_list_is_not_run_after() -> None:
    """Let go there, all between the two would be chosen."""
    point = Point(SEND.x, 60 + 24)
    before = screen(*rows("Apples", "Cherries", "Dates"), *rows("Figs", top=200))
    now = screen(*rows("Apples", "Dates"), *rows("Figs", "Cherries", top=200))
    assert moved(before, now, point) == point


def test_a_label_that_floats_out_of_its_field_is_not_run_after() -> None:
    label = ("Date", SEND.x - 15, SEND.y)

    def field(down: int) -> Frame:
        picture = Image.fromarray(screen((label[0], label[1], label[2] + down)).rgb)
        ImageDraw.Draw(picture).rectangle((180, SEND.y - 20, 420, SEND.y + 20), outline="#606060")
        return Frame.from_rgb(np.asarray(picture, np.uint8))

    assert moved(field(0), field(-38), SEND) == SEND


def test_what_moves_aside_is_dragged_along_by_the_press_itself() -> None:
    aside = screen(buttons=(("Send", SEND.x - 60, SEND.y + 40),))
    assert moved(send(), aside, SEND) == SEND


def test_where_the_frame_ends_nothing_is_known_to_have_moved() -> None:
    corner = Point(20, 470)
    before = screen(buttons=(("OK", *corner),))
    assert moved(before, before, corner) == corner
    assert moved(before, screen(buttons=(("OK", 20, 440),)), corner) == corner


class Looks:
    """Frames in turn, the last one for ever."""

    def __init__(self, *frames: Frame) -> None:
        self._frames = list(frames)
        self.count = 0

    def __call__(self) -> Frame:
        self.count += 1
        return self._frames.pop(0) if len(self._frames) > 1 else self._frames[0]


def test_a_program_that_shows_the_press_late_is_waited_for() -> None:
    looks = Looks(send(), send(), send(30))
    assert HeldButton(looks, SEND).place(SEND) == Point(SEND.x, SEND.y + 30)


def test_one_that_shows_nothing_is_not_waited_for_long() -> None:
    looks = Looks(send())
    assert HeldButton(looks, SEND).place(SEND) == SEND
    assert looks.count < 10


def test_where_nothing_is_shown_nothing_is_waited_for() -> None:
    looks = Looks(send())
    assert HeldButton(looks, Point(100, 400)).place(Point(100, 400)) == Point(100, 400)
    assert looks.count == 1


def test_on_a_screen_of_another_size_nothing_is_followed() -> None:
    smaller = Frame.from_rgb(np.zeros((300, 400, 3), np.uint8))
    assert HeldButton(Looks(send(), smaller), SEND).place(SEND) == SEND
