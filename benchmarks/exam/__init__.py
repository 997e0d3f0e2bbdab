"""Exam of the embedded model on stills: one step on one picture; does its first act go to the right place?"""
