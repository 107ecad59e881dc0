"""What is kept beside articles: settings, note drafts, label schemes, taught names."""
