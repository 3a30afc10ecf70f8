"""``python -m checker``: the same as the command ``checker``."""

from checker.cli import run

if __name__ == "__main__":
    run()
