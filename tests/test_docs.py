"""The documentation is true: links and paths lead somewhere, and references name what the code has."""

from __future__ import annotations

import argparse
import ast
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from agent.cli import parser
from agent.commands.exit_status import of_verdicts
from agent.drift.kinds import DRIFTS, KINDS
from agent.episode import Outcome, Verdict
from agent.models.reader.step_parser import FORMS, parse_steps
from agent.recording.lines import FORMAT, CheckLine, EndLine, Header, StepLine
from agent.runs.report.junit import junit
from agent.runs.report.result import Result
from agent.task import load_task
from agent.task.checks import BESIDE, CHECKS, SHORT, keys_of
from agent.task.section import Section
from agent.task.sections import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]
ROOMS = "agent|tools|tests|docs|benchmarks|tasks|training"
HISTORY = {ROOT / "CHANGELOG.md", DOCS / "internals" / "log.md"}
"""Dated pages: what they name was there on their day."""
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@cache
def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return FENCED.sub("", text_of(page))


def section(page: Path, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or above."""
    found = re.search(
        rf"^(#+) {re.escape(heading)}\n(.*?)(?=^#{{1,2}} |\Z)", prose(page), re.MULTILINE | re.DOTALL
    )
    assert found, f"{page.name} has no heading {heading!r}"
    return found[2]


def rows(text: str) -> Iterator[list[str]]:
    """The cells of every table's rows, the heads left out."""
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        for line in table.splitlines()[2:]:
            yield [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def first_column(text: str) -> list[str]:
    return [name for row in rows(text) for name in code(row[0])]


def anchors(page: Path) -> set[str]:
    """The headings of a page, as links name them."""
    headings = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """Every link within the tree: the file it leads to, and the heading or ""."""
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if "://" not in target:
            file, _, anchor = target.partition("#")
            yield (page.parent / file).resolve() if file else page, anchor


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    lost = [
        f"{file.name}#{anchor}"
        for file, anchor in links(page)
        if not file.exists() or (anchor and anchor not in anchors(file))
    ]
    assert lost == []


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, front = set(), [ROOT / "README.md"]
    while front:
        page = front.pop()
        reached.add(page)
        front += [file for file, _ in links(page) if file.suffix == ".md" and file not in reached]
    assert set(PAGES) - reached == set()


def is_there(name: str) -> bool:
    """Whether the tree has a file, a folder, or a module with that name in it."""
    if re.match(rf"(?:{ROOMS})/", name):
        return any(ROOT.glob(name.rstrip("/")))
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        path = ROOT.joinpath(*parts[:length])
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        if file.exists():
            return is_defined(tree_of(file), parts[length:])
    return False


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(text_of(file))


def is_defined(within: ast.AST, names: list[str]) -> bool:
    """Whether a module or class defines the first of the names, that one the second, and so on."""
    if not names:
        return True
    inner = [node for node in ast.walk(within) if names[0] in defined_by(node)]
    return any(is_defined(node, names[1:]) for node in inner)


def defined_by(node: ast.AST) -> set[str]:
    match node:
        case ast.ClassDef() | ast.FunctionDef():
            return {node.name}
        case ast.ImportFrom():
            return {alias.asname or alias.name for alias in node.names}
        case ast.Name(ctx=ast.Store()):
            return {node.id}
        case ast.Attribute(ctx=ast.Store()):
            return {node.attr}
    return set()


def docstrings(file: Path) -> Iterator[str]:
    """Every text that stands by itself: of modules, classes, functions, constants and attributes."""
    for node in ast.walk(tree_of(file)):
        match node:
            case ast.Expr(ast.Constant(str() as text)):
                yield text


@pytest.mark.parametrize("page", [page for page in PAGES if page not in HISTORY], ids=lambda page: page.name)
def test_every_path_and_module_that_a_page_names_is_there(page: Path) -> None:
    named = [
        name for name in code(prose(page)) if re.fullmatch(rf"(?:{ROOMS})(?:/[\w./*-]*|(?:\.\w+)+)", name)
    ]
    assert [name for name in named if not is_there(name)] == []


def test_every_path_in_the_drawing_of_the_layers_is_there() -> None:
    named = re.findall(rf">((?:{ROOMS})/[\w./]*)<", text_of(DOCS / "images" / "layers.svg"))
    assert named
    assert [name for name in named if not is_there(name)] == []


IN_ROOMS = ("agent", "tools", "benchmarks", "tests", "training")
SOURCES = [path for room in IN_ROOMS for path in (ROOT / room).rglob("*.py")]
IN_CODE = re.compile(r"`((?:agent|tools|tests|benchmarks|training)(?:/[\w./*-]*|(?:\.\w+)+))`")


def test_every_path_and_name_that_a_docstring_names_is_there() -> None:
    named = {
        (file, name)
        for file in SOURCES
        if IN_CODE.search(text_of(file))  # few have one, and parsing takes long
        for text in docstrings(file)
        for name in IN_CODE.findall(text)
    }
    assert named
    lost = [f"{file.relative_to(ROOT)}: {name}" for file, name in sorted(named) if not is_there(name)]
    assert lost == []


def test_every_page_that_the_code_names_is_there() -> None:
    files = [*SOURCES, ROOT / "Makefile", ROOT / "pyproject.toml", ROOT / "setup.sh"]
    named = {name for path in files for name in re.findall(r"docs/[\w./-]+\.\w+", text_of(path))}
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def tasks_in_the_docs() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for number, (language, body) in enumerate(FENCED.findall(text_of(page))):
            if language == "yaml" and "instruction:" in body:
                yield f"{page.name}-{number}", body


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in tasks_in_the_docs()])
def test_every_task_in_the_docs_is_valid(body: str, tmp_path: Path) -> None:
    file = tmp_path / "task.yaml"
    file.write_text(body, "utf-8")
    secrets = dict.fromkeys(("CRM_PASSWORD", "VNC_PASSWORD", "RDP_PASSWORD"), "not to be told")
    for run in load_task(file).runs(environ=secrets):
        parse_steps(run.resolve(tmp_path))


