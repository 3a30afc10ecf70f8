"""Linking: which articles are about one event, and which claims answer one question."""
