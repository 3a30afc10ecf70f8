"""The tables of the store. Alembic brings a database to them (``migrations/``); a test holds that the two agree.

``decisions`` is the log: rows are added, never changed, and triggers hold the database to it. ``standing`` has, for
each finding ever decided, its last entry of the log; the version it counts is what makes two editors' decisions meet.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# What was looked at: one row for each state of a set of inputs. ``digest`` is of what was read and found, so that the
# same report is the same run; ``inputs`` is of the paths, so that an earlier look at them can be told from others.
runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("inputs", String(64), nullable=False, index=True),
    Column("created", String(20), nullable=False),
    Column("looked", String(20), nullable=False),
    Column("label", Text, nullable=False),
    Column("tool", String(40), nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("article", Text, primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", String(40), nullable=False),
    Column("path", Text, nullable=False),
    Column("digest", String(64), nullable=False),
)

# ``position`` is the finding's place in the order of weight, from nought.
findings = Table(
    "findings",
    metadata,
    Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("fingerprint", String(64), nullable=False),
    Column("question_key", String(64), nullable=False),
    Column("rule", String(100), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("severity", String(20), nullable=False),
    Column("event", String(20), nullable=False),
    Column("question", Text, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("searchable", Text, nullable=False),
    Index(None, "run_id", "fingerprint"),
    Index(None, "run_id", "question_key"),
    # All that findings are counted by, in the order of the counting: nothing but these indexes is then read.
    Index(None, "run_id", "kind", "severity", "rule"),
    Index(None, "run_id", "event", "kind"),
)

# The outlets and the origins of a finding; ``what`` is "outlet" or "origin".
names = Table(
    "names",
    metadata,
    Column("run_id", Integer, primary_key=True),
    Column("what", String(10), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    ForeignKeyConstraint(["run_id", "position"], ["findings.run_id", "findings.position"], ondelete="CASCADE"),
    Index(None, "run_id", "position"),
)

# ``status`` is null where a decision was taken back and the finding is undecided again; ``undoes`` is then, and where
# an older decision came back, the entry that was taken back. ``via`` says how it came in: page, api, import, undo,
# carried (from a finding that is the same, though its fingerprint is another).
decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("question_key", String(64), nullable=False, index=True),
    Column("rule", String(100), nullable=False),
    Column("status", String(20)),
    Column("reason", Text, nullable=False),
    Column("assignee", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("moment", String(20), nullable=False),
    Column("expires", Date),
    Column("question", Text, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("paths", JSON, nullable=False),
    Column("undoes", ForeignKey("decisions.id")),
    Column("via", String(10), nullable=False),
    UniqueConstraint("fingerprint", "version"),
)

standing = Table(
    "standing",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("entry", ForeignKey("decisions.id"), nullable=False),
    Column("question_key", String(64), nullable=False, index=True),
    Column("status", String(20)),
    Column("assignee", Text, nullable=False),
)
