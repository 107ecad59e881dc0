"""Text before any analysis: tokens, language, the site frame, parts of long texts."""
