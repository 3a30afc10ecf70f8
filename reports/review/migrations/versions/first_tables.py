"""The first tables: runs with their articles and findings, the log of decisions, and what stands."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The log is added to, never changed: an editor who asks who decided what must be able to rely on it.
KEEP_SQLITE = """
CREATE TRIGGER decisions_keep_{name} BEFORE {what} ON decisions
BEGIN SELECT RAISE(ABORT, 'the log of decisions is only added to'); END
"""
KEEP_POSTGRESQL = """
CREATE FUNCTION decisions_keep() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the log of decisions is only added to'; END $$;
CREATE TRIGGER decisions_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions
FOR EACH STATEMENT EXECUTE FUNCTION decisions_keep();
"""


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("created", sa.String(20), nullable=False),
        sa.Column("looked", sa.String(20), nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("tool", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
        sa.UniqueConstraint("digest", name="uq_runs_digest"),
    )
    op.create_index("ix_runs_inputs", "runs", ["inputs"])
    op.create_table(
        "articles",
        sa.Column("run_id", sa.Integer, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("published", sa.String(40), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("run_id", "article", name="pk_articles"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_articles_run_id_runs", ondelete="CASCADE"),
    )
    op.create_table(
        "findings",
        sa.Column("run_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("question_key", sa.String(64), nullable=False),
        sa.Column("rule", sa.String(100), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("severity", sa.String(20), nullable=False),
        sa.Column("event", sa.String(20), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("searchable", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("run_id", "position", name="pk_findings"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_findings_run_id_runs", ondelete="CASCADE"),
    )
    op.create_index("ix_findings_run_id_fingerprint", "findings", ["run_id", "fingerprint"])
    op.create_index("ix_findings_run_id_question_key", "findings", ["run_id", "question_key"])
    op.create_index("ix_findings_run_id_kind_severity_rule", "findings", ["run_id", "kind", "severity", "rule"])
    op.create_index("ix_findings_run_id_event_kind", "findings", ["run_id", "event", "kind"])
    op.create_table(
        "names",
        sa.Column("run_id", sa.Integer, nullable=False),
        sa.Column("what", sa.String(10), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("run_id", "what", "name", "position", name="pk_names"),
        sa.ForeignKeyConstraint(
            ["run_id", "position"],
            ["findings.run_id", "findings.position"],
            name="fk_names_run_id_findings",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_names_run_id_position", "names", ["run_id", "position"])
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("question_key", sa.String(64), nullable=False),
        sa.Column("rule", sa.String(100), nullable=False),
        sa.Column("status", sa.String(20)),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("assignee", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("moment", sa.String(20), nullable=False),
        sa.Column("expires", sa.Date),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("paths", sa.JSON, nullable=False),
        sa.Column("undoes", sa.Integer),
        sa.Column("via", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sa.UniqueConstraint("fingerprint", "version", name="uq_decisions_fingerprint_version"),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.id"], name="fk_decisions_undoes_decisions"),
    )
    op.create_index("ix_decisions_question_key", "decisions", ["question_key"])
    op.create_table(
        "standing",
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("question_key", sa.String(64), nullable=False),
        sa.Column("status", sa.String(20)),
        sa.Column("assignee", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_standing"),
        sa.ForeignKeyConstraint(["entry"], ["decisions.id"], name="fk_standing_entry_decisions"),
    )
    op.create_index("ix_standing_question_key", "standing", ["question_key"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(KEEP_POSTGRESQL)
    else:
        for what in ("UPDATE", "DELETE"):
            op.execute(KEEP_SQLITE.format(name=what.lower(), what=what))


def downgrade() -> None:
    """Drop the tables, and every decision with them."""
    for name in ("standing", "decisions", "names", "findings", "articles", "runs"):
        op.drop_table(name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION decisions_keep()")
