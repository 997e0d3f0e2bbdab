"""`Library  deskhand` of Robot Framework, which finds the class by the module's name."""

from agent.robot.library import RobotLibrary as deskhand  # noqa: N813  (as Robot wants it)

__all__ = ["deskhand"]
