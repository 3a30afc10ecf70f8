"""The rules: one module per kind of claim. A rule exists because its file exists."""
