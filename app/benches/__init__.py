"""What a workbench shows for a page's query: its controls and its scenes, one file a kind of page."""
