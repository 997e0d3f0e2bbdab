"""The shape of the code: what may import what, and what a light command must not load."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.libraries import HEAVY, ONLY_IN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent
LAYERS = (
    {"usage", "versions", "printing", "judged", "steps", "loading"},
    {"errors", "interrupts"},
    {"redact", "scripts", "extras"},
    {"task", "profiles"},
    {"model", "checks", "expect"},
    {"protocol"},
    {"episode"},
    {"protocol.prompt", "asides"},
    {"loop_guard", "rules", "verdict", "recording", "models", "clicktest", "doctor"},
    {"loop"},
    {"runs"},
    {"replay", "demonstrate", "interactive", "view", "skill"},
    {"robot", "drift", "audit", "report"},
    {"bench"},
    {"mcp"},
    {"commands", "pytest_plugin"},
    {"cli"},
    {"__main__"},
)
"""The parts of `agent`: each knows those of earlier layers, itself, and nothing else of `agent`."""


def sources() -> Iterator[Path]:
    for package in ("agent", "tools"):
        yield from sorted((ROOT / package).rglob("*.py"))


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def says(path: Path, *words: str) -> bool:
    """Whether one of some words stands anywhere in a file: a walk through all others finds nothing."""
    text = path.read_text()
    return any(word in text for word in words)


@functools.cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def statements(body: Sequence[ast.stmt], *, typing: bool = False) -> Iterator[tuple[ast.stmt, bool]]:
    """All statements, in whatever they stand, and whether only a type checker sees them."""
    for node in body:
        yield node, typing
        hidden = typing or (
            isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        )
        parts = [node, *getattr(node, "handlers", ()), *getattr(node, "cases", ())]
        for inner in (getattr(part, name, ()) for part in parts for name in ("body", "orelse", "finalbody")):
            yield from statements(inner, typing=hidden)


@functools.cache
def imports(path: Path, *, types: bool = False) -> tuple[tuple[str, bool], ...]:
    """Every module that a file imports, and whether at its top; with `types`, also those for annotations."""
    return tuple(_imports(path, types=types))


def _imports(path: Path, *, types: bool) -> Iterator[tuple[str, bool]]:
    tree = parsed(path)
    top = {id(node) for node in tree.body}
    for node, typing in statements(tree.body):
        if typing and not types:
            continue
        if isinstance(node, ast.Import):
            yield from ((name.name, id(node) in top) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, id(node) in top
            yield from ((f"{node.module}.{name.name}", id(node) in top) for name in node.names)


MODULES = {module_of(path): path for path in sources()}


def test_tools_never_imports_agent() -> None:
    wrong = [
        f"{path}: {name}"
        for path in sources()
        if path.is_relative_to(ROOT / "tools")
        for name, _ in imports(path)
        if name.split(".")[0] == "agent"
    ]
    assert wrong == []


def test_what_is_packaged_never_imports_what_is_not() -> None:
    wrong = [
        f"{path}: {name}"
        for path in sources()
        for name, _ in imports(path, types=True)
        if name.split(".")[0] in ("benchmarks", "training", "tests")
    ]
    assert wrong == []


MIND = {"errors", "episode", "model", "models", "profiles", "protocol", "task"}
"""Parts of `agent` that the training of a model of ours knows: what its prompts and its file are."""


def test_training_knows_the_body_alone_and_not_itself_in_a_circle() -> None:
    modules = {module_of(path): path for path in (ROOT / "training").rglob("*.py")}
    assert list(TopologicalSorter(graph(modules)).static_order())
    wrong = [
        f"{module} knows {name}"
        for module, path in modules.items()
        for name, _ in imports(path, types=True)
        if name.split(".")[0] in ("agent", "benchmarks", "tests")
        and not (module.startswith("training.pocket.") and set(name.split(".")[1:2]) & MIND)
    ]
    assert wrong == []


def graph(modules: dict[str, Path]) -> dict[str, set[str]]:
    """Module -> the modules of ours that it imports, for types only included."""
    return {
        module: {name for name, _ in imports(path, types=True) if name in modules and name != module}
        for module, path in modules.items()
    }


def test_no_module_imports_itself_in_a_circle_not_even_for_types() -> None:
    found = graph(MODULES)
    assert list(TopologicalSorter(found).static_order())


def test_no_sample_program_imports_itself_in_a_circle() -> None:
    programs = {path.stem: path for path in (ROOT / "tasks" / "apps").glob("*.py")}
    assert list(TopologicalSorter(graph(programs)).static_order())


def part_of(module: str) -> tuple[int, str]:
    """A module's layer in `agent`, and its part."""
    parts = module.split(".")[1:]
    layers = {part: number for number, layer in enumerate(LAYERS) for part in layer}
    part = next(name for end in (2, 1) if (name := ".".join(parts[:end])) in layers)
    return layers[part], part


