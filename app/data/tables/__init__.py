"""The catalog as published tables: the data package, the API and the files of a chart all write these."""
