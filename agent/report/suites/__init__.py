"""Suites: many runs, of several jobs and days, as tests with a history."""
