"""Rules for what a verb reports: clauses, infinitives, nouns."""
