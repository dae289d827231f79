"""Files to a `Catalog`, or every problem at once with file, line and column."""
