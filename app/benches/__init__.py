"""What a workbench shows for a wish: its controls and its scenes, one file a kind of page."""
