"""What the commands do that takes more than a few lines."""
