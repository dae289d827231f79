"""What a chart says and where it stands: a spec becomes a scene, a scene at a width a layout; one file a kind."""
