"""From drafts to the list of claims: merging, roles, attributes."""
