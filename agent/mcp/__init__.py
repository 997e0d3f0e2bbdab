"""MCP server: the desktop's tools, and recordings as typed tools, for other agents."""
