"""Configuration of an xrdp that shows one display, without logins: users are the far machine's own."""

from __future__ import annotations

import hashlib
import re
import ssl
import subprocess
from pathlib import Path

_DEBIAN = Path("/etc/X11/xrdp/xorg.conf")

_INI = """\
[Globals]
ini_version=1
fork=true
port=tcp://.:{port}
tcp_nodelay=true
tcp_keepalive=true
security_layer=tls
certificate={folder}/cert.pem
key_file={folder}/key.pem
ssl_protocols=TLSv1.2, TLSv1.3
autorun=Xorg
allow_channels=true
allow_multimon=false
bitmap_cache=true
bitmap_compression=true
bulk_compression=true
max_bpp=32
use_fastpath=both

[Logging]
LogFile={folder}/xrdp.log
LogLevel=INFO
EnableSyslog=false

[Channels]
rdpdr=false
rdpsnd=false
drdynvc=true
cliprdr=false
rail=false
xrdpvr=false

[Xorg]
name=Xorg
lib=libxup.so
username=ask
password=ask
ip=127.0.0.1
port={inner}
code=20
"""


def server_config() -> str:
    """Of the X server that xrdp's module makes: Debian's own file."""
    return _DEBIAN.read_text("utf-8")


def config_of(folder: Path, port: int, inner: Path) -> str:
    """Of xrdp; makes its key and certificate.

    Args:
        folder: For its files.
        port: On loopback.
        inner: The socket of the X server's module.
    """
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    request += ["-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(request, cwd=folder, check=True, capture_output=True)
    return _INI.format(folder=folder, port=port, inner=inner)


def fingerprint(file: Path) -> str:
    """The SHA-256 fingerprint of a certificate, as `xfreerdp /cert:fingerprint` takes it."""
    pem = re.findall("-----BEGIN.*?END CERTIFICATE-----", file.read_text("utf-8"), re.DOTALL)[0]
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
    return ":".join(digest[place : place + 2] for place in range(0, len(digest), 2))
