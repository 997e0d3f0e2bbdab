"""Examination of the net that names icons, on desktop themes that it was never trained on."""