def test_the_parts_of_agent_know_only_those_of_earlier_layers() -> None:
    wrong = [
        f"{module} knows {name}"
        for module, names in graph(MODULES).items()
        if module.startswith("agent.")
        for name in names
        if name.startswith("agent.")
        and part_of(name)[1] != part_of(module)[1]
        and part_of(name)[0] >= part_of(module)[0]
    ]
    assert wrong == []


def test_models_are_known_only_to_their_loader() -> None:
    known = {
        (module, name)
        for module, names in graph(MODULES).items()
        if not module.startswith("agent.models")
        for name in names
        if name.startswith("agent.models.")
    }
    # A demonstration writes steps for the embedded model, and makes sure that it understands them. An audit
    # changes them, and learns from the model's words which of them it could not do. What a recorded task
    # expects is judged anew in a replay, without that model.
    assert known == {
        ("agent.replay.judged", "agent.models.reader.step_parser"),
        ("agent.replay.judged", "agent.models.reader.steps"),
        ("agent.demonstrate.steps.sentences", "agent.models.reader.step_parser"),
        ("agent.audit.judging", "agent.models.reader.variants"),
        ("agent.audit.mutants", "agent.models.reader.variants"),
        ("agent.audit.recorded.units", "agent.models.reader.variants"),
    }


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_imported_only_where_it_belongs(library: str) -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for path in sources()
        for name, _ in imports(path)
        if name.split(".")[0] == library
        and not any(str(path.relative_to(ROOT)).startswith(place) for place in ONLY_IN[library])
    ]
    assert wrong == []


def test_the_seams_know_no_library_of_the_machine() -> None:
    """Between the two seams all is pure: no capture, no input, no files of pictures."""
    pure = [
        "agent.loop",
        *(f"agent.replay.{name}" for name in ("offline", "comparer", "recorded_desktop", "recorded_model")),
        *(name for name in MODULES if name.startswith("agent.protocol")),
        *(f"tools.{name}" for name in ("action", "geometry", "guard", "desktop")),
        *(name for name in MODULES if name.startswith("tools.settling")),
    ]
    allowed = {"pydantic", "numpy", "agent", "tools"} | sys.stdlib_module_names
    wrong = [
        (module, name)
        for module in pure
        for name, _ in imports(MODULES[module])
        if name.split(".")[0] not in allowed
    ]
    assert wrong == []


def test_screen_units_are_known_only_to_the_host() -> None:
    """Everything above is in frame pixels, and only `Monitor` converts."""
    wrong = [
        module
        for module, path in MODULES.items()
        if not module.startswith(("tools.host", "tools.x11")) and module != "tools.observation"
        for name, _ in imports(path)
        if name in ("tools.geometry.ScreenPoint", "tools.geometry.ScreenBox")
    ]
    converting = [
        module
        for module, path in MODULES.items()
        if module != "tools.observation" and says(path, "monitor")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node).endswith(("monitor.origin", "monitor.scale"))
    ]
    assert wrong == converting == []


def test_the_command_line_loads_nothing_heavy() -> None:
    script = (
        f"import sys, agent.cli; print(*({set(HEAVY)!r} & {{name.split('.')[0] for name in sys.modules}}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.split() == []


def test_no_test_module_imports_from_another() -> None:
    """What tests share lies in a module beside them that has no tests in it: `fakes.py`, `scenes.py` ..."""
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for name, _ in imports(path, types=True)
        if name.startswith("tests.") and any(part.startswith("test_") for part in name.split("."))
    ]
    assert wrong == []


def test_every_test_says_that_it_returns_nothing() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node, _ in statements(parsed(path).body)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and node.returns is None
    ]
    assert wrong == []


UNTESTED = {"tools.see.parser"}
"""Modules that no test imports: a protocol, in which nothing is done."""


def test_every_module_is_imported_by_a_test() -> None:
    """One that is reached only through slow runs of the whole is believed, not held."""
    seen = {name for path in (ROOT / "tests").rglob("*.py") for name, _ in imports(path, types=True)}
    fronts = {module_of(path) for path in sources() if path.stem in ("__init__", "__main__")}
    assert {module for module in MODULES if module not in seen} - fronts == UNTESTED


_SAYING = {"print", "input", "breakpoint"}
_STREAMS = {f"sys.{name}" for name in ("stdout", "stderr", "stdin", "__stdout__", "__stderr__", "__stdin__")}


def test_one_place_prints() -> None:
    """All others hand their texts to it, and it shows what a terminal would obey."""
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}"
        for path in sources()
        if not path.is_relative_to(ROOT / "agent" / "printing") and says(path, *_SAYING, "sys")
        for node in ast.walk(parsed(path))
        if (isinstance(node, ast.Attribute) and ast.unparse(node) in _STREAMS)
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SAYING)
    ]
    others = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources()
        if not path.is_relative_to(ROOT / "agent" / "printing")
        for name, _ in imports(path)
        if name.startswith(("rich.console", "sys.std")) or name == "logging"
    ]
    assert wrong == others == []
