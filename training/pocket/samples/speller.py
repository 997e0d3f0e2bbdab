"""Speller: texts as the token ids in which the product shows and writes them, and as rows of the table."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from agent.models.pocket.compact import unpack
from agent.models.pocket.folder import FILE
from agent.models.pocket.tokenizer import make_tokenizer
from agent.models.qwen.constraint import CallGrammar
from agent.models.qwen.decoding import Marks
from agent.models.qwen.pictures import PictureRules
from agent.models.qwen.rendering import Renderer
from agent.profiles import Profile
from agent.protocol.parse.blocks import OPEN
from training.pocket.forms.words import Words
from training.pocket.shape import PICTURES, PROFILE, VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from agent.model import Wanted
    from agent.models.pocket.compact import Compact


OPENS = '"coordinate": ['
"""What stands before a place in a call."""


def speller_of(tokens: NDArray[np.int32]) -> Speller:
    """The speller of a table, with the vocabulary of the weights in the tree. Made once: it takes seconds."""
    return _speller_of(tokens.tobytes(), tokens.dtype.str)


@cache
def _speller_of(tokens: bytes, kind: str) -> Speller:
    return Speller(unpack(FILE), np.frombuffer(tokens, kind))


@dataclass(frozen=True)
class Speller:
    """What knows the tokenizer.

    Args:
        compact: says the vocabulary and the chat template.
        tokens: ids that have a row; the last resort for others is the row of what ends a text.
    """

    compact: Compact
    tokens: NDArray[np.int32]

    @cached_property
    def profile(self) -> Profile:
        """The pocket model's."""
        return Profile.model_validate(tomllib.loads(PROFILE))

    @cached_property
    def tokenizer(self) -> Any:
        """Qwen's."""
        return make_tokenizer(self.compact.vocabulary, self.compact.card.template)

    @cached_property
    def renderer(self) -> Renderer:
        """The product's."""
        return Renderer(self.tokenizer, PictureRules.of(PICTURES), self.profile)

    def ids(self, text: str) -> list[int]:
        """A text's tokens, as the tokenizer cuts it."""
        found: list[int] = self.tokenizer(text, add_special_tokens=False)["input_ids"]
        return found

    def written(self, reply: str, wanted: Wanted = "call") -> tuple[int, ...]:
        """A reply's tokens, as constrained decoding writes it: what is forced is cut by itself."""
        free, _, block = reply.partition(OPEN)
        call = block.strip().partition("\n")[0]
        opening, closing = self._marks.opening, self._marks.closing
        return (*self.ids(free), *opening, *self._call(call, wanted), *closing)

    def rows(self, ids: Sequence[int]) -> NDArray[np.int32]:
        """The table's rows of tokens."""
        rows: NDArray[np.int32] = self._rows[np.asarray(ids)]
        return rows

    def known(self, ids: Sequence[int]) -> NDArray[np.bool_]:
        """Which tokens have a row: others are never learned to be written."""
        return np.isin(np.asarray(ids), self.tokens)

    def spelled(self, ids: Sequence[int]) -> str:
        """What tokens spell."""
        text: str = self.tokenizer.decode(ids)
        return text

    def opens(self, ids: Sequence[int]) -> int:
        """Where the numbers of the place begin in the tokens of a call that has one."""
        return next(at for at in range(len(ids)) if self.spelled(ids[:at]).endswith(OPENS))

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """A text's tokens that have a row: the row, and where it begins and ends in the text."""
        told = self.tokenizer(text, add_special_tokens=False, return_offsets_mapping=True)
        pairs = zip(told["input_ids"], told["offset_mapping"], strict=True)
        return [(int(self._rows[one]), *span) for one, span in pairs if one in self._known]

    def text(self, rows: Sequence[int]) -> str:
        """What rows of the table spell."""
        spelled: str = self.tokenizer.decode(self.tokens[np.asarray(rows, np.int64)].tolist())
        return spelled

    def _call(self, body: str, wanted: Wanted) -> list[int]:
        constraint = self._grammar.begin(wanted)
        ids: list[int] = []
        rest = iter(self.ids(body))
        while True:
            if forced := constraint.forced():
                ids += forced
                rest = iter(self.ids(body[len(self.tokenizer.decode(ids)) :]))
            if constraint.complete():
                return ids
            token = next(rest)
            constraint.accept(token)
            ids.append(token)

    @cached_property
    def words(self) -> Words:
        """Of which forms are drawn."""
        return Words.of(self.compact.vocabulary, self.tokens.tolist())

    @cached_property
    def _grammar(self) -> CallGrammar:
        end = self.profile.tokens.end
        return CallGrammar(self.tokenizer, VOCABULARY, end, self.profile.reply.text)

    @cached_property
    def _marks(self) -> Marks:
        return Marks.of(self.tokenizer, self.profile)

    @cached_property
    def _known(self) -> set[int]:
        return set(self.tokens.tolist())

    @cached_property
    def _rows(self) -> NDArray[np.int32]:
        unknown = int(np.flatnonzero(self.tokens == self.tokenizer.convert_tokens_to_ids("<|endoftext|>"))[0])
        rows = np.full(VOCABULARY, unknown, np.int32)
        rows[self.tokens] = np.arange(len(self.tokens))
        return rows
