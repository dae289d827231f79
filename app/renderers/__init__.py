"""Thin writers: `svg` `plotly` `png` read a layout; `table` `words` and the files read a scene."""
