"""Inspect (UK AISI's `inspect_ai`): its standard `computer` tool on our display, and our tasks."""
