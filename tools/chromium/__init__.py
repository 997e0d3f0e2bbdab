"""Chromium: started, and asked over its DevTools pipe, which no other program can reach."""
