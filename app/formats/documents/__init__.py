"""Articles from documents of other programs: web pages, office files, PDFs, letters, exports of channels."""
