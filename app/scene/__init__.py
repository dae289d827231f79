"""What a chart says, before any geometry: one file for each kind, one `Scene` for all of them."""
