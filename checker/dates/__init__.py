"""Time expressions of English news: found, read, and resolved against the article's date and the text around.

``find_times`` is the way in; ``zone_of`` gives the time zone of a dateline.
"""

from checker.dates.finding import TimeMention, find_times
from checker.dates.zones import zone_of

__all__ = ["TimeMention", "find_times", "zone_of"]
