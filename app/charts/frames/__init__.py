"""What is set around a drawing: its words for a picture, a frame in an article, a slide of the stage."""
