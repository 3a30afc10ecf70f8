"""Numbers, money, shares, measures and ranks in English news text, as typed values with their wording.

``find_quantities(text)`` is all that other packages need. The grammar reads tokens from left to right: a figure
(``numerals``, ``shares``, ``ranks``), its unit (``units``), a second figure (``ranges``), and the words that bound it
(``wording``); ``guards`` keeps out names, codes, dates and numbering. Word lists are in ``data/``.
"""

from checker.quantities.finding import QuantityMention, find_quantities

__all__ = ["QuantityMention", "find_quantities"]
