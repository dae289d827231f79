"""Slides for PowerPoint: charts it draws itself where it honestly can, shapes where not; the evidence in the notes."""
