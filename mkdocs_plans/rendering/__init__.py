"""A plan's page in the site as GitHub shows it. The only package that imports Python-Markdown."""

from mkdocs_plans.rendering.anchors import slugs
from mkdocs_plans.rendering.extension import GitHubMarkdown
from mkdocs_plans.rendering.links import Links

__all__ = ["GitHubMarkdown", "Links", "slugs"]
