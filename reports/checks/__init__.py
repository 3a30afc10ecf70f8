"""The formats of a check's outcome, one module each; the module's name is the format's."""
