"""People, organisations, places and roles: found by titles, tables and votes, joined inside and across articles."""

from checker.names.held import RoleHeld, roles_of
from checker.names.joining import join_entities
from checker.names.mentions import find_names

__all__ = ["RoleHeld", "find_names", "join_entities", "roles_of"]
