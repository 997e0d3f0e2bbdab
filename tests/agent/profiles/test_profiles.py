"""The profiles that come with deskhand are plausible; a user's own is found, or refused in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.errors import BadInput
from agent.profiles import Profile, find_profile, profile_beside, profiles

OWN = """\
name = "mine"
family = "qwen3-vl"
hub = "."
parameters = 0.1
cache_bytes = 1024
memory = { bf16 = 0.2, int8 = 0.1, int4 = 0.1 }
"""
each_profile = pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.name)


def test_every_size_and_edition_of_qwen3_vl_is_there() -> None:
    sizes = ("2B", "4B", "8B", "30B-A3B", "32B", "235B-A22B")
    wanted = {f"Qwen/Qwen3-VL-{size}-{edition}" for size in sizes for edition in ("Instruct", "Thinking")}
    assert {profile.hub for profile in profiles() if profile.family == "qwen3-vl"} == wanted
    assert len({profile.name for profile in profiles()}) == len(profiles())


@each_profile
def test_the_figures_are_plausible(profile: Profile) -> None:
    weights = profile.memory
    assert weights.bf16 == pytest.approx(2 * profile.parameters, rel=0.02)
    assert profile.parameters < weights.int8 < weights.bf16
    assert profile.parameters / 2 < weights.int4 < weights.int8
    assert profile.active is None or 0 < profile.active < profile.parameters
    assert profile.context == 262_144
    assert profile.cache_bytes % (2 * 2 * 128) == 0
    assert 10_000 < profile.cache_bytes < 300_000
    assert profile.source
    assert "{" not in profile.name + profile.hub + str(profile.modelscope)


@each_profile
def test_the_names_say_what_it_is(profile: Profile) -> None:
    assert profile.name == profile.hub.removeprefix("Qwen/").lower()
    assert profile.modelscope == profile.hub
    assert profile.name.startswith(f"{profile.family}-")
    billions = float(profile.name.removeprefix(f"{profile.family}-").partition("b")[0])
    assert profile.parameters == pytest.approx(billions, rel=0.12)
    assert (profile.edition == "instruct") == profile.name.endswith("-instruct")


@each_profile
def test_sampling_is_the_model_cards(profile: Profile) -> None:
    sampling = profile.sampling
    chosen = (sampling.temperature, sampling.top_p, sampling.top_k, sampling.presence_penalty)
    known = {
        "qwen3.5": (1.0, 0.95, 20, 1.5),
        "instruct": (0.7, 0.8, 20, 1.5),
        "thinking": (0.6, 0.95, 20, 0.0),
    }
    assert chosen == known.get(profile.family, known[profile.edition])
    assert sampling.repetition_penalty == 1.0


@each_profile
def test_families_differ_in_tokens_and_calls(profile: Profile) -> None:
    tokens = (profile.tokens.end, profile.tokens.image, profile.tokens.call)
    assert (profile.calls, tokens) == {
        "qwen3-vl": ("json", (151_645, 151_655, 151_657)),
        "qwen3.5": ("xml", (248_046, 248_056, 248_058)),
    }[profile.family]


def test_published_accuracy_belongs_to_the_edition() -> None:
    instruct, thinking = find_profile("qwen3-vl-4b-instruct"), find_profile("qwen3-vl-4b-thinking")
    assert (instruct.accuracy.screenspot_pro, thinking.accuracy.screenspot_pro) == (59.5, 49.2)
    assert (instruct.memory, instruct.cache_bytes) == (thinking.memory, thinking.cache_bytes)


@pytest.mark.parametrize(
    "name",
    [
        "qwen3-vl-8b-instruct",
        "Qwen3-VL-8B-Instruct",
        "Qwen/Qwen3-VL-8B-Instruct",
        "qwen/qwen3-vl-8b-INSTRUCT",
    ],
)
def test_a_profile_is_found_by_each_of_its_names(name: str) -> None:
    assert find_profile(name).hub == "Qwen/Qwen3-VL-8B-Instruct"


def test_an_unknown_name_lists_the_nearest() -> None:
    with pytest.raises(BadInput, match=r'Qwen3-VL-8B-Instrukt: .*did you mean "qwen3-vl-8b-instruct"'):
        find_profile("Qwen/Qwen3-VL-8B-Instrukt")


def test_a_users_file_is_found_and_its_folder_is_seen_from_it(tmp_path: Path) -> None:
    file = tmp_path / "deskhand.toml"
    file.write_text(OWN)
    found = find_profile(str(file))
    assert (found.name, found.hub) == ("mine", str(tmp_path))
    assert profile_beside(tmp_path) == found
    file.write_text(OWN.replace('"."', '"Qwen/Qwen3-VL-2B-Instruct"'))
    assert find_profile(str(file)).hub == "Qwen/Qwen3-VL-2B-Instruct"


def test_a_folder_without_a_profile_brings_none(tmp_path: Path) -> None:
    assert profile_beside(tmp_path) is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("name =", "nam ="), 'own.toml: nam: unknown key; did you mean "name"?'),
        (("name =", "nam ="), "own.toml: name: is missing; add it"),
        (("int8 =", "in8 ="), 'own.toml: memory.in8: unknown key; did you mean "int8"?'),
        (('"mine"', '"my model"'), "own.toml: name: String should match pattern"),
        (("0.1", "-1"), "own.toml: parameters: Input should be greater than 0, got -1"),
        (("name", "= name"), "own.toml: not valid TOML: Invalid statement (at line 1, column 1)"),
        (("memory", "sizes = 3\nmemory"), "own.toml: sizes: expected a table, got 3"),
        (("memory", "[sizes.a]\n[sizes.b]\n[memory]\n#"), "own.toml: memory.bf16: is missing"),
    ],
)
def test_a_wrong_file_is_refused_with_its_key(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN.replace(*change, 1))
    with pytest.raises(BadInput) as refused:
        find_profile(str(file))
    assert said in str(refused.value)


def test_a_file_that_is_not_there_or_holds_several_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no\.toml: can't be read"):
        find_profile(str(tmp_path / "no.toml"))
    file = tmp_path / "two.toml"
    file.write_text(OWN.replace('"mine"', '"mine-{size}"') + "[sizes.1B]\n[sizes.2B]\n")
    with pytest.raises(BadInput, match=r"holds 2 profiles \(mine-1b, mine-2b\)"):
        find_profile(str(file))


def test_the_profile_in_the_docs_is_valid(tmp_path: Path) -> None:
    docs = (Path(__file__).parents[3] / "docs" / "guides" / "models.md").read_text("utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(docs.partition("```toml\n")[2].partition("```")[0])
    assert find_profile(str(file)).hub == str(tmp_path)
