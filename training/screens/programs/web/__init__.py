"""Web pages in Chromium: plain CSS in a style of the seed, and the component libraries of npm."""
