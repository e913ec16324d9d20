"""Which words of code are what: keywords, names, texts, figures, comments; for code whose language the page names.

Pygments, which comes with rich, takes 30 ms to load and may be slow on code that is made to be: call this outside the
UI thread.
"""

from __future__ import annotations

from time import thread_time

from reader.model import Article, Block, BlockKind

__all__ = ["code_spans"]

LARGEST = 20_000
"""Characters of a block; a longer one stays plain."""
MOST = 100_000
"""Characters of all code of an article that is looked at."""
LONGEST_LINE = 1_000
"""A line that is longer was not written by a person."""

SECONDS = 1.0
"""CPU for all code of an article: some lexers take the square of the length of what is made for it."""

_LANGUAGES = (
    " bash c cpp csharp css diff docker elixir erlang go haskell html ini java javascript json kotlin lisp lua makefile"
    " objective-c perl php powershell python r ruby rust scala shell sql swift toml typescript xml yaml "
)
"""Languages that news and blogs write about; the other lexers of Pygments, some of them slow, are left alone."""
_OTHER_NAMES = {
    "c++": "cpp",
    "c#": "csharp",
    "cs": "csharp",
    "console": "bash",
    "dockerfile": "docker",
    "golang": "go",
    "js": "javascript",
    "jsx": "javascript",
    "objc": "objective-c",
    "patch": "diff",
    "py": "python",
    "python3": "python",
    "rb": "ruby",
    "rs": "rust",
    "sh": "bash",
    "ts": "typescript",
    "tsx": "typescript",
    "yml": "yaml",
    "zsh": "bash",
}


def code_spans(article: Article) -> list[tuple[int, int, str]]:
    """Spans of the article's text, each with the look of what it is: ``code_keyword``, ``code_name`` and so on."""
    from pygments.lexers import get_lexer_by_name
    from pygments.token import Comment, Keyword, Name, Number, Operator, String, Token

    looks = {
        Comment: "code_comment",
        Comment.Preproc: "code_keyword",
        Comment.PreprocFile: "code_text",
        Keyword: "code_keyword",
        Operator.Word: "code_keyword",
        Name.Function: "code_name",
        Name.Class: "code_name",
        Name.Tag: "code_keyword",
        Number: "code_number",
        String: "code_text",
        Token.Generic.Inserted: "code_text",
        Token.Generic.Deleted: "code_number",
    }
    spans: list[tuple[int, int, str]] = []
    seen, end = 0, thread_time() + SECONDS
    for block, start in zip(article.blocks, article.starts, strict=True):
        seen += len(block.text) if (language := _language(block)) else 0
        if not language or seen > MOST:
            continue
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
        for place, kind, value in lexer.get_tokens_unprocessed(block.text):
            if thread_time() > end:
                return spans
            look = next((looks[parent] for parent in reversed(kind.split()) if parent in looks), "")
            if look and value.strip():
                spans.append((start + place, start + place + len(value), look))
    return spans


def _language(block: Block) -> str:
    """The language of a block of code as Pygments calls it, ``""`` for what stays plain."""
    if block.kind is not BlockKind.CODE or len(block.text) > LARGEST:
        return ""
    named = block.language.lower()
    language = _OTHER_NAMES.get(named, named)
    if not language or f" {language} " not in _LANGUAGES or max(map(len, block.text.split("\n"))) > LONGEST_LINE:
        return ""
    return language
