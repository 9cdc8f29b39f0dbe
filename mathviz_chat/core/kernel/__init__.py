"""What decides *proved* and *refuted*: small, exact, readable in an hour."""
