"""Utterances: what a page asks for, as steps of the embedded model where a rule of English says so."""
