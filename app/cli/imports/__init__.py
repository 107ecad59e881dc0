"""Commands that read articles: import, watch, pre-tag, workbooks that come back."""
