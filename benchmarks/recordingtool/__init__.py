"""The form's recording called as a tool over MCP, judged by what one database holds after all calls."""
