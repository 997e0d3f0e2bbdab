#!/bin/sh
# Sets up what deskhand needs and says what it installs:  ./setup.sh run | pocket | test | bench
# System programs by apt (as root or with sudo), Python packages into .venv. Does nothing when all is there.
set -eu
cd "$(dirname "$0")"
what=${1:?"usage: ./setup.sh run|pocket|test|bench"}

packages="xvfb openbox fonts-dejavu-core"
case $what in run | pocket) few=yes ;; *) few= ;; esac
[ -n "$few" ] || packages="$packages xterm galculator mousepad zenity featherpad \
        xdotool xclip strace x11-xkb-utils x11-xserver-utils chromium \
        tesseract-ocr-rus tesseract-ocr-ell tesseract-ocr-heb postgresql \
        pcmanfm gnumeric sqlitebrowser gpicview nano qpdfview sylpheed \
        tigervnc-standalone-server tigervnc-tools tigervnc-viewer freerdp2-x11 freerdp2-shadow-x11"
[ "$what" = bench ] && packages="$packages scrot mate-backgrounds"

good_python() { "$1" -c 'import sys, tkinter, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

PYTHON=
for candidate in "${DESKHAND_PYTHON:-python3}" /usr/bin/python3; do
    if [ -z "$PYTHON" ] && good_python "$candidate"; then PYTHON=$candidate; fi
done
if [ -z "$PYTHON" ]; then
    PYTHON=/usr/bin/python3
    packages="$packages python3 python3-tk python3-venv"
fi

missing=
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "setup: installing Debian packages:$missing"
    as_root=; [ "$(id -u)" = 0 ] || as_root=sudo
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # a list of words
    { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $missing; } >/dev/null &
    apt=$!
    trap 'wait' EXIT
fi
await_apt() {
    [ -z "${apt:-}" ] || wait "$apt" || {
        echo "setup: could not install them; install by hand: apt-get install$missing" >&2
        exit 3
    }
    apt=
}
good_python "$PYTHON" || await_apt # else Python's own packages are installed meanwhile
good_python "$PYTHON" || { echo "setup: needs Python 3.11 or later with tkinter and venv" >&2; exit 3; }

stamp=".venv/.deskhand-$what"
if [ ! -e "$stamp" ] || [ pyproject.toml -nt "$stamp" ] || [ setup.sh -nt "$stamp" ]; then
    [ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
    case $what in
        run) extras= ;;
        pocket) extras="[qwen]" ;;
        *) extras="[dev,qwen,scripts,training]" ;;
    esac
    echo "setup: installing Python packages into .venv: deskhand$extras and what it needs (pyproject.toml)"
    pip() { .venv/bin/python -m pip install --quiet "$@"; }
    pip --upgrade pip  # Debian's own is of 2023 and warns at length
    # This release has a build for the CPU on the package index; others bring gigabytes for GPUs that tests don't use.
    [ "$what" = run ] || pip torch==2.13.0
    # Read as files, never imported, so without what they need: Qwen's vocabulary and the published chat template.
    [ -n "$few" ] || pip --no-deps dashscope==2.0.2 trl==1.16.0
    # All the rest takes pip 100 seconds, uv 30; but uv reads no settings of pip's, such as a mirror: so users have pip.
    { [ -z "$few" ] && pip uv && .venv/bin/uv pip install --quiet --compile-bytecode --python .venv/bin/python --editable ".$extras"; } || pip --editable ".$extras"
    touch "$stamp"
fi
await_apt
