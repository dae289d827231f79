"""Everything on the site found by name, pinyin, English word or number; in memory, no service."""
