"""Numbers met elsewhere, held against the figures of the data set."""
