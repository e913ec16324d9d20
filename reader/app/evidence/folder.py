"""A folder that a third party can check with standard tools: page, WARC, cards, and how to do it."""

from __future__ import annotations

import hashlib
import io
import json
import re
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from reader import __version__
from reader.app.evidence.verify import Evidence
from reader.errors import BadInput
from reader.notes.export.target import write
from reader.notes.files import told

__all__ = ["write_evidence"]

_HOW = """\
Evidence for a passage, made by reader {version}.

  {page:16} the page, byte for byte as it was fetched
  page.warc.gz     the same bytes as a web archive (ISO 28500), with address and time
  card.json        what is claimed: the passage, its place, its page, its time
  card.html        the same, to read in a browser
  SHA256SUMS       the hashes of these files

To check it, in this folder:

  sha256sum -c SHA256SUMS
      every file is as it was when this folder was made
  sha256sum {page}
      must print {sha}, which card.json names
  warcio check -v page.warc.gz
      the archive's own hashes hold (pip install warcio)
  warcio extract --payload page.warc.gz {offset} | sha256sum
      must print the same hash: the archive has the same bytes

Then open {page} in a browser, without the network, and look for the passage.
The time is that of the machine which fetched the page; nobody else vouches for it.
"""

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ max-width: 42rem; margin: 2rem auto; font: 1.05rem/1.6 Georgia, serif; overflow-wrap: anywhere }}
th {{ text-align: left; padding-right: 1rem; vertical-align: top }}
mark {{ background: #ffe9a8 }}
p {{ white-space: pre-wrap }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{passage}</p>
{note}<table>
{rows}
</table>
<p><a href="{page}">The page as it was fetched</a>; README.txt says how to check it.</p>
</body>
</html>
"""


def write_evidence(folder: Path, evidence: Evidence) -> Path:
    """Write the evidence into a folder of its own inside ``folder``, which is made if need be; gives that folder.

    BadInput when there is no page to show, or ``folder`` cannot be one.
    """
    if evidence.page is None:
        raise BadInput(f"{evidence.what} {evidence.id}: {evidence.why}")
    with told(folder, "not written"):
        if folder.exists() and not folder.is_dir():
            raise BadInput(f"{folder}: is a file: name a folder")
        own = folder / _name(evidence)
        own.mkdir(parents=True, exist_ok=True)
    page = f"page{_ending(evidence.page)}"
    warc, offset = _warc(evidence)
    files: dict[str, bytes] = {
        page: evidence.page,
        "page.warc.gz": warc,
        "card.json": _card(evidence, page).encode(),
        "card.html": _html(evidence, page).encode(),
        "README.txt": _HOW.format(version=__version__, page=page, sha=evidence.sha256, offset=offset).encode(),
    }
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    for name, data in {**files, "SHA256SUMS": sums.encode()}.items():
        write(own / name, data)
    return own


def _name(evidence: Evidence) -> str:
    key = re.sub(r"[^a-z0-9]+", "", evidence.citekey.lower()) or "page"
    return f"{key}-{evidence.what}-{re.sub(r'[^A-Za-z0-9]+', '', evidence.id)[:12]}"


def _ending(data: bytes) -> str:
    return ".html" if re.search(rb"<(?:!doctype|html|body|p|div)\b", data[:4096], re.IGNORECASE) else ".txt"


def _moment(evidence: Evidence) -> datetime | None:
    return evidence.fetched.astimezone(UTC) if evidence.fetched else None


def _card(evidence: Evidence, page: str) -> str:
    moment = _moment(evidence)
    record = {
        "what": evidence.what,
        "id": evidence.id,
        "standing": str(evidence.standing),
        "passage": evidence.passage,
        "before": evidence.before,
        "after": evidence.after,
        "speaker": evidence.speaker or None,
        "note": evidence.body or None,
        "title": evidence.title,
        "site": evidence.site,
        "url": evidence.url,
        "fetched": moment.isoformat() if moment else None,
        "page": {"file": page, "bytes": len(evidence.page or b""), "sha256": evidence.sha256},
        "made_by": f"reader {__version__}",
        "why": evidence.why or None,
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _html(evidence: Evidence, page: str) -> str:
    moment = _moment(evidence)
    facts = {
        "Said by": evidence.speaker,
        "Article": evidence.title,
        "Site": evidence.site,
        "Address": evidence.url,
        "Fetched": moment.isoformat() if moment else "",
        "SHA-256": evidence.sha256,
        "Standing": str(evidence.standing) + (f": {evidence.why}" if evidence.why else ""),
    }
    rows = "\n".join(f"<tr><th>{name}</th><td>{escape(value)}</td></tr>" for name, value in facts.items() if value)
    note = f"<h2>Note</h2>\n<p>{escape(evidence.body)}</p>\n" if evidence.body else ""
    passage = f"… {escape(evidence.before)}<mark>{escape(evidence.passage)}</mark>{escape(evidence.after)} …"
    title = escape(evidence.title or evidence.url)
    return _PAGE.format(title=title, passage=passage, note=note, rows=rows, page=page)


def _warc(evidence: Evidence) -> tuple[bytes, int]:
    """A web archive of the page as a resource record, and the offset of that record."""
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    moment = _moment(evidence)
    info = {"software": f"reader {__version__}", "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record("page.warc.gz", info))
    offset = out.tell()
    headers = {"WARC-Date": moment.strftime("%Y-%m-%dT%H:%M:%SZ")} if moment else {}
    kind = "text/html" if _ending(evidence.page or b"") == ".html" else "text/plain"
    with io.BytesIO(evidence.page or b"") as payload:
        record = writer.create_warc_record(
            evidence.url or f"urn:sha256:{evidence.sha256}",
            "resource",
            payload=payload,
            length=len(evidence.page or b""),
            warc_content_type=kind,
            warc_headers_dict=headers,
        )
        writer.write_record(record)
    return out.getvalue(), offset
