"""Names of output folders."""

from __future__ import annotations

from agent.pytest_plugin.kept.folder import folder_name, slug


def test_a_node_id_becomes_a_name_as_playwright_makes_it() -> None:
    assert slug("tests/form.agent.yaml::form[Ada Lovelace]") == "tests-form-agent-yaml-form-ada-lovelace"
    assert slug("a_b.yaml::Zoë Łukasiewicz") == "a-b-yaml-zoe-łukasiewicz"
    assert slug("../../etc::x") == "etc-x"


def test_a_retry_has_a_folder_of_its_own() -> None:
    assert folder_name("a.agent.yaml::a", 0) == "a-agent-yaml-a"
    assert folder_name("a.agent.yaml::a", 2) == "a-agent-yaml-a-retry2"


def test_a_long_name_is_cut_in_the_middle_and_stays_apart_from_others() -> None:
    one, two = (folder_name(f"{'a' * 200}{middle}{'z' * 200}", 1) for middle in "12")
    assert one.startswith("a" * 100)
    assert one.endswith("z-retry1")
    assert len(one) == 209
    assert one != two
    assert len(folder_name("界" * 400, 0).encode()) <= 255
