"""What exchange formats share.

Marks and links, offsets, tokens, files in folders and zips, safe JSON and XML.
"""