def commands() -> dict[str, argparse.ArgumentParser]:
    found = next(action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


def spelled(parser: argparse.ArgumentParser) -> set[str]:
    """Every option and argument of a command with what it takes, as the reference writes it."""
    names = set()
    for action in parser._actions:
        value = "|".join(map(str, action.choices)) if action.choices else str(action.metavar or "")
        for option in action.option_strings or [""]:
            names.add(option if action.nargs == 0 else f"{option} {value}".strip())
    return names


CLI = DOCS / "reference" / "cli.md"
SHARED = ("Options of a run", "Options of a live replay")


def test_the_command_line_reference_names_every_command() -> None:
    named = first_column(text_of(CLI).partition("\n## ")[0])
    assert sorted(named) == sorted(f"agent {name}" for name in commands())


@pytest.mark.parametrize("command", commands())
def test_the_command_line_reference_names_every_option(command: str) -> None:
    told = section(CLI, f"`agent {command}`")
    named = first_column(told) + first_column(section(CLI, "Options of every command"))
    for heading in SHARED:
        if f"(#{heading.lower().replace(' ', '-')})" in told:
            named += first_column(section(CLI, heading))
    assert sorted(named) == sorted(spelled(commands()[command]))


TASK_FILE = DOCS / "reference" / "task-file.md"


OWN_SECTIONS = {"checks", "precheck", "marks", "steps"}
"""Keys whose own keys have a section of the page."""


def sections(base: type[Section] = Section) -> Iterator[type[Section]]:
    for inner in base.__subclasses__():
        yield inner
        yield from sections(inner)


def keys(model: type[Section], before: str = "") -> Iterator[str]:
    """Every key of a section of the task file, those within it too."""
    for name, field in model.model_fields.items():
        yield f"{before}{name}"
        annotation = str(field.annotation)
        for inner in sections():
            if name not in OWN_SECTIONS and f"{inner.__module__}.{inner.__qualname__}" in annotation:
                yield from keys(inner, f"{before}{name}{'[]' if 'tuple' in annotation else ''}.")


def test_the_task_file_reference_names_every_key() -> None:
    assert sorted(first_column(section(TASK_FILE, "Keys"))) == sorted(keys(Written))


def test_the_task_file_reference_names_every_check_and_its_keys() -> None:
    named = {code(row[0])[0]: set(code(row[1])) for row in rows(section(TASK_FILE, "Checks"))}
    known = {kind: set() if kind in SHORT else set(keys_of(kind)) for kind in CHECKS}
    assert named == known
    assert all(f"`{name}:" in section(TASK_FILE, "Checks") for name in BESIDE)


def test_the_steps_reference_names_every_form() -> None:
    named = first_column(section(DOCS / "reference" / "steps.md", "The forms"))
    assert sorted(named) == sorted(FORMS)


VERDICTS = DOCS / "reference" / "verdicts.md"


def test_the_verdicts_reference_names_every_verdict_with_its_exit_status() -> None:
    told = {code(row[0])[0]: int(row[2]) for row in rows(prose(VERDICTS).partition("\n## ")[0])}
    assert tuple(told) == get_args(Verdict)
    assert told == {verdict: of_verdicts([verdict]) for verdict in told}


def test_the_verdicts_reference_says_what_junit_is_told() -> None:
    for row in rows(prose(VERDICTS).partition("\n## ")[0]):
        told = junit([Result(task="t", model="m", verdict=code(row[0])[0], message="")])
        written = "failure" if b"<failure" in told else "error" if b"<error" in told else "passed"
        assert written == row[3], row[0]


def test_the_verdicts_reference_names_every_key_of_a_result() -> None:
    assert first_column(section(VERDICTS, "A result")) == list(Result.model_fields)


def test_the_recording_reference_names_every_outcome() -> None:
    assert tuple(first_column(section(DOCS / "reference" / "recording.md", "Outcomes"))) == get_args(Outcome)


def test_the_recording_reference_names_the_format_and_every_kind_of_line() -> None:
    page = DOCS / "reference" / "recording.md"
    told = section(page, "Format")
    kinds = {
        get_args(model.model_fields["event"].annotation)[0]
        for model in (Header, StepLine, CheckLine, EndLine)
    }
    assert f"The format is {FORMAT}." in told
    assert {name for row in rows(told) for name in code(row[1])} == kinds


DRIFT_GUIDE = DOCS / "guides" / "drift.md"


def test_the_guide_says_of_every_drift_what_a_replay_should_do() -> None:
    told = {drift: row[1] for row in rows(section(DRIFT_GUIDE, "The drifts")) for drift in code(row[0])}
    assert told == {drift: "pass" if KINDS[drift].harmless else "stop" for drift in DRIFTS}


def test_the_guide_says_which_drifts_redraw_a_window() -> None:
    told = " ".join(section(DRIFT_GUIDE, "How a replay is judged").split())
    [named] = re.findall(r"Under ((?:`\w+`[, and]*)+) a program without events", told)
    assert set(code(named)) == {drift for drift in DRIFTS if KINDS[drift].redraws}


def test_the_guide_names_every_record_mode() -> None:
    (mode,) = (action for action in commands()["run"]._actions if action.dest == "record_mode")
    modes = [code(row[0])[0] for row in rows(section(DOCS / "guides" / "replay.md", "Record modes"))]
    assert modes == list(mode.choices or ())


def test_the_page_of_dependencies_names_all_of_them() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["qwen"]]
    page = prose(DOCS / "internals" / "dependencies.md")
    named = {name for row in rows(page) for name in re.findall(r"[\w-]+", row[0])}
    assert {re.match(r"[\w-]+", one)[0] for one in wanted} - named == set()


