"""What kind of block a line or paragraph is: headline, heading, byline, caption, furniture or running text."""

from __future__ import annotations

import re

from checker.model import BlockKind
from checker.text.furniture import fold, is_furniture, load_cues
from checker.text.words import WORD, reads_like_sentence

# A line that only says when, or where and when. Examples: "19 March 2032", "Published 05:00 19/03/2032", "Oslo, May 3".
DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|date)(?: on)?:? ?)?(?:[^\W\d_][\w.'’ -]{1,40}, ?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?[^\W\d_]{3,9}\.?,? \d{4}|[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})(?:[, ]{1,2}(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?",
    re.IGNORECASE,
)

# A slug of a press release or a section line with its date. Example: "ACME CORP | MEDIA RELEASE | 06/11/2030".
HAS_DATE = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\b\d{1,2} [^\W\d_]{3,9} \d{4}|\b[^\W\d_]{3,9}\.? \d{1,2},? \d{4}"
)

TERMINALS = (".", "!", "?", "…", '."', ".”", ".'", ".’", '!"', "!”", '?"', "?”", ".)", ":", ";", ",")
LONGEST_HEADING = 14
LONGEST_HEADLINE = 26
LONGEST_BYLINE = 25


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence or a lead-in does."""
    return text.endswith(TERMINALS)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote, edited or released, where and when, and nothing else."""
    folded = fold(text)
    words = text.count(" ") + 1
    if words > LONGEST_BYLINE:
        return False
    if DATE_LINE.fullmatch(text.strip(" .|()")):
        return True
    if (
        words <= 12
        and HAS_DATE.search(text)
        and not reads_like_sentence(WORD.findall(text))
        and not text.endswith((":", ","))
    ):
        return True
    if not folded.startswith(load_cues().byline_starts):
        return False
    if folded.startswith(("by ", "source ", "published ", "updated ", "for media", "reported by ")):
        return words <= 9 and not ends_sentence(text) and not reads_like_sentence(WORD.findall(text)[1:])
    return True


def is_caption(text: str) -> bool:
    """Whether a line describes or credits a picture."""
    folded = fold(text).rstrip(".")
    cues = load_cues()
    return folded.startswith(cues.caption_starts) or (len(folded) < 400 and folded.endswith(cues.caption_ends))


def is_heading(text: str, *, unpunctuated: bool) -> bool:
    """Whether a line has the shape of a heading: short, no full stop, no sentence unless a question or capitals."""
    words = WORD.findall(text)
    if not words or len(words) > LONGEST_HEADING:
        return False
    if is_capitals(text):
        return True
    if ends_sentence(text):
        return text.endswith("?") and len(words) <= 10
    first = words[0].casefold()
    if first in {"what", "why", "how", "who", "where", "when"}:
        return True
    if not unpunctuated or len(words) <= 4:
        return True
    return not reads_like_sentence(words) and not (len(words) > 6 and any(w[0].isdigit() for w in words))


def is_name(text: str) -> bool:
    """Whether a line is a person's name alone: two to five capitalised words. Example: "Ana Maria Ruiz"."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(w[0].isupper() for w in words) and not text.isupper() and text[-1].isalpha()


def is_capitals(text: str) -> bool:
    """Whether all the letters are capitals, and there are enough of them to tell."""
    letters = sum(c.isalpha() for c in text)
    return letters >= 4 and text.upper() == text


def is_headline(text: str) -> bool:
    """Whether the first line of the text can be its headline."""
    count = len(WORD.findall(text))
    return 2 <= count <= LONGEST_HEADLINE and not text.endswith((".", ",", ";", ":", ".”", '."'))


def classify(text: str, raw: str) -> BlockKind | None:
    """The kind that a line shows by its own words alone; None for what its place must decide."""
    if is_byline(text):
        return BlockKind.BYLINE
    if is_furniture(text, raw):
        return BlockKind.FURNITURE
    if is_caption(text):
        return BlockKind.CAPTION
    return None
