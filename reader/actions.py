"""The registry of actions: what a person can do, where, and on which keys.

Bindings, footer, help screen, command palette, the key table of the documentation and the check of the user's
keymap are all made from this one list, so that they cannot drift apart.

A key is written as on the keyboard: ``j``, ``ctrl+d``, ``space``; several in a row are one sequence: ``gq``, ``g,``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["ACTIONS", "NAMED", "Action", "Group", "Place", "by_name", "parse_keys"]


class Place(StrEnum):
    """Where an action applies: what has the keys just then."""

    LIBRARY = "library"
    READING = "reading"
    VISUAL = "visual"
    PANEL = "panel"
    NOTES = "notes"
    UNSURE = "unsure"
    BOOK = "speakers"
    SPEAKER = "speaker"
    REPORT = "report"
    EDITOR = "editor"


class Group(StrEnum):
    """The headings of the help screen, in their order."""

    MOVE = "Moving"
    ARTICLE = "In the article"
    NOTES = "Notes"
    BOOK = "Speakers and drafts"
    PANEL = "Side panel"
    SEARCH = "Searching"
    GO = "Going elsewhere"
    PROGRAM = "The program"


@dataclass(frozen=True)
class Action:
    """One thing a person can do.

    ``name`` is what ``config.toml`` calls it; ``text`` one sentence for help and palette; ``hint`` the word in
    the footer, ``""`` to leave it out there. With ``wants_key`` the next key is its argument (``ma``).
    """

    name: str
    keys: tuple[str, ...]
    text: str
    where: frozenset[Place]
    group: Group
    hint: str = ""
    wants_key: bool = False


EDITOR = frozenset({Place.EDITOR})
ALL = frozenset(Place) - EDITOR
LISTS = frozenset({Place.LIBRARY, Place.NOTES})
READ = frozenset({Place.READING, Place.VISUAL})
READ_PANEL = frozenset({Place.READING, Place.VISUAL, Place.PANEL})
SIDES = frozenset({Place.READING, Place.PANEL})
OUTSIDE_VISUAL = ALL - {Place.VISUAL}
READING = frozenset({Place.READING})
VISUAL = frozenset({Place.VISUAL})
PANEL = frozenset({Place.PANEL})
LIBRARY = frozenset({Place.LIBRARY})
NOTES = frozenset({Place.NOTES})
UNSURE = frozenset({Place.UNSURE})
BOOK = frozenset({Place.BOOK})
SPEAKER = frozenset({Place.SPEAKER})
REPORT = frozenset({Place.REPORT})

ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "Move down a line or row", ALL, Group.MOVE),
    Action("up", ("k", "up"), "Move up a line or row", ALL, Group.MOVE),
    Action("page_down", ("space", "pagedown", "ctrl+f"), "Move down a page", ALL, Group.MOVE),
    Action("page_up", ("b", "pageup", "ctrl+b"), "Move up a page", OUTSIDE_VISUAL, Group.MOVE),
    Action("half_page_down", ("ctrl+d",), "Move down half a page", ALL, Group.MOVE),
    Action("half_page_up", ("ctrl+u",), "Move up half a page", ALL, Group.MOVE),
    Action("top", ("gg", "<", "home"), "Go to the top", ALL, Group.MOVE),
    Action("bottom", ("G", ">", "end"), "Go to the bottom", ALL, Group.MOVE),
    Action("left_pane", ("h", "left"), "Go to the pane on the left", SIDES, Group.MOVE),
    Action("right_pane", ("l", "right"), "Go to the pane on the right", SIDES, Group.MOVE),
    Action("other_pane", ("tab", "shift+tab"), "Go to the other pane", SIDES, Group.MOVE),
    Action("next_paragraph", ("}",), "Next paragraph, or group in the panel", READ_PANEL, Group.MOVE),
    Action("previous_paragraph", ("{",), "Previous paragraph, or group in the panel", READ_PANEL, Group.MOVE),
    Action("next_sentence", (")",), "Next sentence", READ, Group.MOVE),
    Action("previous_sentence", ("(",), "Previous sentence", READ, Group.MOVE),
    Action("next_heading", ("]",), "Next heading, or tab in the panel", READ_PANEL, Group.MOVE),
    Action("previous_heading", ("[",), "Previous heading, or tab in the panel", READ_PANEL, Group.MOVE),
    Action("next_link", ("L",), "Next link in the text", READING, Group.MOVE),
    Action("previous_link", ("gL",), "Previous link in the text", READING, Group.MOVE),
    Action("set_mark", ("m",), "Set a mark here (then any letter)", READING, Group.MOVE, wants_key=True),
    Action("go_to_mark", ("'",), "Go to a mark; '' goes back", READING, Group.MOVE, wants_key=True),
    Action("jump_back", ("ctrl+o",), "Go back in the list of jumps", READING, Group.MOVE),
    Action("jump_forward", ("g,",), "Go forward in the list of jumps", READING, Group.MOVE),
    # reading
    Action("next_quotation", ("w",), "Next quotation", SIDES, Group.ARTICLE, "quote"),
    Action("previous_quotation", ("W",), "Previous quotation", SIDES, Group.ARTICLE),
    Action("next_mention", ("*",), "Next mention of this speaker", SIDES, Group.ARTICLE),
    Action("previous_mention", ("#",), "Previous mention of this speaker", SIDES, Group.ARTICLE),
    Action("why", ("i",), "Why this speaker: the cue and the words that name them", SIDES, Group.ARTICLE),
    Action("link_hints", ("f",), "Follow a link on the screen by its letter", READING, Group.ARTICLE),
    Action("open", ("enter",), "Open or follow what is under the cursor", OUTSIDE_VISUAL, Group.ARTICLE, "open"),
    Action("browser", ("o",), "Open the article or link in the browser", OUTSIDE_VISUAL, Group.ARTICLE),
    Action(
        "refetch",
        ("r",),
        "Fetch this article again, and what changed in it; check a draft again",
        SIDES | REPORT,
        Group.ARTICLE,
    ),
    Action("copy", ("y",), "Copy the selection, quotation, paragraph, note or link", ALL, Group.ARTICLE),
    Action("copy_cited", ("Y",), "Copy with the citation of its article", ALL, Group.ARTICLE),
    Action("select", ("v",), "Start or end a selection", READ, Group.ARTICLE, "select"),
    # the selection
    Action("char_left", ("h", "left"), "Selection: a character left", VISUAL, Group.ARTICLE),
    Action("char_right", ("l", "right"), "Selection: a character right", VISUAL, Group.ARTICLE),
    Action("next_word", ("w",), "Selection: next word", VISUAL, Group.ARTICLE),
    Action("previous_word", ("b",), "Selection: previous word", VISUAL, Group.ARTICLE),
    Action("word_end", ("e",), "Selection: end of the word", VISUAL, Group.ARTICLE),
    Action("line_start", ("0",), "Selection: start of the line", VISUAL, Group.ARTICLE),
    Action("line_end", ("$",), "Selection: end of the line", VISUAL, Group.ARTICLE),
    Action("swap_ends", ("o",), "Selection: go to its other end", VISUAL, Group.ARTICLE, "other end"),
    # notes
    Action("note", ("a",), "Note on the selection, quotation or paragraph", READ_PANEL | SPEAKER, Group.NOTES, "note"),
    Action("page_note", ("gp",), "Note on the whole article", SIDES, Group.NOTES),
    Action("highlight", ("H",), "Highlight; again for another colour, 1H-5H choose", READ, Group.NOTES, "highlight"),
    Action("tag", ("t",), "Tag the note here, or make one with tags", READ_PANEL | NOTES, Group.NOTES, "tag"),
    Action(
        "edit",
        ("e",),
        "Edit the note here, or correct the speaker here; rename",
        SIDES | NOTES | UNSURE | BOOK,
        Group.NOTES,
        "edit",
    ),
    Action(
        "select_row", ("x",), "Pick or unpick this row, to change or export several", NOTES | BOOK, Group.NOTES, "pick"
    ),
    Action("move_note", ("M",), "Put the note picked in the panel on another passage", READ_PANEL, Group.NOTES),
    Action(
        "delete", ("D",), "Delete the note here; take an article off the list", OUTSIDE_VISUAL - UNSURE, Group.NOTES
    ),
    Action("undo", ("u",), "Undo", OUTSIDE_VISUAL, Group.NOTES),
    Action("redo", ("ctrl+r",), "Redo", OUTSIDE_VISUAL, Group.NOTES),
    Action("confirm", ("c",), "Confirm this speaker", SIDES | UNSURE, Group.ARTICLE, "confirm"),
    Action("indirect", ("I",), "Show or hide indirect quotations", SIDES, Group.ARTICLE),
    Action("export", ("X",), "Export notes to a file", OUTSIDE_VISUAL - UNSURE, Group.NOTES),
    Action("save_note", ("ctrl+s",), "Editor: save the note", EDITOR, Group.NOTES, "save"),
    Action("leave_note", ("escape",), "Editor: leave; what was typed is kept as a draft", EDITOR, Group.NOTES, "leave"),
    Action("other_field", ("tab", "shift+tab"), "Editor: to the tags, or back", EDITOR, Group.NOTES, "tags"),
    Action("note_colour", ("ctrl+t",), "Editor: next highlight colour", EDITOR, Group.NOTES, "colour"),
    Action(
        "preview", ("ctrl+p",), "Editor: see the text as it will read, or go on writing", EDITOR, Group.NOTES, "preview"
    ),
    Action("external_editor", ("ctrl+g",), "Editor: write in $VISUAL or $EDITOR", EDITOR, Group.NOTES, "$EDITOR"),
    # the quote book
    Action("merge", ("m",), "Merge the picked speakers into this one", BOOK, Group.BOOK, "merge"),
    Action("split", ("!",), "In this article this is somebody else of the same name", SPEAKER, Group.BOOK),
    Action("elsewhere", ("gh",), "Other articles that have this quotation, word by word", SIDES, Group.BOOK),
    Action("changes", ("gv",), "What changed in this article since it was read", SIDES, Group.BOOK),
    Action("check_draft", ("gc",), "Check the quotations of a draft against what you read", OUTSIDE_VISUAL, Group.BOOK),
    # panel
    Action("quotes_tab", ("gq",), "Panel: quotations", SIDES, Group.PANEL),
    Action("speakers_tab", ("gs",), "Panel: speakers", SIDES, Group.PANEL),
    Action("links_tab", ("gl",), "Panel: links", SIDES, Group.PANEL),
    Action("notes_tab", ("gn",), "Panel: notes", SIDES, Group.PANEL),
    Action("outline_tab", ("go",), "Panel: outline", SIDES, Group.PANEL),
    Action("toggle_panel", ("P",), "Show or hide the panel", SIDES, Group.PANEL, "panel"),
    Action(
        "sort",
        ("z",),
        "Another order: of quotations, notes, speakers",
        PANEL | NOTES | BOOK | SPEAKER | REPORT,
        Group.PANEL,
        "sort",
    ),
    # searching
    Action("search", ("/",), "Search in the article; filter rows", ALL, Group.SEARCH, "search"),
    Action("next_match", ("n",), "Next match", READ, Group.SEARCH),
    Action("previous_match", ("N",), "Previous match", READ, Group.SEARCH),
    # elsewhere
    Action("open_address", ("+",), "Open an address or a file", OUTSIDE_VISUAL, Group.GO, "open address"),
    Action("all_notes", ("ga",), "All notes", OUTSIDE_VISUAL, Group.GO, "all notes"),
    Action("book", ("gb",), "Speakers: everybody who is quoted in what you read", OUTSIDE_VISUAL, Group.GO, "speakers"),
    Action("unsure", ("gu",), "Quotations whose speaker is unsure, of all articles", OUTSIDE_VISUAL, Group.GO),
    Action("demo", ("gd",), "Open the article that ships with the program", LIBRARY, Group.GO),
    Action("back", ("q",), "Go back", ALL, Group.GO, "back"),
    Action("cancel", ("escape",), "End the search, selection, focus or message; never more", ALL, Group.GO),
    # the program
    Action("help", ("?",), "All keys", ALL, Group.PROGRAM, "help"),
    Action("palette", ("ctrl+p", ":"), "Every action by name", ALL, Group.PROGRAM),
    Action("themes", ("ctrl+t",), "Choose a theme", OUTSIDE_VISUAL, Group.PROGRAM),
    Action("redraw", ("ctrl+l",), "Draw the screen anew", ALL, Group.PROGRAM),
    Action("stop", ("ctrl+c",), "Stop what is being fetched", ALL, Group.PROGRAM),
    Action("suspend", ("ctrl+z",), "Suspend to the shell", ALL, Group.PROGRAM),
    Action("quit", ("Q",), "Quit", ALL, Group.PROGRAM),
)

NAMED = frozenset({"space", "enter", "escape", "tab", "backspace", "delete", "insert"})
NAMED |= {"home", "end", "pageup", "pagedown", "up", "down", "left", "right"}
NAMED |= {f"f{number}" for number in range(1, 13)}
"""Keys that are written as a word."""
_MODIFIERS = ("ctrl+", "alt+", "shift+")


def by_name() -> dict[str, Action]:
    """Every action under its name."""
    return {action.name: action for action in ACTIONS}


def parse_keys(written: str) -> tuple[str, ...]:
    """A key sequence as its single keys: ``gq`` is ``("g", "q")``, ``ctrl+d`` one key, ``space q`` two.

    Raises ValueError when nothing is written.

    >>> parse_keys("g,"), parse_keys("ctrl+x space")
    (('g', ','), ('ctrl+x', 'space'))
    """
    keys: list[str] = []
    for word in written.split():
        if word in NAMED or (word.startswith(_MODIFIERS) and not word.endswith("+")):
            keys.append(word)
        else:
            keys.extend(word)
    if not keys:
        raise ValueError("no key is written")
    return tuple(keys)
