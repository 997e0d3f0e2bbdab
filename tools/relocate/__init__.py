"""A remembered target found again on another frame: by its pixels, guarded by reading."""
