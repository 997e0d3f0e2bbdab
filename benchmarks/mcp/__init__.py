"""The MCP server as clients use it, and as they misuse it."""
