"""Attempts on the nodes of a Ray cluster (`agent bench --ray`).

The command itself loads nothing of Ray: `carrying` starts the `driver`, a process that is connected with the
cluster and may be killed, which hands orders out to the `nodes`. On each a `station`, an actor, has processes
that carry them out as those of `--jobs` do. What comes of an order comes back as a `parcel`.
"""
