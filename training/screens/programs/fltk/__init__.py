"""FLTK by Debian's python3-fltk; it draws everything itself, in one of four schemes."""
