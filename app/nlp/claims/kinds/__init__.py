"""The kind of a claim: statement, demand, promise or forecast."""
