"""How a chart and a single figure are cited, one format a file."""
