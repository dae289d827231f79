"""What was published, for good: frozen scenes, drawings and data, and what has changed since."""
