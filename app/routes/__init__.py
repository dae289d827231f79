"""Everything served that is neither a page nor the workbench, and the headers of all of it."""
