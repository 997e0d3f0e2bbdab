"""Live replay: the recorded actions on the real program, without a model.

`ReplayPlayer` stands at the ordinary model seam, so that guard, settling, recorder, checks and verdicts are
those of every run. It replies with the recorded calls, each at the place where its target is now.
"""
