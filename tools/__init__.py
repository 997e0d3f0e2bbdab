"""The body: sees a desktop and acts on it. Knows no model and no task; never imports `agent`."""
