"""Every guard is needed: with it taken out, the case that it is there for fails."""

from __future__ import annotations

import re
import sys
from itertools import count

import jinja2
import pytest

from mkdocs_plans.checks.silence import by_file
from mkdocs_plans.reading import frontmatter, read
from mkdocs_plans.rendering import markup, stages
from mkdocs_plans.settings import Settings
from tests.hostile import fields
from tests.hostile.markup import MARKUP, SITE_MARKUP
from tests.hostile.reading_html import breaks_out, what_runs
from tests.rendering.support import BARE, FULL, page
from tests.support import catalogue, plan


class Everything:
    """A set that has whatever it is asked for."""

    def __contains__(self, _):
        return True


ANYTHING = re.compile(r".*", re.DOTALL)
NOTHING = re.compile(r"(?!)")
MARKUP_ROOM = "mkdocs_plans.rendering.markup"
MARKDOWN_COMMENTS = re.compile(markup._TOKEN.pattern.replace(markup._COMMENT, "(?P<comment><!--.*?-->)"), re.DOTALL)

ONLY_BEGINNINGS = re.compile(markup._TOKEN.pattern.replace(markup._OPENER, "(?P<opener><(?=[A-Za-z/!?]))"), re.DOTALL)


def take_out(monkeypatch, name, without):
    """Put something else in the place of a guard; some modules have the name of a function in their package."""
    room, _, own = name.rpartition(".")
    if room in sys.modules:
        monkeypatch.setattr(sys.modules[room], own, without)
    else:
        monkeypatch.setattr(name, without)


def harms(text, extensions=FULL):
    html = page(f"{text}\n\nThe end.\n", extensions)
    return bool(what_runs(html)) or breaks_out(html)


# The guard: what it is, the names that hold it with what stands for each without it, and the case.
OF_PAGES = [
    ("tags are allowed by name", {f"{MARKUP_ROOM}._ALLOWED": Everything(), f"{MARKUP_ROOM}._SHOWN_AS_TEXT": ()}, "a script"),
    ("handlers are left out", {"mkdocs_plans.rendering.attributes._harmless": lambda text, _: re.findall(r"(\w+)=([^\s>]+)", text)}, "a handler of an element that is allowed"),
    ("comments end where browsers end them", {f"{MARKUP_ROOM}._TOKEN": MARKDOWN_COMMENTS, f"{MARKUP_ROOM}._WHOLE_COMMENT": ANYTHING}, "a comment that ends with a bang"),
    ("end tags must end something", {f"{MARKUP_ROOM}.Markup._end": lambda _, name: f"</{name}>"}, "end tags in a list"),
    ("what is open is closed", {f"{MARKUP_ROOM}.Markup.leave": lambda markup: str(markup._open.pop())[:0]}, "tags without an end"),
    ("a table ends where it cannot go on", {f"{MARKUP_ROOM}.Markup.enter": lambda markup: str(markup._open.append([]) or "")}, "a table of Markdown in a table"),
    ("beginnings of tags are text", {f"{MARKUP_ROOM}._text": lambda tail: tail}, "a tag that does not end"),
    ("what is no tag is text", {f"{MARKUP_ROOM}._TOKEN": ONLY_BEGINNINGS}, "the halves of a tag"),
    ("dangerous links lead nowhere", {"mkdocs_plans.rendering.inline.is_dangerous": lambda _: False}, "a link to a page in a link"),
    ("dangerous raw links as well", {"mkdocs_plans.rendering.attributes.is_dangerous": lambda _: False}, "a raw link to a script"),
    ("what browsers overlook is overlooked", {"mkdocs_plans.rendering.links._OVERLOOKED": NOTHING}, "a raw link to a script, with a tab"),
    ("the site's Markdown is looked through", {"mkdocs_plans.rendering.stages.harmless": lambda html: html}, "an admonition"),
    ("and its tags are balanced", {f"{MARKUP_ROOM}.Markup.keep": lambda _, match: markup._harmless(match)}, "end tags in the site's Markdown"),
    ("so that what is open is closed", {f"{MARKUP_ROOM}.Markup.keep": lambda _, match: markup._harmless(match)}, "tags without an end in the site's Markdown"),
    ("attribute lists make a page mixed", {"mkdocs_plans.rendering.page._ATTRIBUTE_LIST": NOTHING}, "an attribute list of a link"),
    ("entities may hide them", {"mkdocs_plans.rendering.page.unescape": lambda text: text}, "an attribute list behind an entity"),
    ("active elements are text", {f"{MARKUP_ROOM}._RUNS": ()}, "a script with Markdown in it"),
]  # fmt: skip
CASES = {**MARKUP, **SITE_MARKUP}


@pytest.mark.parametrize(("patches", "case"), [each[1:] for each in OF_PAGES], ids=[each[0] for each in OF_PAGES])
def test_guards_of_pages(monkeypatch, patches, case):
    assert not harms(CASES[case])
    for name, without in patches.items():
        take_out(monkeypatch, name, without)
    assert harms(CASES[case])


def nested(text):
    """Whether a page comes to be, as deep as its text is."""
    try:
        return bool(page(text, FULL))
    except RecursionError:
        return False


def rules(text):
    return {defect.rule for defect in read(text.encode(), Settings()).defects}


# What lines of headers say is remembered, so a line must differ each time.
_NUMBERS = count()

