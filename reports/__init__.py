"""Output formats, one module each; a format exists because its module holds a ``FORMAT`` record.

Modules without one hold what the formats share.
"""
