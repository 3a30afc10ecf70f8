"""The page as blocks: cuts an article's text into paragraphs, headings and bullets, repairs it, and keeps the offsets."""

from checker.text.layout import lay_out

__all__ = ["lay_out"]
