"""A refresh: threads that ask, one that writes, and a word on how far it is after each batch."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, Queue
from threading import Event

from reader.feeds.refresh.asking import Asked, Asking, Login
from reader.feeds.refresh.lanes import Lanes
from reader.feeds.refresh.report import FeedResult, Outcome, Progress, Report
from reader.feeds.refresh.ruling import hooks_of, notices_of
from reader.feeds.refresh.writing import Writing
from reader.feeds.rules import Rule
from reader.library.connections import Connections
from reader.library.intents import ToCheck

__all__ = ["Refresh"]

THREADS = 48
"""Threads mostly wait for servers: as many as that answer 1,000 feeds of 300 ms each in 6 s."""
_LARGEST = 10_000_000
_MOST_WAITING = 100
"""Answers that wait to be written at a time: a bound on memory."""
_BATCH = 100
_PATIENCE = 0.2
"""Seconds to gather a batch for: what has come is stored and told after that, however few they are."""

Stop = Callable[[], bool]
Tell = Callable[[Progress], None]


class Refresh:
    """Asks for feeds and stores what they bring; ``login`` gives a feed's name and password.

    ``rules`` are asked of each new entry. ``deadline`` is in seconds, a feed.
    """

    def __init__(
        self,
        connections: Connections,
        *,
        deadline: float,
        allow: Collection[str] = (),
        login: Login = lambda _feed: None,
        rules: Sequence[Rule] = (),
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._connections = connections
        self._deadline = deadline
        self._allow = tuple(allow)
        self._login = login
        self._rules = rules
        self._clock = clock

    def run(self, feeds: Sequence[ToCheck], tell: Tell, stop: Stop) -> Report:
        """Refresh these feeds; ``tell`` is called in this thread. What has come when ``stop()`` is true is kept.

        Raises StoreFailed when the library cannot be written; feeds that fail are in the report.
        """
        answers: Queue[Asked] = Queue(_MOST_WAITING)
        ended = Event()
        asking = Asking(
            lanes=Lanes(feeds),
            deadline=self._deadline,
            max_bytes=_LARGEST,
            allow=self._allow,
            login=self._login,
            stop=lambda: ended.is_set() or stop(),
            done=answers.put,
        )
        writing = Writing(self._connections, self._rules, self._clock)
        results: list[FeedResult] = []
        with ThreadPoolExecutor(min(THREADS, max(1, len(feeds))), "refresh") as pool:
            threads = [pool.submit(asking.run) for _ in range(min(THREADS, len(feeds)))]
            try:
                for batch in _batches(answers, threads):
                    results += writing.store(batch)
                    tell(_progress(results, len(feeds)))
            finally:
                ended.set()
                _drain(answers, threads)
            for thread in threads:
                thread.result()
        return Report(
            tuple(results),
            stopped=len(results) < len(feeds),
            notices=notices_of(writing.ruled),
            hooks=hooks_of(writing.ruled),
        )


def _batches(answers: Queue[Asked], threads: Sequence[Future[None]]) -> Iterator[list[Asked]]:
    """What the threads bring, in batches, until they have all ended."""
    while True:
        over = all(thread.done() for thread in threads)  # looked at first: nothing can come after
        batch = _gathered(answers, 0 if over else _PATIENCE)
        if batch:
            yield batch
        elif over:
            return


def _gathered(answers: Queue[Asked], patience: float) -> list[Asked]:
    batch: list[Asked] = []
    end = time.monotonic() + patience
    while len(batch) < _BATCH:
        try:
            batch.append(answers.get(timeout=max(end - time.monotonic(), 0.001)))
        except Empty:
            break
    return batch


def _drain(answers: Queue[Asked], threads: Sequence[Future[None]]) -> None:
    """Let threads end that wait to hand over what nobody will write any more."""
    while not all(thread.done() for thread in threads):
        _gathered(answers, 0.05)


def _progress(results: Sequence[FeedResult], total: int) -> Progress:
    failed = sum(result.outcome in (Outcome.FAILED, Outcome.GONE) for result in results)
    return Progress(len(results), total, sum(result.new for result in results), failed, results[-1].name)
