"""Standards as data: the house rules of a newsroom, each clause with its reference, and the checks that hold them.

A pack is a file of clauses. Each clause says in its own words what is asked, where that is written, and which check
holds it with which settings. A finding that a clause asks for names the clause, and says what would clear it.
"""
