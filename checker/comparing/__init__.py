"""Comparing: from linked claims to questions and findings."""
