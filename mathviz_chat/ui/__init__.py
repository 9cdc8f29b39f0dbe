"""What the user sees: everything here consumes events and knows no backend."""
