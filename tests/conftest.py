"""What all tests share."""

from hypothesis import settings

# No time limit an example: the machine may be busy, and nothing here tests speed.
settings.register_profile("deskhand", deadline=None)
settings.load_profile("deskhand")
