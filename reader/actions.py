"""The registry of actions: what a person can do, where, and on which keys.

Bindings, footer, help screen, command palette, the key table of the documentation and the check of the user's
keymap are all made from this one list, so that they cannot drift apart.

A key is written as on the keyboard: ``j``, ``ctrl+d``, ``space``; several in a row are one sequence: ``gq``, ``g,``.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

__all__ = ["ACTIONS", "FEEDS", "NAMED", "OF_A_ROW", "Action", "Group", "Place", "by_name", "parse_keys"]


class Place(StrEnum):
    """Where an action applies: what has the keys just then."""

    LIBRARY = "library"
    FEEDS = "feeds"
    ENTRIES = "entries"
    SUBSCRIPTIONS = "subscriptions"
    READING = "reading"
    SEARCHING = "searching"
    VISUAL = "visual"
    PANEL = "panel"
    NOTES = "notes"
    UNSURE = "unsure"
    JUDGING = "judging"
    BOOK = "speakers"
    SPEAKER = "speaker"
    REPORT = "report"
    FOUND = "search"
    PICTURE = "picture"
    EDITOR = "editor"


class Group(StrEnum):
    """The headings of the help screen, in their order."""

    MOVE = "Moving"
    FEEDS = "Feeds and entries"
    ARTICLE = "In the article"
    NOTES = "Notes"
    BOOK = "Speakers and drafts"
    PANEL = "Side panel"
    SEARCH = "Searching"
    GO = "Going elsewhere"
    PROGRAM = "The program"


class Action(Struct, frozen=True):
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
READING = frozenset({Place.READING, Place.SEARCHING})
READ = READING | {Place.VISUAL}
READ_PANEL = READ | {Place.PANEL}
SIDES = READING | {Place.PANEL}
OUTSIDE_VISUAL = ALL - {Place.VISUAL}
PANES = frozenset({Place.FEEDS, Place.ENTRIES})
ENTRIES = frozenset({Place.ENTRIES})
FEEDS = PANES | {Place.SUBSCRIPTIONS}
ENTRY = SIDES | ENTRIES
SEARCHED = frozenset({Place.SEARCHING, Place.VISUAL})
UNSEARCHED = (SIDES | PANES) - {Place.SEARCHING}
VISUAL = frozenset({Place.VISUAL})
PANEL = frozenset({Place.PANEL})
LIBRARY = frozenset({Place.LIBRARY})
NOTES = frozenset({Place.NOTES})
UNSURE = frozenset({Place.UNSURE})
JUDGING = frozenset({Place.JUDGING})
BOOK = frozenset({Place.BOOK})
SPEAKER = frozenset({Place.SPEAKER})
REPORT = frozenset({Place.REPORT})
FOUND = frozenset({Place.FOUND})
PICTURE = frozenset({Place.PICTURE})

ACTIONS: tuple[Action, ...] = (
    Action("down", ("j", "down"), "Move down a line or row", ALL, Group.MOVE),
    Action("up", ("k", "up"), "Move up a line or row", ALL, Group.MOVE),
    Action("page_down", ("space", "pagedown", "ctrl+f"), "Move down a page", ALL, Group.MOVE),
    Action("page_up", ("b", "pageup", "ctrl+b"), "Move up a page", OUTSIDE_VISUAL, Group.MOVE),
    Action("half_page_down", ("ctrl+d",), "Move down half a page", ALL, Group.MOVE),
    Action("half_page_up", ("ctrl+u",), "Move up half a page", ALL, Group.MOVE),
    Action("top", ("gg", "<", "home"), "Go to the top", ALL, Group.MOVE),
    Action("bottom", ("G", ">", "end"), "Go to the bottom", ALL, Group.MOVE),
    Action("left_pane", ("h", "left"), "Go to the pane on the left; fold a folder", SIDES | PANES, Group.MOVE),
    Action("right_pane", ("l", "right"), "Go to the pane on the right; unfold a folder", SIDES | PANES, Group.MOVE),
    Action("other_pane", ("tab", "shift+tab"), "Go to the other pane", SIDES | PANES, Group.MOVE),
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
    Action("open", ("enter",), "Open or follow what is under the cursor", OUTSIDE_VISUAL, Group.ARTICLE, "open"),
    # feeds and entries
    Action("next_unread", ("n",), "Next unread entry", UNSEARCHED, Group.FEEDS, "next unread"),
    Action("previous_unread", ("p",), "Previous unread entry", SIDES | PANES, Group.FEEDS),
    Action("next_entry", ("J",), "Next entry", SIDES | PANES, Group.FEEDS),
    Action("previous_entry", ("K",), "Previous entry", SIDES | PANES, Group.FEEDS),
    Action("next_unread_feed", ("}",), "Next feed with unread entries", PANES, Group.FEEDS),
    Action("previous_unread_feed", ("{",), "Previous feed with unread entries", PANES, Group.FEEDS),
    Action("next_folder", ("]",), "Next folder or group", PANES, Group.FEEDS),
    Action("previous_folder", ("[",), "Previous folder or group", PANES, Group.FEEDS),
    Action("fold", ("-",), "Fold or unfold the folder", PANES, Group.FEEDS),
    Action("fold_all", ("_",), "Fold or unfold all folders", PANES, Group.FEEDS),
    Action("star", ("s",), "Star, or take the star away", ENTRY, Group.FEEDS, "star"),
    Action("save_offline", ("S",), "Save with its full text, to read offline; or let it go", ENTRY, Group.FEEDS),
    Action("toggle_read", ("N",), "Mark read, or unread", ENTRY - {Place.SEARCHING}, Group.FEEDS, "read"),
    Action("feed_read", ("A",), "Mark all entries of this feed or list read", SIDES | PANES, Group.FEEDS, "all read"),
    Action("all_read", ("C",), "Mark every entry of every feed read", SIDES | PANES, Group.FEEDS),
    Action(
        "subscribe",
        ("+",),
        "Subscribe to a feed: its address, or a page that has one",
        OUTSIDE_VISUAL,
        Group.FEEDS,
        "subscribe",
    ),
    Action("starters", ("g+",), "Follow feeds to begin with, by topic", OUTSIDE_VISUAL, Group.FEEDS),
    Action("import_feeds", ("gi",), "Import feeds: an OPML file, or newsboat's", OUTSIDE_VISUAL, Group.FEEDS),
    Action(
        "subscriptions",
        ("E",),
        "Edit subscriptions: names, folders, tags; intervals, full text",
        OUTSIDE_VISUAL,
        Group.FEEDS,
    ),
    Action("failures", ("ge",), "Feeds that failed, and why", OUTSIDE_VISUAL, Group.FEEDS),
    Action(
        "last_refresh", ("gR",), "How the last refresh went: what rules tell, what failed", OUTSIDE_VISUAL, Group.FEEDS
    ),
    Action("refresh_all", ("R",), "Fetch what is new in all feeds", OUTSIDE_VISUAL, Group.FEEDS, "refresh"),
    Action("saved_searches", ("f",), "Go to a saved search", PANES, Group.FEEDS),
    Action("filter", ("F",), "Show only the entries with some words", PANES, Group.FEEDS),
    Action("by_tag", ("T",), "Go to a tag", PANES, Group.FEEDS),
    Action("go_to_feed", ("gF",), "Go to a feed by its name", PANES, Group.FEEDS),
    Action("hide_read", (".",), "Hide or show what is read", PANES, Group.FEEDS),
    Action("sort_back", ("Z",), "The order before", PANES, Group.FEEDS),
    Action("browser_read", ("O",), "Open in the browser and mark read", ENTRY, Group.FEEDS),
    # reading
    Action("next_quotation", ("w",), "Next quotation", SIDES, Group.ARTICLE, "quote"),
    Action(
        "picture",
        ("V",),
        "See the picture here: it is fetched now, and never otherwise",
        SIDES | PICTURE,
        Group.ARTICLE,
        "picture",
    ),
    Action("previous_quotation", ("W",), "Previous quotation", SIDES, Group.ARTICLE),
    Action("next_mention", ("*",), "Next mention of this speaker", SIDES, Group.ARTICLE),
    Action("previous_mention", ("#",), "Previous mention of this speaker", SIDES, Group.ARTICLE),
    Action(
        "why", ("i",), "Why: the cue and the words that name the speaker; a feed's error", SIDES | FEEDS, Group.ARTICLE
    ),
    Action("link_hints", ("f",), "Follow a link on the screen by its letter", READING, Group.ARTICLE),
    Action("next_picture", ("n", "right", "]"), "Next picture", PICTURE, Group.ARTICLE, "next picture"),
    Action("previous_picture", ("p", "left", "["), "Picture before", PICTURE, Group.ARTICLE, "picture before"),
    Action("browser", ("o",), "Open the article or link in the browser", OUTSIDE_VISUAL, Group.ARTICLE),
    Action(
        "refetch",
        ("r",),
        "Fetch again: this article, and what changed in it; this feed; check a draft again",
        SIDES | FEEDS | REPORT,
        Group.ARTICLE,
    ),
    Action("copy", ("y",), "Copy the selection, quotation, paragraph, note or link", ALL - JUDGING, Group.ARTICLE),
    Action("copy_cited", ("Y",), "Copy with the citation of its article", ALL, Group.ARTICLE),
    Action("pipe", ("|",), "Pipe the selection or article to a command", READ_PANEL, Group.ARTICLE),
    Action("speak", ("gS",), "Read aloud from here, or the selection; again ends it", READ_PANEL, Group.ARTICLE),
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
    Action("tag", ("t",), "Tag the note here, or make one with tags", READ_PANEL | NOTES | ENTRIES, Group.NOTES, "tag"),
    Action(
        "edit",
        ("e",),
        "Edit the note here, or correct the speaker here; edit the feed; rename",
        SIDES | NOTES | UNSURE | BOOK | FEEDS - ENTRIES,
        Group.NOTES,
        "edit",
    ),
    Action(
        "select_row",
        ("x",),
        "Pick or unpick this row, to change or export several",
        NOTES | BOOK | ENTRIES,
        Group.NOTES,
        "pick",
    ),
    Action("move_note", ("M",), "Put the note picked in the panel on another passage", READ_PANEL, Group.NOTES),
    Action(
        "delete",
        ("D",),
        "Delete the note here; take off the list; unsubscribe; drop a search",
        OUTSIDE_VISUAL - UNSURE,
        Group.NOTES,
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
    Action(
        "judge", ("gj",), "Judge a blind sample of who said what, for its precision", OUTSIDE_VISUAL - SIDES, Group.BOOK
    ),
    Action("judge_right", ("y", "c"), "Sample: the right speaker", JUDGING, Group.BOOK, "right"),
    Action("judge_wrong", ("n",), "Sample: the wrong speaker, or no quotation", JUDGING, Group.BOOK, "wrong"),
    Action("judge_unclear", ("-",), "Sample: nobody can tell", JUDGING, Group.BOOK, "unclear"),
    # panel
    Action("quotes_tab", ("gq",), "Panel: quotations", SIDES, Group.PANEL),
    Action("speakers_tab", ("gs",), "Panel: speakers", SIDES, Group.PANEL),
    Action("links_tab", ("gl",), "Panel: links", SIDES, Group.PANEL),
    Action("notes_tab", ("gn",), "Panel: notes", SIDES, Group.PANEL),
    Action("outline_tab", ("go",), "Panel: outline", SIDES, Group.PANEL),
    Action("toggle_panel", ("P",), "Show or hide the panel, or the preview", SIDES | PANES, Group.PANEL, "panel"),
    Action(
        "sort",
        ("z",),
        "Another order: of entries, quotations, notes, speakers",
        PANEL | NOTES | FEEDS | BOOK | SPEAKER | REPORT | FOUND,
        Group.PANEL,
        "sort",
    ),
    # searching
    Action("search", ("/",), "Search: everything, from the panes; the article; rows", ALL, Group.SEARCH, "search"),
    Action("find", ("g/",), "Search all entries, articles and quotations", OUTSIDE_VISUAL, Group.SEARCH),
    Action("save_search", ("S",), "Keep this search: it stands among the feeds", FOUND, Group.SEARCH, "keep"),
    Action("next_match", ("n",), "Next match", SEARCHED, Group.SEARCH),
    Action("previous_match", ("N",), "Previous match", SEARCHED, Group.SEARCH),
    # elsewhere
    Action("open_address", ("gf",), "Open an address or a file", OUTSIDE_VISUAL, Group.GO),
    Action("read_last", ("gr",), "What was read last, and unfinished notes", OUTSIDE_VISUAL, Group.GO),
    Action("all_notes", ("ga",), "All notes", OUTSIDE_VISUAL, Group.GO, "all notes"),
    Action("book", ("gb",), "Speakers: everybody who is quoted in what you read", OUTSIDE_VISUAL, Group.GO, "speakers"),
    Action("unsure", ("gu",), "Quotations whose speaker is unsure, of all articles", OUTSIDE_VISUAL, Group.GO),
    Action("demo", ("gd",), "Open the article that ships with the program", LIBRARY, Group.GO),
    Action("back", ("q",), "Go back", ALL, Group.GO, "back"),
    Action("cancel", ("escape",), "End the search, selection, focus or message; never more", ALL, Group.GO),
    # the program
    Action("help", ("?",), "All keys", ALL, Group.PROGRAM, "help"),
    Action("tour", ("gT",), "Take the tour: five keys, in the article that ships", OUTSIDE_VISUAL, Group.PROGRAM),
    Action("palette", ("ctrl+p", "g:"), "Every action by name", ALL, Group.PROGRAM),
    Action("command_line", (":",), "Type an action's name, and words for it", ALL, Group.PROGRAM),
    Action("macro", (",",), "Play a macro of your settings (then its key)", ALL, Group.PROGRAM, wants_key=True),
    Action("themes", ("ctrl+t",), "Choose a theme", OUTSIDE_VISUAL, Group.PROGRAM),
    Action("redraw", ("ctrl+l",), "Draw the screen anew", ALL, Group.PROGRAM),
    Action("stop", ("ctrl+c",), "Stop what is being fetched", ALL, Group.PROGRAM),
    Action("suspend", ("ctrl+z",), "Suspend to the shell", ALL, Group.PROGRAM),
    Action("quit", ("Q",), "Quit", ALL, Group.PROGRAM),
)

OF_A_ROW = frozenset(
    {"open", "star", "toggle_read", "feed_read", "tag", "edit", "select_row", "merge", "confirm", "sort"}
)
"""What the footer of an empty list leaves out, as it does nothing there."""
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
