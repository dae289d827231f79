"""Stories, briefs and single charts as slides: one deck that the stage, PowerPoint and print read."""
