"""Tasks: the file as written, and one run of it with a value for every variable.

`load_task(path)` -> `TaskFile`; its `runs(...)` -> one `Run` a case; `Run.resolve(workdir)` -> `Task`.
"""

from agent.task.checks import Check
from agent.task.file import Run, TaskFile, load_task
from agent.task.parts import Display, Interruption, Launch, Limits, TaskStep, WaitFor
from agent.task.sections import Task

__all__ = [
    "Check",
    "Display",
    "Interruption",
    "Launch",
    "Limits",
    "Run",
    "Task",
    "TaskFile",
    "TaskStep",
    "WaitFor",
    "load_task",
]
