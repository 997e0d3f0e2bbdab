"""Databases that an `sql` check reads: a SQLite file, or one that a URL names."""
