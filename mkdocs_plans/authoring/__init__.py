"""Plans written and changed: new ones, missing sections, statuses; files whole or not at all."""
