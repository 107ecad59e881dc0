"""Text before analysis: tokens, language, site frame, parts."""
