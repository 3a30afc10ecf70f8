"""``python -m checker``: the same as the command ``checker``."""

from checker.cli import main

if __name__ == "__main__":
    main()
