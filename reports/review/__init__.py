"""Editorial review: the report as a local web page where an editor decides, and the store that keeps the decisions.

Unlike the formats beside it this is a program on top of the run and the gate, so it may import both. What it needs
beyond the checker itself (FastAPI, SQLAlchemy, Alembic) is the extra ``review``, and imported by these modules alone.
"""
