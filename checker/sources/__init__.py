"""Sources: outlets, the origins behind claims, and what the report says of them."""
