"""The page as blocks: cuts an article's text into paragraphs, headings and bullets, repaired, with offsets."""

from checker.text.layout import LONGEST_TEXT, lay_out

__all__ = ["LONGEST_TEXT", "lay_out"]
