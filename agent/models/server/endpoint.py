"""Server endpoint: URL, model name and key; the key is never shown."""

from __future__ import annotations

import base64
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from agent.errors import BadInput
from agent.printing.escapes import visible
from agent.redact.keys import KEY_ENV, SHORT, is_placeholder, keep, without_login
from agent.redact.texts import replaced

if TYPE_CHECKING:
    from urllib.parse import SplitResult

URL_ENV = "OPENAI_BASE_URL"
"""The environment variable of OpenAI's own client."""
_FORM = "write it as http://HOST:PORT/v1#MODEL"
_LONGEST_URL = 2000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server, and the model that is asked for there."""

    url: str
    """Without credentials; ends with the API's version, as in `http://127.0.0.1:8000/v1`."""
    model: str
    """As the server calls it; empty: the only one that it lists."""
    key_env: str = KEY_ENV
    """The environment variable that the key came from."""
    authorization: str | None = field(default=None, repr=False)
    """The header's value."""
    secrets: tuple[str, ...] = field(default=(), repr=False)
    """What no message may hold."""
    placeholder: str = field(default="", repr=False)
    """That of them which is a word for no key: a reply may hold it, and means something else."""

    @classmethod
    def of(cls, url: str, model: str, key_env: str = KEY_ENV) -> Endpoint:
        """From a URL (perhaps with `user:password@`) and the environment.

        Raises:
            BadInput: the URL or the key can't be used; neither is in the message.
        """
        parts = _split(url)
        key = os.environ.get(key_env, "").strip()
        if not key.isascii() or not key.isprintable():
            raise BadInput(
                f"the environment variable {key_env}: a key has ASCII letters, digits and marks only"
            )
        keep(key_env, key)
        placeholder = key if is_placeholder(key) else ""
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        login = ":".join(unquote(part or "") for part in (parts.username, parts.password))
        if parts.username is None:
            authorization = f"Bearer {key}" if key else None
            return cls(bare, model, key_env, authorization, (key,), placeholder)
        basic = base64.b64encode(login.encode()).decode()
        secrets = (login, basic, parts.netloc.rpartition("@")[0], unquote(parts.password or ""), key)
        for secret in secrets:
            keep(URL_ENV, secret)
        return cls(bare, model, key_env, f"Basic {basic}", secrets, placeholder)

    @property
    def where(self) -> str:
        """The URL for messages."""
        return self.quote(self.url, 200)

    def hidden(self, text: str, *, reply: bool = False) -> str:
        """A server's words without the key and the login, which it may repeat, escaped or encoded.

        Args:
            text: The words.
            reply: Whether they are acted on: then a placeholder of a key stays.
        """
        hidden = (
            one for one in self.secrets if len(one) >= SHORT and not (reply and one == self.placeholder)
        )
        return replaced(text, [(one, "…") for one in sorted(hidden, key=len, reverse=True)])

    def quote(self, text: str, most: int = 300) -> str:
        """A server's words as a message may hold them: one line, printable, not endless, without secrets."""
        line = " ".join(re.sub(r"<[^>]*>", " ", text).split())  # what a tag stood in is whole again
        shown = visible(self.hidden(line))
        return shown if len(shown) <= most else f"{shown[:most]}…"


def endpoint_of(argument: str) -> Endpoint:
    """What `--model` says after `server:`, or the whole of it: `MODEL`, `URL`, `URL#MODEL` or nothing.

    Raises:
        BadInput: there is no usable URL in it, nor in the environment.
    """
    if argument.startswith(("http://", "https://")):
        url, _, model = argument.partition("#")
        return Endpoint.of(url, model)
    if not os.environ.get(URL_ENV):
        name = without_login(f"server:{argument}")[:100]
        raise BadInput(
            f"--model {name}: where is the server? set {URL_ENV}, or {_FORM} (docs/guides/servers.md)"
        )
    return Endpoint.of(os.environ[URL_ENV], argument)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip().rstrip("/"))
        usable = len(url) <= _LONGEST_URL and url.isprintable() and len(url.split()) == 1
        usable = (
            usable and parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        )
    except ValueError:
        usable = False
    if not usable:
        raise BadInput(f"the server's URL is no http or https address; {_FORM}")
    if parts.query or parts.fragment:
        raise BadInput(f'the server\'s URL must end before "?" or "#"; put a key into {KEY_ENV}')
    return parts
