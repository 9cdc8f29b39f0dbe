"""Pictures drawn: as text for a terminal by plotille, into a file by matplotlib."""
