"""Forms in many layouts, drawn by several toolkits: where each field is, is known."""
