"""Secrets that a program shows elsewhere."""

from __future__ import annotations

from agent.runs.redact import censor, read_on
from tests.tools.scenes import FakeParser, line, scene

SECRETS = {"PIN": "42", "TOKEN": "s3cret-word"}
PAGE = scene(line("Your token: S3cret-w0rd", 20, 20), line("42", 20, 60))


def test_a_line_that_reads_like_the_secret_is_found_though_the_reader_slips() -> None:
    assert read_on(PAGE, SECRETS) == [PAGE.lines[0].box.grow(2)]


def test_a_frame_is_read_only_where_there_are_secrets() -> None:
    found = censor(SECRETS, FakeParser(PAGE))
    assert found is not None
    assert found(PAGE.frame) == [PAGE.lines[0].box.grow(2)]
    assert censor({}, FakeParser(PAGE)) is None
