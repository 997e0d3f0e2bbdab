"""Libraries, and where each may be imported."""

from __future__ import annotations

ONLY_IN = {
    "mss": ["tools/host/screen.py"],
    "pyautogui": ["tools/host/mouse.py"],
    "onnxruntime": ["tools/see/session.py"],
    "xcffib": ["tools/x11/"],
    "tesserocr": ["tools/see/text/tesseract.py"],
    "torch": ["agent/models/"],
    "transformers": ["agent/models/"],
    "lark": ["agent/models/reader/"],
    "openai": ["agent/models/server/"],
    "httpx2": ["agent/models/server/"],
    "rich": [
        "agent/printing/console.py",
        "agent/audit/terminal.py",
        "agent/runs/report/terminal.py",
        "agent/runs/report/summary.py",
        "agent/commands/",
    ],
    "starlette": ["agent/view/"],
    "uvicorn": ["agent/view/server.py", "agent/mcp/http.py"],
    "yaml": ["agent/task/", "agent/bench/componentbench/tasks.py"],
    "scipy": ["agent/bench/statistics/"],
    "matplotlib": ["agent/bench/plots/"],
    "inspect_ai": ["agent/bench/inspect/"],
    "anyio": ["agent/bench/inspect/", "agent/mcp/", "agent/commands/mcp.py"],
    "mcp": ["agent/mcp/"],
    "mcp_types": ["agent/mcp/"],
    "ray": [f"agent/commands/cluster/{name}.py" for name in ("driver", "nodes", "preparing")],
    "sqlite3": ["agent/checks/databases/"],
    "sqlalchemy": ["agent/checks/databases/", "agent/checks/sql.py"],
    "jinja2": ["agent/report/"],
    "markupsafe": ["agent/report/"],
}
HEAVY = ONLY_IN.keys() | {"numpy", "cv2", "PIL", "pydantic"}
