"""Binding to GTK, of the version that the command line asks for, and what the two versions do otherwise."""

from __future__ import annotations

import sys
from typing import Any

import gi

FOUR = sys.argv[1] == "4"
gi.require_version("Gtk", f"{sys.argv[1]}.0")
gi.require_version("Gdk", f"{sys.argv[1]}.0")
from gi.repository import Gdk, Gio, GLib, Gtk, Pango  # noqa: E402

__all__ = ["FOUR", "GLib", "Gdk", "Gio", "Gtk", "Pango", "append", "hold", "image"]


def append(box: Any, one: Any) -> None:
    """Put a widget at the end of a box."""
    if FOUR:
        box.append(one)
    else:
        box.pack_start(one, False, False, 0)  # noqa: FBT003


def hold(outer: Any, one: Any) -> None:
    """Put a widget into one that holds a single one."""
    if FOUR:
        outer.set_child(one)
    else:
        outer.add(one)


def image(path: str, scale: int) -> Any:
    """A picture from a file that has the pixels for a scale."""
    if FOUR:
        one = Gtk.Image.new_from_paintable(Gdk.Texture.new_from_filename(path))
        one.set_pixel_size(Gdk.Texture.new_from_filename(path).get_width() // scale)
        return one
    from gi.repository import GdkPixbuf  # noqa: PLC0415

    picture = GdkPixbuf.Pixbuf.new_from_file(path)
    return Gtk.Image.new_from_surface(Gdk.cairo_surface_create_from_pixbuf(picture, scale, None))