def test_the_figures_of_settling_and_of_the_guards_are_those_of_the_code() -> None:
    from agent.loop_guard import DROPPED_IN_A_ROW, UNUSABLE_IN_A_ROW
    from tools.observation import CARET
    from tools.settling import recheck
    from tools.settling.restless import FORGET
    from tools.settling.settle import Pace
    from tools.settling.tiles import TILE

    pace = Pace()
    told = " ".join(prose(DOCS / "internals" / "settling.md").split())
    for figure in (
        f"| provisional | {pace.provisional * 1000:g} ms |",
        f"| quiet | {pace.quiet * 1000:g} ms |",
        f"the first change may take {pace.first:g} s. After {pace.patience:g} s",
        f"tiles of {TILE} by {TILE} pixels",
        f"stands still for {FORGET:g} s",
        f"({recheck.BLOCK.width}x{recheck.BLOCK.height} pixels)",
        f"({CARET.width}x{CARET.height} pixels)",
        f"within {recheck.SURROUNDINGS} pixels",
        f"more than {recheck.LARGE:.0%} of the screen".replace("%", " %"),
    ):
        assert figure in told
    stops = section(VERDICTS, "What stops a run")
    assert f"by {UNUSABLE_IN_A_ROW} decisions in a row" in stops
    assert f"by {DROPPED_IN_A_ROW} decisions in a row" in stops
