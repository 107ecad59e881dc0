"""The open session, its edits, actions and jobs: everything the two faces share, without Qt."""
