"""URLs of databases: no password stands in a task file."""

from __future__ import annotations

import pytest

from agent.task.address import without_password


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://crm:${secret.CRM_PASSWORD}@localhost:5432/crm?sslmode=require",
        "postgresql://crm@localhost/crm",
        "postgresql:///crm?host=/run/postgresql&sslkey=client.key",
        "sqlite:///${workdir}/customers.db",
        "oracle+oracledb://crm:${secret.PW}@host/?service_name=crm",
        "mssql+pyodbc://host/crm?token=${secret.TOKEN}",
        "${secret.DATABASE_URL}",
        "${database}",
    ],
)
def test_a_url_without_a_password_may_be_written(url: str) -> None:
    assert without_password(url) == url


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://crm:hunter22@localhost/crm", "the password would be recorded"),
        ("postgresql://crm:a/b@localhost/crm", "the password would be recorded"),
        ("postgresql://:hunter22@localhost/crm", "the password would be recorded"),
        ("postgresql://crm:${password}@localhost/crm", "the password would be recorded"),
        ("postgresql://crm:x${secret.PW}@localhost/crm", "the password would be recorded"),
        ("postgresql:///crm?user=crm&password=hunter22", "password would be recorded"),
        ("mysql://host/crm?ssl=1&accessToken=abc", "accessToken would be recorded"),
        ("customers.db", "expected a URL, as in postgresql+psycopg://"),
    ],
)
def test_a_password_is_refused_and_not_repeated(url: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"would be recorded|expected a URL") as found:
        without_password(url)
    assert said in str(found.value)
    assert "hunter22" not in str(found.value)
