"""Typed values, and how two of them compare.

Each module holds one kind of value with its comparison; ``checker.values.compare`` chooses by type.
"""
