"""Writing a file so that it is either the old one or the new one, and saying in one line why it could not be."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.errors import StoreFailed

__all__ = ["create_file", "replace_file", "sync_folder", "told", "why", "write_all"]

_REASONS = {
    errno.ENOSPC: "the disk is full: free some space and try again",
    errno.EDQUOT: "your disk quota is used up: free some space and try again",
    errno.EFBIG: "a file of this size is not allowed here: raise the limit (ulimit -f) or choose another place",
    errno.EROFS: "the disk is read-only: choose another place",
    errno.EACCES: "permission denied: make the file and its folder writable for you, or choose another place",
    errno.EPERM: "not permitted: make the file and its folder writable for you, or choose another place",
    errno.ENOENT: "no such folder: make it first, or name another place",
    errno.EEXIST: "part of the path is a file, not a folder: name another place",
    errno.ENOTDIR: "part of the path is a file, not a folder: name another place",
    errno.EISDIR: "is a directory: name a file",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one",
    errno.ELOOP: "is a symbolic link: name the file itself",
}


def why(error: OSError) -> str:
    """What went wrong and what to do, in a few words."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


@contextmanager
def told(path: Path, doing: str) -> Iterator[None]:
    """Turn the system's errors into one line: ``notes.json: not saved: the disk is full: …``."""
    try:
        yield
    except OSError as error:
        raise StoreFailed(f"{path}: {doing}: {why(error)}") from error


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of it; ``os.write`` may stop short of the end."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(folder: Path) -> None:
    """Make a new name in the folder outlast a power failure, where the file system can do that."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network file systems know no such thing
            raise
    finally:
        os.close(descriptor)


def replace_file(path: Path, data: bytes, temporary: Path, mode: int | None = 0o600) -> None:
    """Put ``data`` at ``path`` in one step, by way of ``temporary`` in the same folder; raises OSError.

    At every moment, through kill -9 and power loss, ``path`` is wholly the old file or wholly the new one:
    write, fsync, rename, fsync of the folder. A failure leaves no temporary file. With no ``mode`` the umask decides.
    """
    with _written(temporary, data, mode):
        temporary.replace(path)
    sync_folder(path.parent)


def create_file(path: Path, data: bytes, temporary: Path) -> None:
    """As ``replace_file``, for a path where nothing is yet: FileExistsError, and nothing changed, if something is."""
    with _written(temporary, data, 0o600):
        try:
            os.link(temporary, path)
            temporary.unlink()
        except OSError as error:
            if error.errno not in (errno.EPERM, errno.ENOTSUP):
                raise
            temporary.replace(path)  # a file system without hard links
    sync_folder(path.parent)


@contextmanager
def _written(temporary: Path, data: bytes, mode: int | None) -> Iterator[None]:
    """A temporary file with the data on the disk, gone again if something fails.

    One that a crash left is removed, not written into: it may be a second name of the file itself.
    """
    temporary.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    descriptor = os.open(temporary, flags, 0o666 if mode is None else mode)
    try:
        try:
            if mode is not None:
                os.fchmod(descriptor, mode)
            write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        yield
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
