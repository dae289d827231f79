"""How values and periods are written: labels, scale words, periods, in Chinese and in English, in parts."""