# The guard, the name that holds it, what stands for it without, and what holds with it alone.
OF_LIMITS = [
    ("the depth of a page", "mkdocs_plans.rendering.canvas._DEEPEST", 10**6, lambda: nested(">" * 2_000 + " a")),
    ("the depth of a region", "mkdocs_plans.rendering.stages.Place._read_region", stages.Place._parse, lambda: nested("<div markdown>\n" + "- " * 1_000 + "a\n</div>")),
    ("the size of a region", "mkdocs_plans.rendering.regions.too_complex_for_python_markdown", lambda _: False, lambda: "<h1" not in page("!!! note\n" + "    # a\n" * 600, FULL)),
    ("the brackets of a paragraph", "mkdocs_plans.rendering.page.too_complex", lambda _: None, lambda: page("[" * 5_001, BARE).startswith("<pre>")),
    ("the finding of it", "mkdocs_plans.reading.too_complex", lambda _: None, lambda: "too-complex" in rules("[" * 5_001)),
    ("the length of a file", "mkdocs_plans.reading.MOST_CHARACTERS", 10**9, lambda: read(b"a\n" * 500_001, Settings()).is_cut),
    ("the depth of YAML", "mkdocs_plans.reading.yaml_data.MAX_DEPTH", 10**6, lambda: rules(f"---\na: {'[' * 50}{']' * 50}\n---\n") == {"front-matter-invalid"}),
    ("the length of YAML", "mkdocs_plans.reading.frontmatter.MAX_CHARACTERS", 10**9, lambda: frontmatter.split(f"---\na: {'b' * 64_000}\n---\n").defects),
    ("the ids of a text", "mkdocs_plans.reading.mentions.MOST", 10**6, lambda: len(read("".join(f"A-{number}\n" for number in range(2_000)).encode(), Settings()).mentions) < 1_000),
    ("the references of a field", "mkdocs_plans.reading.references.MOST", 10**6, lambda: len(read(f"# A\n\n**Depends on**: {'A-1, ' * 500}A-{next(_NUMBERS)}\n".encode(), Settings()).fields[0].references) < 200),
    ("the fields of a header", "mkdocs_plans.reading.header.MAX_FIELDS", 10**6, lambda: len(read(f"# A\n\n{'**Owner**: a | ' * 500}\n".encode(), Settings()).fields) < 300),
    ("the lines of a header", "mkdocs_plans.reading.header.MAX_LINES", 10**6, lambda: len(read(b"# A\n" + b"\n**Owner**: a" * 150, Settings()).fields) < 100),
    ("the suppressions of a file", "mkdocs_plans.checks.silence.MOST_IN_A_FILE", 10**6, lambda: _suppressions() < 1_000),
]  # fmt: skip


def _suppressions():
    found = by_file(catalogue({"specs/a/plan.md": "# A\n\n" + "<!-- plans-disable x -->\n" * 1_500}))
    return sum(map(len, found.values()))


@pytest.mark.parametrize(
    ("name", "without", "holds"), [each[1:] for each in OF_LIMITS], ids=[each[0] for each in OF_LIMITS]
)
def test_guards_of_work(monkeypatch, name, without, holds):
    assert holds()
    take_out(monkeypatch, name, without)
    assert not holds()


def _named_badly(site):
    site.plan("<svg onload=alert(1)>", f"# {fields.bad('title')}\n\n**Owner**: {fields.bad('owner')}\n")
    site.write("docs/specs/<svg onload=alert(1)>/spec.md", "---\ntitle: <svg onload=alert(1)>\n---\n\n# Spec\n")


def _is_text(site):
    built = site.build()
    pages = (page.read_text(encoding="utf-8") for page in built.folder.rglob("*.html"))
    return built.failure is None and not any("<svg onload" in page for page in pages)


def _is_built(site):
    try:
        return site.build().failure is None
    except (OSError, UnicodeError, ValueError):
        return False


def _shows(title):
    return lambda site: _is_built(site) and title in str(site.build().board())


def _lead_out(site):
    site.options["sources"] = ["specs"]
    site.write("outside/plan.md", plan("Secret"))
    site.write("specs/012-login/plan.md", plan())
    (site.folder / "specs/012-login/out").symlink_to(site.folder / "outside")
    (site.folder / "specs/012-login/b.plan.md").symlink_to(site.folder / "outside/plan.md")


def _keeps_out(site):
    return "Secret" not in str(site.build().board())


# The guard, the name that holds it, what stands for it without, what is written, and what holds with it alone.
OF_BUILDS = [
    ("templates escape", "mkdocs_plans.views.Environment", lambda **options: jinja2.Environment(**{**options, "autoescape": False}), _named_badly, _is_text),
    ("titles are escaped", "mkdocs_plans.building.pages.entitle", lambda page, title: page.meta.update(title=title), _named_badly, _is_text),
    ("front matter is escaped", "mkdocs_plans.building.meta.escaped", str, _named_badly, _is_text),
    ("names of folders are escaped", "mkdocs_plans.building.nav.escape_folders", lambda _: None, _named_badly, _is_text),
    ("front matter is tamed", "mkdocs_plans.building.meta.tame", lambda *_: None, lambda site: site.plan("a", "---\ntemplate: x.html\n---\n# A\n"), _is_built),
    ("broken texts are mended", "mkdocs_plans.building.bringing.use_readable_copies", lambda *_: None, lambda site: site.plan("a", "# Вход".encode("cp1251")), _is_built),
    ("patterns see one line", "mkdocs_plans.patterns.fold", str.casefold, lambda site: site.plan("a\nb", plan()), _shows("Login")),
    ("links out are not followed", "mkdocs_plans.discovery.walking._is_walked", lambda *_: True, _lead_out, _keeps_out),
    ("links to files outside are not followed", "mkdocs_plans.discovery.walking._stays", lambda *_: True, _lead_out, _keeps_out),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "without", "write", "holds"), [each[1:] for each in OF_BUILDS], ids=[each[0] for each in OF_BUILDS]
)
def test_guards_of_builds(monkeypatch, site, name, without, write, holds):
    write(site)
    assert holds(site)
    take_out(monkeypatch, name, without)
    assert not holds(site)
