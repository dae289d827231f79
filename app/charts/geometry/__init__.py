"""A scene and a width become places: ticks, label boxes, marks. Deterministic; nothing overlaps."""
