"""A profile's file: one profile, or one for each size and edition of a family."""

from __future__ import annotations

import pytest

from agent.errors import BadInput
from agent.profiles.file import parse_profiles

ONE = """\
name = "Mine-{size}{edition}"
family = "qwen3-vl"
hub = "Us/Mine-{size}-{edition}"
parameters = 1
cache_bytes = 1024
memory = {bf16 = 2, int8 = 1.2, int4 = 1}
context = 1000
"""
FAMILY = f"""\
{ONE}
[sizes.2B]
context = 2000
[sizes.8B]
parameters = 8
[sizes.8B.Thinking]
context = 8000
[editions.Instruct]
edition = "instruct"
[editions.Thinking]
edition = "thinking"
context = 3000
"""


def test_a_plain_file_is_one_profile() -> None:
    (profile,) = parse_profiles(ONE, "mine.toml")
    assert (profile.name, profile.hub) == ("mine-", "Us/Mine--")


def test_a_family_is_every_size_in_every_edition() -> None:
    found = parse_profiles(FAMILY, "mine.toml")
    assert [profile.hub for profile in found] == [
        "Us/Mine-2B-Instruct", "Us/Mine-2B-Thinking", "Us/Mine-8B-Instruct", "Us/Mine-8B-Thinking",
    ]  # fmt: skip
    assert found[0].name == "mine-2binstruct"
    assert [profile.edition for profile in found] == ["instruct", "thinking"] * 2


def test_the_nearer_table_wins() -> None:
    """The edition over the family, the size over the edition, the edition within the size over all."""
    found = {profile.hub.removeprefix("Us/Mine-"): profile for profile in parse_profiles(FAMILY, "mine.toml")}
    assert {name: profile.context for name, profile in found.items()} == {
        "2B-Instruct": 2000, "2B-Thinking": 2000, "8B-Instruct": 1000, "8B-Thinking": 8000,
    }  # fmt: skip
    assert [profile.parameters for profile in found.values()] == [1, 1, 8, 8]


def test_faults_are_told_with_their_key_ten_at_most() -> None:
    wrong = "".join(f"key_{number} = 1\n" for number in range(15))
    with pytest.raises(BadInput) as refused:
        parse_profiles(wrong + ONE, "mine.toml")
    lines = str(refused.value).splitlines()
    assert lines[0].startswith("mine.toml: key_0: unknown key; ")
    assert lines[-1] == "and 5 more"
    assert len(lines) == 11


def test_a_long_value_is_not_repeated_whole() -> None:
    with pytest.raises(BadInput) as refused:
        parse_profiles(ONE.replace('"qwen3-vl"', '["' + "x" * 500 + '"]'), "mine.toml")
    assert len(str(refused.value)) < 200


def test_a_size_that_is_no_table_is_refused() -> None:
    with pytest.raises(BadInput, match=r"mine\.toml: 2B: expected a table, got 3"):
        parse_profiles(f"{ONE}[sizes]\n2B = 3\n", "mine.toml")
