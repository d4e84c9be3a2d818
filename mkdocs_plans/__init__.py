"""Plans kept in git, as a part of the team's MkDocs site.

The names below are the public API, with the options of mkdocs.yml, the command line and the schema of plans.json.
"""

from mkdocs_plans.model import Catalogue, Document, Finding, Plan, Severity, Stage, Status

__version__ = "0.1.0"

__all__ = ["Catalogue", "Document", "Finding", "Plan", "Severity", "Stage", "Status"]
