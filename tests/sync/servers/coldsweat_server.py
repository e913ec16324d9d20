"""Serves a real coldsweat on loopback: run with the Python that coldsweat is installed for, and a folder of its own.

It never fetches anything, so that its look-ups of favicons stay away too: feeds and entries are put into its database.
Prints its address once it listens, and serves until its standard input ends.
"""

import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

from coldsweat import create_app
from coldsweat.models import Entry, Feed, Group, Read, Saved, Subscription, User, setup
from werkzeug.serving import make_server

FIRST = datetime(2026, 3, 14, 9, 30)


class Settings:
    SECRET_KEY = "for-this-test-alone"
    TESTING = False


def fill(user, entries):
    """A feed in a folder, with so many entries: the second is read, the third is saved and read."""
    feed = Feed.create(self_link="http://harbour.example/feed.xml", title="Harbour & Sea")
    folder = Group.create(title="Towns")
    Subscription.create(user=user, group=folder, feed=feed)
    made = [
        Entry.create(
            guid=f"tag:harbour.example,2026:{number}",
            feed=feed,
            title=f"Story {number} <of> the sea",
            content=f"<p>Words of {number}.</p>",
            author="Ida Marsh",
            link=f"http://harbour.example/{number}",
            published_on=FIRST + timedelta(hours=number),
        )
        for number in range(entries)
    ]
    for entry in made[1:3]:
        Read.create(user=user, entry=entry)
    Saved.create(user=user, entry=made[2])


def main(folder, email, password, entries):
    Settings.DATABASE_URL = f"sqlite:///{Path(folder) / 'coldsweat.db'}"
    app = create_app(Settings)
    with app.app_context():
        setup()
        key = User.make_fever_api_key(email, password)
        fill(User.create(email=email, fever_api_key=key, password_hash="-"), int(entries))
    server = make_server("127.0.0.1", 0, app)
    threading.Thread(target=server.serve_forever).start()
    sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n")
    sys.stdout.flush()
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
