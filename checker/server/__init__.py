"""The language server: what a check finds, shown in an editor while an article is being written."""
