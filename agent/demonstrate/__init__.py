"""Demonstrations: a person does a task; the result is a recording, and steps in plain English."""
