"""Address of a database as a task file writes it: a URL that holds no password itself. Pure."""

from __future__ import annotations

import re

from agent.redact.references import SECRET

_LOGIN = re.compile(r"[\w+]+://(?P<user>[^:/?]*)(?::(?P<password>[^@]*))?@")
"""As SQLAlchemy reads it: a password ends at the first `@`."""
_OPTION = re.compile(r"[?&](\w*(?:pass|pwd|secret|token|key)\w*)=([^&]*)", re.IGNORECASE)
_FILES = {"sslkey", "ssl_key", "sslrootkey"}
"""Options that name a file, not a key."""


def without_password(url: str) -> str:
    """The URL, which a task file and a recording may hold.

    Raises:
        ValueError: it holds a password, or is no URL.
    """
    login = _LOGIN.match(url)
    written = [("the password", login["password"])] if login and login["password"] else []
    written += [(name, value) for name, value in _OPTION.findall(url) if name.lower() not in _FILES]
    for what, value in written:
        if not SECRET.fullmatch(value):
            raise ValueError(
                f"{what} would be recorded; list an environment variable under secrets: and write "
                "${secret.NAME} in its place"
            )
    if "://" not in url and "${" not in url:
        raise ValueError(
            "expected a URL, as in postgresql+psycopg://crm:${secret.CRM_PASSWORD}@localhost/crm"
        )
    return url
