"""The Beijing Innovation Dashboard: curated newspaper figures, honest about what they are."""
