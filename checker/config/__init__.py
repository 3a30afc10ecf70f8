"""The configuration: which rules run and how, where, what is known of the sources, which pipeline analyses the text.

It is read from ``checker.toml``, ``.checker.toml`` or the table ``[tool.checker]`` of ``pyproject.toml``, in the folder
given or its nearest ancestor that has one:

    select = ["figures", "quotes"]        # these rules alone; all of them when left out
    extend-select = ["tone"]              # these too
    ignore = ["place"]                    # these not
    rule-paths = ["newsroom_rules"]       # folders with rules of your own, seen from the configuration file
    decisions = "checker-decisions.jsonl" # what editors decided about findings
    baseline = "checker-baseline.jsonl"   # findings that were there before the gate was

    [nlp]
    pipeline = "en_core_web_sm"           # another installed spaCy pipeline with Universal Dependencies labels

    [rules.figures]
    severity = "warning"                  # of its contradictions
    single-source = false                 # no notes on what one origin alone says; other keys: the rule's own

    [per-path."opinion/**"]               # articles below this folder; a pattern without "/" fits any folder
    ignore = ["tone"]
    severity = {figures = "note"}

    [sources."The Example Times"]
    aliases = ["Example Times", "examplet.example"]
    owner = "Example Group"
    kind = "newspaper"

    [policy]
    pack = "bbc"                          # house rules: default, ap, bbc, npr, reuters, or a file of your own

    [policy.clauses.casualty-source]      # what is other in one clause of the pack
    severity = "error"

    [review]                              # only where checker review is to be reached from other machines
    public-url = "https://review.newsroom.example"
    user-header = "X-Forwarded-User"
    proxies = ["10.0.0.5"]
"""

from checker.config.loading import FILE_NAMES, find_config, load_config, read_config
from checker.config.problems import ConfigError, suggest
from checker.config.tables import (
    ClauseSettings,
    Config,
    Nlp,
    PathSettings,
    PolicySettings,
    ReviewSettings,
    RuleSettings,
    SourceSettings,
    Table,
)

__all__ = [
    "FILE_NAMES",
    "ClauseSettings",
    "Config",
    "ConfigError",
    "Nlp",
    "PathSettings",
    "PolicySettings",
    "ReviewSettings",
    "RuleSettings",
    "SourceSettings",
    "Table",
    "find_config",
    "load_config",
    "read_config",
    "suggest",
]
