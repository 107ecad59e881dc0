"""The pages of the ledger: claims, suggestions to join, scales, time line."""
