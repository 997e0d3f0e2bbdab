"""Reports of recordings: a page, a trace of Playwright's format, a film. They need no screen and no model."""
