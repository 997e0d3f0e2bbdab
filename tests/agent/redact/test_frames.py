"""Secrets that a program shows elsewhere."""

from __future__ import annotations

import base64

import pytest

from agent.redact.frames import censor, left_beside, read_on
from tests.tools.scenes import FakeParser, line, scene
from tools.geometry import Box

SECRETS = {"PIN": "42", "TOKEN": "s3cret-word", "CODE": "4711"}
PAGE = scene(line("Your token: S3cret-w0rd", 20, 20), line("42", 20, 60))


def test_a_line_that_reads_like_the_secret_is_found_though_the_reader_slips() -> None:
    assert read_on(PAGE, SECRETS) == [PAGE.lines[0].box.grow(2)]


def test_a_secret_wrapped_over_two_lines_is_found_and_its_neighbour_is_not() -> None:
    page = scene(line("token s3cret-", 20, 20), line("word", 20, 40), line("Saved", 20, 60))
    assert read_on(page, SECRETS) == [part.box.grow(2) for part in page.lines[:2]]


@pytest.mark.parametrize(
    "shown",
    [
        base64.b64encode(b"user:Zo\xc3\xab-s3cret-w0rd").decode(),
        "Zoë-s3cret-w0rd".encode().hex(),
        "Zoë-s3cret-w0rd".encode().hex(" ", 2),
        "pw=Zo%C3%AB%2Ds3cret%2Dw0rd",
        r"Zo\u00eb\u002ds3cret\u002dw0rd",
    ],
)
def test_a_line_that_shows_it_in_another_form_is_found(shown: str) -> None:
    page = scene(line(f"sent: {shown}", 20, 20), line("Zoë is saved in hex 5a6fc3", 20, 60))
    assert read_on(page, {"TOKEN": "Zoë-s3cret-w0rd"}) == [page.lines[0].box.grow(2)]


def test_a_short_secret_is_looked_for_in_single_lines() -> None:
    cells = scene(line("47", 20, 20), line("11", 60, 20), line("Code 4711", 20, 60))
    assert read_on(cells, SECRETS) == [cells.lines[2].box.grow(2)]


def test_a_frame_is_read_only_where_there_are_secrets() -> None:
    found = censor(SECRETS, FakeParser(PAGE))
    assert found is not None
    assert found(PAGE.frame, ()) == [PAGE.lines[0].box.grow(2)]
    assert censor({}, FakeParser(PAGE)) is None


def test_what_is_left_of_a_secret_at_the_edge_of_a_region_is_found_and_what_stands_apart_is_not() -> None:
    page = scene(line("s3cr", 20, 20), line("s3cr", 300, 20), line("Name", 20, 60))
    region = Box(52, 20, 80, 16)
    assert list(left_beside(page, SECRETS, [region], ())) == [page.lines[0].box.grow(2)]
    assert list(left_beside(page, SECRETS, [region], {"s3cr"})) == []
    assert list(left_beside(page, SECRETS, (), ())) == []


def test_a_label_that_stood_there_before_anything_was_hidden_is_no_piece_of_a_secret() -> None:
    login = scene(line("s3cret", 20, 20))
    found = censor({"TOKEN": "s3cret-word-of-ours"}, FakeParser(login))
    assert found is not None
    region = Box(72, 20, 80, 16)
    assert found(login.frame, ()) == []
    assert found(login.frame, [region]) == []
    unseen = censor({"TOKEN": "s3cret-word-of-ours"}, FakeParser(login))
    assert unseen is not None
    assert unseen(login.frame, [region]) == [login.lines[0].box.grow(2)]


def test_marks_and_an_end_that_are_not_made_out_keep_no_secret_from_being_found() -> None:
    dotted = scene(line("eXkj", 20, 20), line("1O", 60, 20), line("V", 100, 20))
    assert len(read_on(dotted, {"KEY": "eXkj:io:v"})) == 3
    areas = read_on(scene(line("5jqhG", 20, 20)), {"KEY": "5jqhGBX!"})
    assert max(area.right for area in areas) > 80, "with room for what can't be read"
    assert read_on(scene(line("kestrel", 20, 20)), {"KEY": "kestrel-58"}) == [], "a word may be a label"
