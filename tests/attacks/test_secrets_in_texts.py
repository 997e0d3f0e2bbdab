"""Secrets in what programs and servers say, written in every way that they have: none is in any byte."""

from __future__ import annotations

import base64
import binascii
import html
import json
import os
import random
import shlex
import string
import subprocess
import sys
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import escape, quoteattr

import pytest
import yaml

from agent.models.server.endpoint import Endpoint
from agent.redact.texts import hide, hide_cut

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SIGNS = string.ascii_letters + string.digits + "-_.:+#%!/\"'$&<>\\ é"
SECRETS = [
    "".join(random.Random(seed).choices(SIGNS, k=8 + seed % 13)).strip().ljust(6, "x") for seed in range(30)
]


def each(text: str, form: str) -> str:
    """Its bytes, one by one."""
    return "".join(form % byte for byte in text.encode())


def wrapped(text: str, columns: int, between: str) -> str:
    return between.join(text[at : at + columns] for at in range(0, len(text), columns))


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "repr": repr,
    "ascii": ascii,
    "repr of bytes": lambda text: repr(text.encode()),
    "unicode_escape": lambda text: text.encode("unicode_escape").decode(),
    "JSON": json.dumps,
    "JSON in UTF-8": lambda text: json.dumps(text, ensure_ascii=False),
    "JSON in JSON": lambda text: json.dumps(json.dumps(text)),
    "JSON of JavaScript": lambda text: json.dumps(text).replace("/", "\\/"),
    "JSON, all escaped": lambda text: "".join(f"\\u{ord(sign):04X}" for sign in text),
    "bytes, all escaped": lambda text: each(text, "\\x%02x"),
    "octal": lambda text: "".join(chr(byte) if byte < 128 else f"\\{byte:03o}" for byte in text.encode()),
    "URL's path": quote,
    "URL's part": lambda text: quote(text, ""),
    "URL's query": quote_plus,
    "URL in small letters": lambda text: quote(text, "").lower(),
    "URL in a URL": lambda text: quote(quote(text, ""), ""),
    "URL, all escaped": lambda text: each(text, "%%%02X"),
    "HTML": html.escape,
    "HTML in HTML": lambda text: html.escape(html.escape(text)),
    "XML": escape,
    "XML attribute": quoteattr,
    "XML with apostrophes": lambda text: escape(text, {"'": "&apos;", '"': "&quot;"}),
    "XML in ASCII": lambda text: text.encode("ascii", "xmlcharrefreplace").decode(),
    "numbers in HTML": lambda text: "".join(f"&#{ord(sign)};" for sign in text),
    "hexadecimal numbers in HTML": lambda text: "".join(f"&#x{ord(sign):x};" for sign in text),
    "mail": lambda text: binascii.b2a_qp(text.encode()).decode(),
    "shell": shlex.quote,
    "shell with backslashes": lambda text: "".join(sign if sign.isalnum() else f"\\{sign}" for sign in text),
    "hexadecimal": lambda text: text.encode().hex(),
    "hexadecimal with colons": lambda text: text.encode().hex(":").upper(),
    "hexadecimal list": lambda text: ", ".join(f"0x{byte:02x}" for byte in text.encode()),
    "UTF-16": lambda text: text.encode("utf-16-le").decode(errors="replace"),
    "Latin-1": lambda text: text.encode("latin-1").decode(errors="replace"),
    "UTF-8 read as Latin-1": lambda text: text.encode().decode("latin-1"),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "wrapped": lambda text: wrapped(text, 3, "\n"),
    "wrapped and indented": lambda text: wrapped(text, 5, "\r\n\t    "),
    "spaced": " ".join,
    "coloured": "\x1b[1;31m".join,
    "invisible marks between": "\u200b".join,
    "SQL": lambda text: text.replace("'", "''"),
    "CSV": lambda text: text.replace('"', '""'),
    "a shell's line that goes on": lambda text: wrapped(text, 5, "\\\n"),
    "quoted in a mail": lambda text: wrapped(text, 5, "\n> "),
    "wrapped in a table": lambda text: wrapped(text, 5, " |\n| "),
    "highlighted by tput": "\x1b(B\x1b[m".join,
    "links in a terminal": "\x1b]8;;http://x\x07".join,
    "JavaScript's escape": lambda text: "".join(f"%u{ord(sign):04X}" for sign in text),
    "Perl": lambda text: "".join(f"\\x{{{ord(sign):x}}}" for sign in text),
    "CSS": lambda text: "".join(f"\\{ord(sign):06x} " for sign in text),
    "octal, all escaped": lambda text: each(text, "\\%03o"),
    "Node.js's buffer": lambda text: json.dumps(list(text.encode())),
    "wide letters": lambda text: "".join(
        chr(ord(sign) + 0xFEE0) if sign.isascii() and sign.isalnum() else sign for sign in text
    ),
    "UTF-32": lambda text: text.encode("utf-32-le").decode(errors="replace"),
    "struck twice": lambda text: "".join(f"{sign}\b{sign}" for sign in text),
    **{
        f"Base64 behind {before!r}": lambda text, before=before: base64.b64encode(
            before + text.encode() + b":x"
        ).decode()
        for before in (b"", b"a", b"ad", b"ada:")
    },
    "Base64 in a URL": lambda text: base64.urlsafe_b64encode(f"a:{text}".encode()).decode().rstrip("="),
    "Base64 in a mail": lambda text: base64.encodebytes(b"-" * 50 + text.encode() + b"-" * 50).decode(),
    "Base64 of UTF-16": lambda text: base64.b64encode(text.encode("utf-16-le")).decode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_secret_is_hidden_however_it_is_written(form: str) -> None:
    for secret in SECRETS:
        said = FORMS[form](secret)
        told = hide(f"error: {said}!", {"TOKEN": secret})
        assert "${secret.TOKEN}" in told, (secret, said)
        assert len(told) < len("error: !") + len("${secret.TOKEN}") + 160, told


