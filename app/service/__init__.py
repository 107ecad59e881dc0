"""The open session, its edits, actions and jobs.

Both faces share them; nothing here knows Qt.
"""
