"""Attribution: who says what, through whom; quotations and the outlets that an article credits."""

from checker.attribution.chain import attribute, credited_outlets
from checker.attribution.credits import Credit
from checker.attribution.quotations import find_quotes

__all__ = ["Credit", "attribute", "credited_outlets", "find_quotes"]