@pytest.mark.parametrize("form", FORMS)
def test_a_server_s_key_is_hidden_however_it_is_written(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    key = "sk-sesame/4711+Qz"
    monkeypatch.setenv("MY_KEY", key)
    said = FORMS[form](key)
    assert said not in Endpoint.of("http://127.0.0.1:9/v1", "m", "MY_KEY").hidden(f"No: {said}!")


def test_half_a_secret_where_an_output_was_cut_is_hidden() -> None:
    secrets = {"TOKEN": "Kestrel-58"}
    assert hide_cut("key Kestrel-", secrets) == "key ${secret.TOKEN}"
    assert hide_cut("trel-58\nsaved", secrets) == "${secret.TOKEN}\nsaved"
    assert hide_cut("l-58\nKes", secrets) == "${secret.TOKEN}\nKes"


@pytest.mark.parametrize("form", FORMS)
def test_more_than_half_of_a_secret_where_an_output_was_cut_is_hidden(form: str) -> None:
    for secret in SECRETS[5:9]:
        said = FORMS[form](secret)
        assert "${secret.TOKEN}" in hide_cut(f"key: {said[: len(said) * 4 // 5]}", {"TOKEN": secret}), secret


def test_what_others_wrote_between_two_halves_tells_less_than_half() -> None:
    told = hide_cut("Kestrel-5\nWARNING: x\n8-Quartz\n", {"TOKEN": "Kestrel-58-Quartz"})
    assert told == "${secret.TOKEN}\nWARNING: x\n8-Quartz\n"
    key = "-----BEGIN KEY-----\n" + "\n".join(f"{number:03}{'aZ9' * 20}{number}" for number in range(40))
    logged = "\n".join(f"2026-11-26 12:00 INFO {line}" for line in key.splitlines())
    assert "aZ9" not in hide_cut(logged, {"TOKEN": key})


@pytest.mark.parametrize("size", [2_000, 16_000])
def test_a_secret_of_any_length_costs_no_time(size: int) -> None:
    """A certificate, an account's file. A limit only against what would take minutes."""
    secret = json.dumps({"key": "".join(random.Random(size).choices(SIGNS, k=size))})
    began = time.process_time()
    assert hide(f"is {json.dumps(secret)}", {"TOKEN": secret}) == 'is "${secret.TOKEN}"'
    assert hide('{"private":' * 9_000, {"TOKEN": secret}) == '{"private":' * 9_000
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "text",
    [
        "\\" * 300_000,
        "%25" * 100_000,
        "&amp;" * 60_000,
        "\ufffd" * 300_000,
        "é" + " " * 300_000,
        "é\b" * 150_000,
        "&#0" + "0" * 300_000,
        "\x1b[" + "1" * 300_000,
        'é "' * 100_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_a_text_that_nearly_holds_it_again_and_again_takes_no_longer_than_another(text: str) -> None:
    """Were it tried anew from each place on to the end, it would take hours."""
    assert hide(text, {"TOKEN": """é "%&\\ é'z-58/é"""}) == text


SAYS = """
import os, sys, time
sys.path.insert(0, {root!r})
from tests.attacks.test_secrets_in_texts import FORMS
secret = os.environ["DESKHAND_TEST_PASSWORD"]
for name, form in FORMS.items():
    print(name, form(secret))
print(sorted(os.environ.items()))
print(open(f"/proc/{{os.getpid()}}/environ").read().replace("\\0", chr(10)))
sys.stdout.flush()
for half in (secret[:5], secret[5:] + chr(10) + secret[:6]):  # a secret in two writes, and the half of one
    os.write(1, half.encode())
    time.sleep(0.05)
sys.exit(3)
"""


def test_what_a_program_says_and_dies_with_is_in_no_file_and_no_message(tmp_path: Path) -> None:
    secret, key, name = "Tr0ub4dor/Kx+é1", "sk-sesame-4711", "DESKHAND_TEST_PASSWORD"
    (tmp_path / "says.py").write_text(SAYS.format(root=str(ROOT)))
    task = {
        "instruction": "Log in.",
        "steps": ['Click "OK"'],
        "secrets": [name],
        "launch": [{"command": ["python", "says.py"], "wait_for": {"text": "Never", "seconds": 60}}],
    }
    (tmp_path / "login.yaml").write_text(yaml.safe_dump(task))
    ours = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    command = [sys.executable, "-m", "agent", "run", "login.yaml", "--json", "--junit", "j.xml"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=ours | {"PYTHONPATH": str(ROOT), name: secret, "OPENAI_API_KEY": key, "COPY_OF_IT": secret},
        capture_output=True,
        check=False,
        timeout=840,
    )
    [run] = json.loads(done.stdout)["runs"]
    assert run["verdict"] == "environment_error", done.stderr
    assert "ended with exit status 3" in run["message"]
    files = {str(file): file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    left = files | {"stdout": done.stdout, "stderr": done.stderr}
    [log] = [text for path, text in files.items() if path.endswith("program-1.log")]
    assert log.count(b"${secret.DESKHAND_TEST_PASSWORD}") >= len(FORMS)
    written = {form(secret).encode() for form in FORMS.values()} | {key.encode(), secret[:6].encode()}
    assert [(path, said) for path, text in left.items() for said in written if said in text] == []
