"""Write the table of country names that ships with ``checker.names`` from the CLDR data that Babel carries.

Run ``python scripts/build_places.py`` after a new Babel; the table is committed, so nothing needs Babel's data at run
time to know that Oman is a country. Capitals, demonyms and further names are kept by hand in ``countries.tsv``.
"""

from __future__ import annotations

from pathlib import Path

import babel
from babel import Locale

TARGET = Path(__file__).resolve().parent.parent / "checker" / "names" / "data" / "territories.tsv"
LEFT_OUT = ("AQ", "BV", "CP", "HM", "QO", "UM", "XA", "XB", "ZZ", "EZ", "UN", "DG", "AC", "TA", "CQ")


def read_territories() -> dict[str, str]:
    """ISO 3166 code to English name, for countries and dependent territories."""
    names = Locale("en").territories
    return {code: names[code] for code in sorted(names) if len(code) == 2 and code.isalpha() and code not in LEFT_OUT}


def main() -> None:
    """Write the table."""
    lines = [
        "# Country and territory names in English: ISO 3166 code, name. From Unicode CLDR (Unicode License v3)",
        f"# through Babel {babel.__version__}. Written by scripts/build_places.py; do not edit.",
    ]
    lines += [f"{code}\t{name}" for code, name in read_territories().items()]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
