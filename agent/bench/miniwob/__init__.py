"""MiniWoB++: small web pages in a real Chromium, seen and worked by pixels; reward over its DevTools pipe."""
