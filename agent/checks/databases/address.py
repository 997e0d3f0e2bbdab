"""Address of a database: a SQLAlchemy URL, its secrets filled in where it is opened and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.checks.databases.unanswered import Unanswered
from agent.redact.references import SECRET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import URL

_INSTALLED_BY = {
    "psycopg": '"psycopg[binary]"', "psycopg2": "psycopg2-binary", "MySQLdb": "mysqlclient",
    "mariadb": "mariadb", "oracledb": "oracledb",
}  # fmt: skip
"""Package of a driver's module, where its name is another."""


def opened_by(address: str, environ: Mapping[str, str]) -> URL:
    """The URL that a text names, with the values of its secrets.

    A secret may be the whole URL, or a part of it, as it is: what a URL would escape needs no escapes.

    Raises:
        Unanswered: it is no URL.
    """
    from sqlalchemy import make_url  # noqa: PLC0415  (heavy: loaded on use)
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

    def fill(text: Any) -> Any:
        if isinstance(text, str):
            return SECRET.sub(lambda found: environ.get(found[1], ""), text)
        return text

    try:
        whole = SECRET.fullmatch(address)
        url = make_url(fill(address) if whole else address)
    except (ArgumentError, ValueError):
        raise Unanswered(f"{address} is no URL of a database: kind+driver://user@host/name") from None
    parts = {name: fill(getattr(url, name)) for name in ("username", "password", "host", "database")}
    return url if whole else url.set(**parts, query={name: fill(value) for name, value in url.query.items()})


def install_line(module: str) -> str:
    """What brings a driver that is missing."""
    package = _INSTALLED_BY.get(module, module)
    return f"the driver {module} is not installed: pip install {package}"
