"""Configuration: what differs is named, key by key."""

from __future__ import annotations

from tests.agent.bench.sets import configured


def test_differences_are_named_and_the_machine_is_none() -> None:
    one = configured(limits={"steps": 3, "seconds": 5}, profile={"sampling": {"seed": 0}})
    other = configured(
        limits={"steps": 4, "seconds": 5}, profile=None, machine={}, started="2026-01-01T00:00:00+00:00"
    )
    assert one.differences(other) == [
        "profile: {'sampling': {'seed': 0}} there, none now",
        "limits.steps: 3 there, 4 now",
    ]


def test_versions_are_part_of_it() -> None:
    one = configured()
    other = configured(versions={**one.versions, "numpy": "0.1"})
    assert one.differences(other) == [f"versions.numpy: {one.versions['numpy']} there, 0.1 now"]
    assert one.versions["scipy"]


def test_of_a_digest_the_beginning_is_told() -> None:
    assert configured(data="a" * 64).differences(configured(data="b" * 64)) == [
        f"data: {'a' * 12}… there, {'b' * 12}… now"
    ]
