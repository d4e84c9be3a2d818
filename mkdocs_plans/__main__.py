"""`python -m mkdocs_plans`, for where the command itself is not on the path."""

from mkdocs_plans.cli import main

if __name__ == "__main__":
    main(prog_name="mkdocs-plans")
