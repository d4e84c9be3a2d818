"""Plans kept in git, as a part of the team's MkDocs site."""

__version__ = "0.1.0"
