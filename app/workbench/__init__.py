"""The Dash app: one panel that starts in a page at first intent and takes over what the server wrote there."""
