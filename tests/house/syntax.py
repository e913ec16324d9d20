"""What a module does, read from its syntax tree: its imports and calls under their full names, and what they open."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cached_property

Found = tuple[int, str]


class Source:
    """One module: its tree, and what its names mean by its imports (``from os import system`` makes ``os.system``)."""

    def __init__(self, text: str) -> None:
        self.tree = ast.parse(text)

    @cached_property
    def imports(self) -> list[Found]:
        """Every import, as (line, full dotted name)."""
        found = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [(node.lineno, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
        return found

    @cached_property
    def meanings(self) -> dict[str, str]:
        """What the imported names stand for."""
        meant = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                meant.update({alias.asname: alias.name for alias in node.names if alias.asname})
            elif isinstance(node, ast.ImportFrom):
                meant.update({alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names})
        return meant

    @cached_property
    def calls(self) -> list[tuple[ast.Call, str]]:
        """Every call with the dotted name of what is called; ``?`` stands for a value."""
        return [(node, self.dotted(node.func)) for node in ast.walk(self.tree) if isinstance(node, ast.Call)]

    @cached_property
    def classes(self) -> list[ast.ClassDef]:
        """Every class."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef)]

    def dotted(self, node: ast.expr) -> str:
        """The full dotted name of an expression, as far as imports tell it."""
        if isinstance(node, ast.Name):
            return self.meanings.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            return f"{self.dotted(node.value)}.{node.attr}"
        return "?"


Sees = Callable[[Source], Iterator[Found]]


def imports(pattern: str) -> Sees:
    """Sees imports of a module, or of anything in it."""
    wanted = re.compile(rf"(?:{pattern})(?:\..+)?")

    def sees(source: Source) -> Iterator[Found]:
        yield from ((line, name) for line, name in source.imports if wanted.fullmatch(name))

    return sees


def called(pattern: str) -> Sees:
    """Sees calls of a dotted name."""
    wanted = re.compile(pattern)

    def sees(source: Source) -> Iterator[Found]:
        yield from ((node.lineno, f"{name}()") for node, name in source.calls if wanted.fullmatch(name))

    return sees


def either(*several: Sees) -> Sees:
    """Sees what any of them sees."""

    def sees(source: Source) -> Iterator[Found]:
        for one in several:
            yield from one(source)

    return sees


def option(node: ast.Call, name: str) -> object:
    """The constant that a call is given by name; None when it is not, or is no constant."""
    given = next((keyword.value for keyword in node.keywords if keyword.arg == name), None)
    return given.value if isinstance(given, ast.Constant) else None


def shell(source: Source) -> Iterator[Found]:
    """Any call with ``shell=`` something that may be true."""
    for node, name in source.calls:
        if any(keyword.arg == "shell" for keyword in node.keywords) and option(node, "shell") is not False:
            yield node.lineno, f"{name}(shell=…)"


_MODE = re.compile(r"[rwaxbt+]{1,4}")


def _opened(source: Source) -> Iterator[tuple[int, str, str]]:
    """Files that are opened: (line, what, mode)."""
    for node, name in source.calls:
        plain = name in ("open", "io.open", "os.fdopen")
        if not plain and not name.endswith(".open"):
            continue
        place = node.args[1:2] if plain else node.args[:1]
        mode = place[0].value if place and isinstance(place[0], ast.Constant) else option(node, "mode")
        if plain or (isinstance(mode, str) and _MODE.fullmatch(mode)):
            yield node.lineno, f"{name}({mode or ''})", str(mode or "r")


def reads(source: Source) -> Iterator[Found]:
    """Files opened or read by name."""
    yield from ((line, what) for line, what, mode in _opened(source) if not set(mode) & set("wax+"))
    yield from called(r"(?!reader\.).+\.read_(?:text|bytes)")(source)


_WRITERS = (
    r"os\.(?:open|replace|rename|remove|unlink|link|symlink|write|truncate|mkfifo)|tempfile\..+"
    r"|.+\.(?:write_text|write_bytes|touch|symlink_to|hardlink_to)|shutil\.(?:copy|move|rmtree|make_archive|unpack).*"
)


def writes(source: Source) -> Iterator[Found]:
    """Files opened for writing, made, moved or removed."""
    yield from ((line, what) for line, what, mode in _opened(source) if set(mode) & set("wax+"))
    yield from called(_WRITERS)(source)


def xml(source: Source) -> Iterator[Found]:
    """Parsers that would load entities, DTDs or the network, or read without bounds; parsing without a parser named."""
    for node, name in source.calls:
        method = name.rpartition(".")[2]
        if option(node, "huge_tree") is True:
            yield node.lineno, f"{name}(huge_tree=True)"
        if method in ("HTMLParser", "XMLParser", "XMLPullParser", "iterparse") and not _closed(node, method):
            yield node.lineno, f"{name}() without resolve_entities=False, no_network=True"
        if re.fullmatch(r"lxml\.(?:etree|html)\.(?:\w*fromstring|XML|HTML|parse)", name) and not any(
            keyword.arg == "parser" for keyword in node.keywords
        ):
            yield node.lineno, f"{name}() without parser="


def _closed(node: ast.Call, method: str) -> bool:
    return option(node, "no_network") is True and (method == "HTMLParser" or option(node, "resolve_entities") is False)
