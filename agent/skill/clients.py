"""Clients: the coding agents that read skills, where each looks for them, and which are in use here. Light.

As their own pages say (November 2026): agentskills.io/specification, code.claude.com/docs/en/skills,
developers.openai.com/codex/skills, docs.github.com/copilot/concepts/agents/about-agent-skills,
cursor.com/docs/context/skills, geminicli.com/docs/cli/using-agent-skills, opencode.ai/docs/skills. All but
Claude Code read `.agents/skills`, in a project and in a user's home.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SHARED = ".agents/skills"
"""The folder of skills that most read."""
_CLAUDE = ".claude/skills"


@dataclass(frozen=True, slots=True)
class Client:
    """A coding agent. Paths are relative to a project, or to the user's home."""

    name: str
    """As `--for` takes it."""
    title: str
    traces: tuple[str, ...]
    """Files and folders of a project in which it is used."""
    at_home: str
    """A folder of the home of a user who has it."""
    skills: str = SHARED
    """The folder in which it looks for skills."""


CLIENTS = (
    Client("claude", "Claude Code", (".claude", "CLAUDE.md"), ".claude", _CLAUDE),
    Client("codex", "Codex", (".codex",), ".codex"),
    Client("copilot", "GitHub Copilot", (".github/copilot-instructions.md", ".github/skills"), ".copilot"),
    Client("cursor", "Cursor", (".cursor", ".cursorrules"), ".cursor"),
    Client("gemini", "Gemini CLI", (".gemini", "GEMINI.md"), ".gemini"),
    Client("opencode", "OpenCode", (".opencode", "opencode.json"), ".config/opencode"),
    Client("agents", f"every agent that reads {SHARED}", (".agents", "AGENTS.md"), ".agents"),
)
NAMES = tuple(client.name for client in CLIENTS)


@dataclass(frozen=True, slots=True)
class Choice:
    """The clients that the skill is installed for, and why these."""

    clients: tuple[Client, ...]
    why: str = ""
    """A clause; empty where the user has named them."""


def named(names: Iterable[str]) -> Choice:
    """Those of these names."""
    wanted = set(names)
    return Choice(tuple(client for client in CLIENTS if client.name in wanted))


def in_use(project: Path | None, home: Path) -> Choice:
    """Those that have left traces in the project, else in the user's home; else what most of them read.

    Args:
        project: None: only the home is asked.
        home: the user's.
    """
    if project is not None:
        here = [client for client in CLIENTS if any((project / trace).exists() for trace in client.traces)]
        if here:
            found = (trace for client in here for trace in client.traces if (project / trace).exists())
            return Choice(tuple(here), f"found {', '.join(found)} in {project.resolve()}")
    had = tuple(client for client in CLIENTS if (home / client.at_home).is_dir())
    if had:
        return Choice(had, f"found {', '.join(client.at_home for client in had)} in {home}")
    return Choice(CLIENTS[-1:], f"found no coding agent; most read {SHARED}")
