"""Taking items in: worker processes read them, this one puts them away."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from hashlib import sha256

from reader.app.addresses import lasting_source, other_names
from reader.app.articles import Articles
from reader.app.book import Book
from reader.app.engine import engine_version
from reader.app.ingest.items import Item
from reader.app.ingest.worker import Taken, Tools, end_with_parent, take
from reader.app.reading import Reading
from reader.errors import BadInput, StoreFailed
from reader.fetch import read_file

__all__ = ["WIDTH", "Counted", "ingest"]

WIDTH = 2
"""So many processes read at once."""
_AHEAD = 8
"""So many items at most are under way: memory does not grow with the number of items."""


@dataclass(frozen=True)
class Counted:
    """Where an item came out: ``taken`` anew, ``known`` already as it is, or (``problem``) not at all."""

    item: Item
    taken: bool = False
    problem: str = ""


def ingest(
    items: Iterable[Item],
    articles: Articles,
    book: Book,
    tools: Tools,
    *,
    width: int = WIDTH,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Counted]:
    """Take each item in and say what became of it, in the items' order.

    Each article is stored, attributed and in the book before its turn is told. One that the library has with the same
    bytes (of the web: at all) is known and left alone, so that what was stopped goes on where it was.
    """
    context = multiprocessing.get_context("spawn")
    waiting: deque[tuple[Item, Future[Taken] | None]] = deque()
    ended = False
    with ProcessPoolExecutor(width, mp_context=context, initializer=end_with_parent) as workers:
        try:
            for item in items:
                if stop():
                    break
                known = _is_known(item, articles)
                waiting.append((item, None if known else _begin(workers, item, tools)))
                while len(waiting) >= _AHEAD:
                    yield _put_away(*waiting.popleft(), articles, book)
            while waiting and not stop():
                yield _put_away(*waiting.popleft(), articles, book)
            ended = True
        finally:
            if not ended:  # an interrupt, or who asked no further, waits for no page that nobody will put away
                for worker in multiprocessing.active_children():
                    worker.terminate()
            workers.shutdown(cancel_futures=True)  # waits: an executor left behind may fail aloud as Python ends


def _begin(workers: ProcessPoolExecutor, item: Item, tools: Tools) -> Future[Taken]:
    """Hand an item over. A process born here never hears Ctrl-C, which is for this one: it would print where it was."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # the mask is inherited
    try:
        return workers.submit(take, item, tools)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_known(item: Item, articles: Articles) -> bool:
    if item.problem or not item.address:
        return False
    page = articles.library.page_of(item.address)
    if page is None or not (item.data or item.path):
        return page is not None
    try:
        data = item.data or read_file(item.path).data
    except BadInput:
        return False  # the worker says what is wrong with it
    return sha256(data).hexdigest() == page


def _put_away(item: Item, future: Future[Taken] | None, articles: Articles, book: Book) -> Counted:
    if future is None:
        return Counted(item)
    try:
        taken = future.result()
    except BrokenProcessPool as error:
        raise StoreFailed("a process that reads pages was ended from outside: run it again, it goes on") from error
    if taken.article is None or taken.attribution is None or taken.fetched is None:
        return Counted(item, problem=taken.problem)
    articles.library.save(
        [taken.address],
        taken.article,
        source=lasting_source(taken.address, taken.address),
        page_sha256=taken.page_sha256,
        text_sha256=taken.text_sha256,
        fetched=taken.fetched,
        also=other_names(taken.address, taken.article.canonical_url),
        opened=False,
        typed=taken.item.typed,
    )
    articles.library.set_attribution(taken.address, taken.text_sha256, taken.attribution, engine_version())
    book.put_corrected(
        Reading(
            taken.article,
            taken.attribution,
            taken.address,
            taken.address,
            taken.page_sha256,
            taken.text_sha256,
            taken.fetched,
        )
    )
    return Counted(item, taken=True)
