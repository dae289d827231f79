"""Observations resolved: the frame, what is selected from it, and what may stand together."""
