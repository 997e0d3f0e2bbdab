"""Traces: events in the format of Playwright's viewer."""
