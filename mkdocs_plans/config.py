"""The options of mkdocs.yml as MkDocs sees them, and what its other settings mean for plans.

Which values each option takes is defined once, in `options.READERS`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from mkdocs_plans import options
from mkdocs_plans.building.bringing import Generator
from mkdocs_plans.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig

# Not None, which is the value of a page that is switched off.
_ABSENT: Final = object()


class _Option(BaseConfigOption[Any]):
    """An option that the core checks."""

    def __init__(self) -> None:
        super().__init__()
        self.default = _ABSENT

    # MkDocs stops validating at the first mistake, but not in this step before it:
    # https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/config/base.py#L181-L213
    def pre_validation(self, config: Config, key_name: str) -> None:
        value = config[key_name]
        if value is None or value is _ABSENT:
            config[key_name] = _ABSENT
            return
        try:
            config[key_name] = options.READERS[key_name](value)
        except options.OptionError as error:
            raise ValidationError("; ".join(error.mistakes)) from None


class PlansConfig(Config):
    """Every key is optional; an absent one has the default of `Settings`."""

    include = _Option()
    exclude = _Option()
    sources = _Option()
    root = _Option()
    index = _Option()
    board = _Option()
    export = _Option()
    nav = _Option()
    template = _Option()
    sections = _Option()
    statuses = _Option()
    labels = _Option()
    folders = _Option()
    owners = _Option()
    rules = _Option()
    header = _Option()
    show_findings = _Option()
    stale_after = _Option()
    github_markdown = _Option()
    language = _Option()
    words = _Option()

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check the options; an unknown one is a mistake, not only a warning as in MkDocs."""
        mistakes, warnings = super().validate()
        unknown = [name for name in self if name not in options.READERS]
        mistakes += [(name, ValidationError(options.no_such_option(name))) for name in unknown]
        if not mistakes:
            wrong = options.contradictions(self.to_settings("en"))
            mistakes = [(name, ValidationError(mistake)) for name, mistake in wrong]
        return mistakes, [warning for warning in warnings if warning[0] not in unknown]

    def to_settings(self, language: str) -> Settings:
        """The checked options; `language` is the theme's, used where the team sets none."""
        given = {name: value for name, value in self.items() if value is not _ABSENT}
        return Settings(**({"language": language} | given))


def language(config: MkDocsConfig) -> str:
    """The theme's language: Material calls the option `language`, the built-in themes `locale`."""
    return str(config.theme.get("language") or config.theme.get("locale") or "en")


def language_folder(config: MkDocsConfig) -> str:
    """The folder for the pages of this language, where i18n builds the site once for each."""
    i18n = config.plugins.get("i18n")
    return "" if getattr(i18n, "is_default_language_build", True) else str(getattr(i18n, "current_language", ""))


def root(config: MkDocsConfig, settings: Settings) -> Path:
    """The folder from which paths count: that of mkdocs.yml, or the option `root`."""
    found = (Path(config.config_file_path or "mkdocs.yml").resolve().parent / settings.root).resolve()
    if not found.is_dir():
        raise PluginError(f'plans: root: there is no folder "{settings.root}"; correct the path')
    return found


def generator(config: MkDocsConfig) -> Generator:
    """How MkDocs makes files."""

    def made(place: str, location: str) -> File:
        return File.generated(config, place, abs_src_path=location, inclusion=InclusionLevel.INCLUDED)

    def of_docs(file: File) -> File:
        # i18n accepts only pages in docs_dir, and makes new files of them: see `Brought.restore`.
        place, directories = file.src_uri, config.use_directory_urls
        return File(place, config.docs_dir, config.site_dir, directories, inclusion=file.inclusion)

    return Generator(config.docs_dir, config.site_dir, made, of_docs if "i18n" in config.plugins else lambda file: file)


def watch(config: MkDocsConfig, paths: Iterable[str]) -> None:
    """Add paths for `serve` to watch, besides docs_dir; `on_config` may run more than once on one configuration."""
    config.watch.extend(path for path in paths if path not in config.watch)
