"""Text in code points: tokens, sentences, word boundaries, stems, UTF-16, word lists."""
