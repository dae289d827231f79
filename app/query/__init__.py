"""The catalog and the reader's wish become rows."""
