"""What exchange formats share: marks and links, offsets, tokens, files in folders and zips, safe JSON and XML."""
