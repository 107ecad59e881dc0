"""Articles from documents of other programs.

Web pages, office files, PDFs, letters, exports of channels.
"""
