"""Small parts that every widget uses: words, plain text, signals, panes."""
