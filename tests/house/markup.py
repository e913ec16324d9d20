"""Where Textual or rich would read a string as markup, or might: seen in a module's syntax tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from syntax import Found, Source, called, either, imports, option

_LABELS = re.compile(r"textual\.widgets\.(?:Static|Label)")
_KNOWN = {"Static", "Label", "Input", "input", "TextArea", "text_area", "Markdown"}
_TITLES = {"border_title", "border_subtitle", "tooltip", "sub_title"}
_PLAIN = ("textual.content.Content", "textual.content.Content.assemble")


def markup(source: Source) -> Iterator[Found]:
    """Every place of the module where a string is, or may be, read as markup."""
    yield from either(
        called(r".*\.(?:from_markup|from_ansi|render_markup)"),
        imports(r"rich\.(?:markup|markdown|prompt|panel|print)|textual\.markup"),
    )(source)
    for line, name in source.imports:
        if name.startswith("textual.widgets.") and name.split(".")[2] not in _KNOWN:
            yield line, f"{name}: see how it reads its text, then let it be known here"
    for node, name in source.calls:
        if said := _call(node, name):
            yield node.lineno, said
    for node in source.classes:
        yield from _class(source, node)
    yield from _titles(source)


def _call(node: ast.Call, name: str) -> str:
    """What is wrong with a call, ``""`` for nothing."""
    last = name.rpartition(".")[2]
    plain = option(node, "markup") is False
    if name.endswith("Content.from_text") or last == "notify" or _LABELS.fullmatch(name):
        return "" if plain else f"{name}() without markup=False"
    if name == "rich.console.Console":
        off = plain and option(node, "emoji") is False and option(node, "highlight") is False
        return "" if off else "Console() without markup=False, emoji=False, highlight=False"
    if last in ("Hit", "DiscoveryHit") and any(word.arg == "help" for word in node.keywords):
        return f"{name}(help=…)"
    return ""


def _class(source: Source, node: ast.ClassDef) -> Iterator[Found]:
    """A label that does not turn markup off, or a widget that draws a string."""
    begun = [
        call for call in ast.walk(node) if isinstance(call, ast.Call) and ast.unparse(call.func) == "super().__init__"
    ]
    label = any(_LABELS.fullmatch(source.dotted(base)) for base in node.bases)
    if label and not any(option(call, "markup") is False for call in begun):
        yield node.lineno, f"class {node.name} without super().__init__(markup=False)"
    for method in node.body:
        drawn = method.returns if isinstance(method, ast.FunctionDef) and method.name == "render" else None
        if drawn and source.dotted(drawn) in ("str", "?", "textual.app.RenderResult"):
            yield method.lineno, f"{node.name}.render() may give a string"


def _titles(source: Source) -> Iterator[Found]:
    """Titles of boxes and the like set to what is neither a constant nor Content."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Assign | ast.AnnAssign):
            continue
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(target, ast.Attribute) and target.attr in _TITLES and not _fixed(source, node.value):
                yield node.lineno, f"{target.attr} = {ast.unparse(node.value) if node.value else ''}"


def _fixed(source: Source, value: ast.expr | None) -> bool:
    if isinstance(value, ast.IfExp):
        return _fixed(source, value.body) and _fixed(source, value.orelse)
    if isinstance(value, ast.Call):
        return source.dotted(value.func) in _PLAIN
    return value is None or isinstance(value, ast.Constant)
