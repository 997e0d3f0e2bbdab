"""Secrets that a program shows elsewhere."""

from __future__ import annotations

from agent.redact.frames import censor, read_on
from tests.tools.scenes import FakeParser, line, scene

SECRETS = {"PIN": "42", "TOKEN": "s3cret-word", "CODE": "4711"}
PAGE = scene(line("Your token: S3cret-w0rd", 20, 20), line("42", 20, 60))


def test_a_line_that_reads_like_the_secret_is_found_though_the_reader_slips() -> None:
    assert read_on(PAGE, SECRETS) == [PAGE.lines[0].box.grow(2)]


def test_a_secret_wrapped_over_two_lines_is_found_and_its_neighbour_is_not() -> None:
    page = scene(line("token s3cret-", 20, 20), line("word", 20, 40), line("Saved", 20, 60))
    assert read_on(page, SECRETS) == [part.box.grow(2) for part in page.lines[:2]]


def test_a_short_secret_is_looked_for_in_single_lines() -> None:
    cells = scene(line("47", 20, 20), line("11", 60, 20), line("Code 4711", 20, 60))
    assert read_on(cells, SECRETS) == [cells.lines[2].box.grow(2)]


def test_a_frame_is_read_only_where_there_are_secrets() -> None:
    found = censor(SECRETS, FakeParser(PAGE))
    assert found is not None
    assert found(PAGE.frame) == [PAGE.lines[0].box.grow(2)]
    assert censor({}, FakeParser(PAGE)) is None
