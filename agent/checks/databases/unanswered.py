"""`Unanswered`: why a query has no rows to compare."""


class Unanswered(Exception):
    """Why a query was not answered; fit for a message."""
