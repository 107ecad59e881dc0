"""Rules for claims in Kazakh, by endings and word order."""
