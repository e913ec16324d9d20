"""``reader serve``: the same program in a browser on this machine."""

from __future__ import annotations

import secrets
import sys

import click

from reader.cli.common import Command, tell, write
from reader.cli.completing import files
from reader.cli.session import Session
from reader.errors import BadInput, Exit

__all__ = ["serve"]

EXAMPLES = """\b
reader serve                    prints the address to open in a browser
reader serve demo --port 8080   the article that ships
"""


@click.command(cls=Command, epilog=EXAMPLES)
@click.argument("source", metavar="[URL|FILE|demo]", required=False, shell_complete=files)
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; other than this machine only")
@click.option("--expose", is_flag=True, help="with this: whoever gets the address reads and writes your notes.")
@click.pass_obj
def serve(session: Session, source: str | None, port: int, host: str, *, expose: bool) -> int:
    """Show reader in a browser on this machine, until Ctrl+C.

    The address has a key in it that is new each time: whoever has it has your library and your notes. Nothing is
    encrypted: for another machine use an SSH tunnel (ssh -L 8000:127.0.0.1:8000 HOST) rather than --expose.
    """
    from reader.app.serving import gate
    from reader.app.serving import serve as run

    if source == "-":
        raise BadInput("-: standard input cannot be read in a browser: name a file or an address")
    if not gate.is_loopback(host):
        if not expose:
            raise BadInput(
                f"--host {host}: others could reach it: listen on 127.0.0.1, with an SSH tunnel, or add --expose"
            )
        tell([f"{host} is open to others: whoever sees the address, or the line to it, has your notes"])

    def ready(address: str) -> None:
        write(f"{address}\n")
        tell(["open this address in a browser; Ctrl+C ends it"])

    run(_command(session, source), host=host, port=port, key=secrets.token_urlsafe(24), ready=ready)
    return Exit.DONE


def _command(session: Session, source: str | None) -> list[str]:
    """This program with the options of this call, on what it is to open."""
    words = [sys.executable, "-m", "reader"]
    if session.home:
        words += ["--home", str(session.home)]
    if session.store:
        words += ["--store", str(session.store)]
    if session.plain:
        words.append("--plain")
    for address in session.allow:
        words += ["--allow-address", address]
    if source is None:
        return words
    return [*words, "demo"] if source == "demo" else [*words, "open", "--", source]
