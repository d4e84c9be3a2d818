"""The commands of `mkdocs-plans`, one a module; heavy modules are imported when a command runs."""
