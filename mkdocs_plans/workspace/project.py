"""mkdocs.yml without MkDocs, for the command line: its settings about files, and the options of the plans plugin.

Nothing that the file names is imported or run, so it can be read where the site's own plugins are not installed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import yaml
from mergedeep import merge  # type: ignore[import-untyped]
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from mkdocs_plans.options.paths import slashed

# ProperDocs prefers its own name: https://github.com/properdocs/properdocs
FILE_NAMES = ("properdocs.yml", "mkdocs.yml", "mkdocs.yaml")
PLUGIN = "plans"
# With a slash it is never one of the theme: https://www.mkdocs.org/user-guide/configuration/#plugins
_PLUGIN_NAMES = (PLUGIN, f"/{PLUGIN}")


class ProjectError(ValueError):
    """A configuration file that cannot be used; the message is one line that names the file."""


@dataclass(frozen=True, slots=True)
class Project:
    """A configuration file, as far as the core needs it.

    Attributes:
        file: The configuration file.
        docs_dir: The folder of the site's own files; it exists.
        site_dir: The folder that the site is built in.
        options: The options of the plans plugin, unchecked; empty where the file does not list the plugin.
        lists_plugin: Whether the file lists the plugin.
        exclude_docs: Gitignore-style patterns of files that are not part of the site, one a line.
        draft_docs: The same for files that only `serve` shows.
        directory_urls: Whether `a.md` becomes `a/` rather than `a.html`.
        language: The theme's language.
    """

    file: Path
    docs_dir: Path
    site_dir: Path
    options: Mapping[str, object] = field(default_factory=dict)
    lists_plugin: bool = False
    exclude_docs: str = ""
    draft_docs: str = ""
    directory_urls: bool = True
    language: str = "en"

    @property
    def root(self) -> Path:
        """The folder that paths of files start from: that of the configuration file, or `root`."""
        root = self.options.get("root")
        return _place(self.file.parent, slashed(root)) if isinstance(root, str) else self.file.parent


def find(start: Path, names: Sequence[str] = FILE_NAMES) -> Path | None:
    """The configuration file in a folder or the nearest one above it, up to the top of the git repository."""
    for folder in (start, *start.parents):
        for name in names:
            if (folder / name).is_file():
                return folder / name
        if (folder / ".git").exists():
            return None
    return None


def read(file: Path) -> Project:
    """Read a configuration file with what it inherits from.

    Raises:
        ProjectError: where a file is missing, is not YAML or not a mapping, where docs_dir or root is not a folder, or
            where the plugin is listed twice, or beside its options.
    """
    config = _load(file.absolute(), ())
    root = file.absolute().parent
    docs_dir = _place(root, _text(config, "docs_dir", "docs"))
    if not docs_dir.is_dir():
        raise ProjectError(f'{file}: docs_dir: there is no folder "{docs_dir}"; create it, or correct the path')
    listed = [options for name, options in _named(config.get("plugins"), file) if name in _PLUGIN_NAMES]
    found = Project(
        file=file.absolute(),
        docs_dir=docs_dir,
        site_dir=_place(root, _text(config, "site_dir", "site")),
        options=_plugin_options(listed, file),
        lists_plugin=bool(listed),
        exclude_docs=_text(config, "exclude_docs", ""),
        draft_docs=_text(config, "draft_docs", ""),
        directory_urls=config.get("use_directory_urls") is not False,
        language=_language(config.get("theme")),
    )
    if not found.root.is_dir():
        raise ProjectError(f'{file}: root: there is no folder "{found.root}"; correct the path')
    return found


class _Loader(yaml.SafeLoader):
    """YAML with `!ENV`; other tags (`!!python/name:…`, `!relative`) do not matter here."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def _load(file: Path, heirs: tuple[Path, ...]) -> dict[str, Any]:
    """A file merged over those that it inherits from, as MkDocs does."""
    if file in heirs:
        raise ProjectError(f"{heirs[0]}: INHERIT: {file} inherits from itself; remove one INHERIT")
    try:
        with file.open("rb") as stream:
            config = _parse(stream, file)
    except OSError as error:
        raise ProjectError(f"{file}: cannot be read ({error.strerror or type(error).__name__})") from None
    parent = config.pop("INHERIT", None)
    if not isinstance(parent, str):
        return config
    elder = _place(file.parent, parent)
    merged: dict[str, Any] = merge(_load(elder, (*heirs, file)), config)
    return merged


def _parse(stream: IO[bytes], file: Path) -> dict[str, Any]:
    try:
        config = yaml.load(stream, Loader=_Loader)  # noqa: S506  (a SafeLoader, see above)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or type(error).__name__
        raise ProjectError(f"{file}{line}: is not valid YAML ({problem})") from None
    except (ValueError, RecursionError) as error:
        # PyYAML lets both through: a date such as 2026-13-40, and nesting too deep for it.
        raise ProjectError(f"{file}: is not valid YAML ({error})") from None
    if config is None:
        return {}
    if not isinstance(config, dict):
        raise ProjectError(f"{file}: expected a mapping (`name: value`), not a {type(config).__name__}")
    return config


def _text(config: Mapping[str, Any], key: str, default: str) -> str:
    value = config.get(key)
    return value if isinstance(value, str) and value else default


def _place(root: Path, path: str) -> Path:
    """A path relative to a folder, without `..`, so its text tells what is below it."""
    return Path(os.path.normpath(root / path))


def _plugin_options(listed: Sequence[object], file: Path) -> Mapping[str, object]:
    """The options of the entry that counts; `enabled` is MkDocs' own, and disabled entries are left out."""
    wrong = [options for options in listed if options is not None and not isinstance(options, Mapping)]
    if wrong:
        raise ProjectError(f"{file}: plugins: {PLUGIN}: expected a mapping (`option: value`), not {wrong[0]!r}")
    given = [options if isinstance(options, Mapping) else {} for options in listed]
    enabled = [options for options in given if options.get("enabled") is not False]
    if len(enabled) > 1:
        raise ProjectError(
            f"{file}: {PLUGIN}: the plugin is listed twice; list it once, and give each team its own"
            " entry under `sources`, with its own label and template"
        )
    counts = (*enabled, *given, {})[0]
    return {str(key): value for key, value in counts.items() if key != "enabled"}


def _named(plugins: object, file: Path) -> list[tuple[object, object]]:
    """Each plugin with its options, whether plugins are a list or a mapping."""
    if isinstance(plugins, Mapping):
        return list(plugins.items())
    if plugins is not None and not isinstance(plugins, list):
        raise ProjectError(f"{file}: plugins: expected a list, not {plugins!r}")
    named: list[tuple[object, object]] = []
    for item in plugins or ():
        options = dict(item) if isinstance(item, Mapping) else {item: None}
        beside = [name for name in options if name not in _PLUGIN_NAMES]
        # The most frequent mistake; MkDocs says no more than "Invalid Plugins configuration".
        if beside and len(beside) < len(options):
            raise ProjectError(
                f'{file}: plugins: "{beside[0]}" is beside "{PLUGIN}", not below it;'
                " indent options further than the plugin, and begin another plugin with a dash of its own"
            )
        named += options.items()
    return named


def _language(theme: object) -> str:
    """The theme's language: Material calls the option `language`, MkDocs' own themes `locale`."""
    if not isinstance(theme, Mapping):
        return "en"
    return _text(theme, "language", "") or _text(theme, "locale", "en")
