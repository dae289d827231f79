"""The board: every figure on one screen, one module a panel; a panel is what it shows and the template beside it."""
