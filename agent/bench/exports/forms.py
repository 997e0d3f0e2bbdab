"""Forms in which episodes are exported. Light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, get_args

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.exports.episode import RecordedEpisode
    from agent.bench.exports.pictures import Pictures

FormName = Literal["qwen-vl", "sharegpt", "agentnet", "huggingface"]
FORMS: tuple[FormName, ...] = get_args(FormName)


class Form(Protocol):
    """A form, as it is written to a folder."""

    pictures: Pictures
    count: int
    """Samples that were written: conversations, trajectories or rows."""

    def add(self, episode: RecordedEpisode) -> None:
        """Write an episode."""
        ...

    def close(self) -> None:
        """Write what is left to be written."""
        ...


def form_of(name: FormName, out: Path) -> Form:
    """The form of that name, to be written to an empty folder."""
    match name:
        case "qwen-vl":
            from agent.bench.exports.qwen_vl import QwenVl  # noqa: PLC0415  (heavy: loaded on use)

            return QwenVl(out)
        case "sharegpt":
            from agent.bench.exports.sharegpt import ShareGpt  # noqa: PLC0415

            return ShareGpt(out)
        case "agentnet":
            from agent.bench.exports.agentnet import AgentNet  # noqa: PLC0415

            return AgentNet(out)
        case "huggingface":
            from agent.bench.exports.huggingface import HuggingFace  # noqa: PLC0415

            return HuggingFace(out)
