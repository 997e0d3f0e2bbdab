"""Weakened checks: does an audit find each check that was weakened, and name the steps behind it?"""
