"""The page as blocks: cuts an article's text into paragraphs, headings and bullets, repaired, with offsets."""

from checker.text.layout import lay_out

__all__ = ["lay_out"]
