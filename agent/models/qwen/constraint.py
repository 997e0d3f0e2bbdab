"""Constraint on what is written in `<tool_call>`: the protocol's grammar, and the tokens that it forces."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import torch
import xgrammar

from agent.protocol.schema import call_schema

if TYPE_CHECKING:
    from torch import Tensor

    from agent.model import Wanted

_QUOTE = '"'
_OPENS_ACTION = '"action": "'


class CallGrammar:
    """The calls that a tokenizer can write, compiled when first asked for."""

    def __init__(self, tokenizer: Any, vocabulary: int, end: int, longest_text: int) -> None:
        """Prepare.

        Args:
            tokenizer: the checkpoint's.
            vocabulary: the length of the model's logits, which is more than the tokenizer's tokens.
            end: the token that ends a reply.
            longest_text: characters of a text; one that reaches it is ended.
        """
        info = xgrammar.TokenizerInfo.from_huggingface(tokenizer, vocab_size=vocabulary, stop_token_ids=[end])
        compiler = xgrammar.GrammarCompiler(info)
        self._tokenizer = tokenizer
        self._vocabulary, self._longest = vocabulary, longest_text

        @cache
        def compiled(wanted: Wanted) -> Any:
            # Spaces as json.dumps writes them and as the model was trained on, and none elsewhere: a weak
            # model that may write white space writes it for ever.
            schema = json.dumps(call_schema(wanted))
            return compiler.compile_json_schema(schema, any_whitespace=False, separators=(", ", ": "))

        self._compiled = compiled

    def begin(self, wanted: Wanted) -> Constraint:
        """For one call."""
        return Constraint(self._compiled(wanted), self._tokenizer, self._vocabulary, self._longest)


class Constraint:
    """Where one call stands."""

    def __init__(self, compiled: Any, tokenizer: Any, vocabulary: int, longest_text: int) -> None:
        self._matcher = xgrammar.GrammarMatcher(compiled, terminate_without_stop_token=True)
        self._tokenizer = tokenizer
        self._mask = xgrammar.allocate_token_bitmask(1, vocabulary)
        self._longest = longest_text
        self._quote: int = tokenizer.convert_tokens_to_ids(_QUOTE)
        self._chosen: list[int] = []  # the tokens since the last forced one: at most those of one text

    def complete(self) -> bool:
        """Whether the call is whole."""
        return bool(self._matcher.is_terminated())

    def forced(self) -> list[int]:
        """Tokens that can only come next, already accepted; they need no decode steps.

        The quote before a free text is left to the model: it may be the first part of a token that begins the
        text, and a text is written best in the tokens that the model knows it by.
        """
        text = self._matcher.find_jump_forward_string()
        ids: list[int] = self._tokenizer(text, add_special_tokens=False)["input_ids"]
        if text.endswith(_QUOTE) and not text.endswith(_OPENS_ACTION):
            ids.pop()
        for token in ids:
            self.accept(token)
        if ids:
            self._chosen.clear()
        return ids

    def allow(self, logits: Tensor) -> Tensor:
        """The logits with every token that can't come next ruled out."""
        self._matcher.fill_next_token_bitmask(self._mask)
        allowed = logits.float().unsqueeze(0).clone()
        xgrammar.apply_token_bitmask_inplace(allowed, self._mask.to(logits.device))
        if self._is_too_long() and allowed[0, self._quote] > -torch.inf:
            allowed[0, : self._quote] = allowed[0, self._quote + 1 :] = -torch.inf
        return allowed[0]

    def accept(self, token: int) -> None:
        """Go on by a token."""
        if not self._matcher.accept_token(token):
            raise AssertionError(f"token {token} was allowed and is not accepted")
        self._chosen.append(token)

    def _is_too_long(self) -> bool:
        return len(self._tokenizer.decode(self._chosen)) > self._longest
