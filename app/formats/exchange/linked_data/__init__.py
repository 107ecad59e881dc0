"""JSON-LD: W3C Web Annotations and ClaimReview."""
