"""A small municipality's web site, served on this machine for the tests."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!doctype html>
<html lang="nb"><head>
<title>{title} - Fjordvik kommune</title>
<meta name="description" content="{lead}">
<meta property="article:section" content="{section}">
<meta property="article:published_time" content="{published}T09:00:00+01:00">
</head><body>
<header><a href="/">Fjordvik kommune</a><nav><ul><li><a href="/nyheter">Nyheter</a></li>
<li><a href="/tjenester">Tjenester</a></li></ul></nav></header>
<main><article><h1>{title}</h1><p class="ingress">{lead}</p>{body}</article></main>
<footer><p>Fjordvik kommune, postboks 1, 9999 Fjordvik. Telefon 68 05 00 00.</p></footer>
</body></html>"""


FRONT_PAGE = """<!doctype html><html lang="nb"><head><title>Fjordvik kommune</title></head><body>
<main><h1>Velkommen til Fjordvik</h1><h2>Nyheter</h2><ul>{links}</ul></main>
<noscript>Du må slå på JavaScript for å bruke denne siden.</noscript></body></html>"""
ENGLISH = """<!doctype html><html lang="en"><head><title>The library</title></head><body><main>
<article><h1>The library is moving</h1><p>From the third of March you will find the library on the
first floor of the town hall. House number {number} is now closed to the public.</p></article>
</main></body></html>"""
HEAVY = "Søknader vil bli gjenstand for behandling i henhold til retningslinjer vedrørende vei {}. "
# A number of the Tenor test series, and a name that nobody bears in public.
LEAK = "Klagen fra Kari Nordmann (fødselsnummer 058187 12490) gjelder vei {}. "


def front_page() -> str:
    """A page with nothing but links to others."""
    link = "<li><a href='/nyheter/{0}'><h3>Vei {0}</h3><p>Arbeidet starter snart der.</p></a></li>"
    return FRONT_PAGE.format(links="".join(map(link.format, range(12))))


def page(number: int, *, extra: str = "") -> str:
    """A news item like others of its kind, each with its own number in it."""
    return PAGE.format(
        title=f"Vei {number} blir asfaltert",
        lead=f"Arbeidet på vei {number} starter mandag og varer i to uker.",
        section="Vei og trafikk",
        published=f"20{20 + number % 5}-05-{1 + number % 28:02}",
        body=(
            f"<p>Kommunen legger ny asfalt på vei {number} fra skolen til butikken. Du kan kjøre "
            "forbi hele dagen, men må regne med å vente litt.</p><h2>Slik kommer du fram</h2>"
            f"<ul><li>Bussen går som vanlig.</li><li>Syklister bruker stien.</li></ul><p>{extra}"
            "Har du spørsmål, kan du ringe oss på servicetorget mellom klokka ni og tre.</p>"
        ),
    )


@dataclass
class Site:
    """What is served at each path: a body, or a status with headers; nothing at `silent` ones.

    `asked` is what came in.
    """

    root: str = ""
    bodies: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, list[tuple[int, Mapping[str, str]]]] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def add_sitemap(self, path: str, pages: list[str], *, packed: bool = False) -> None:
        """Serve a sitemap of these paths."""
        listed = "".join(f"<url><loc>{self.root}{page}</loc></url>" for page in pages)
        xml = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'
        self.bodies[path] = gzip.compress(xml.encode()) if packed else xml.encode()

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked == path for asked, _ in self.asked)


def publish_news(site: Site, count: int) -> list[str]:
    """Let a site have news as sites have them: most fine, some not. Their paths come back."""
    paths = []
    for number in range(count):
        path, body = f"/nyheter/{number}", page(number)
        if number % 5 == 1:
            body = page(number, extra=HEAVY.format(number))
        if number % 9 == 2:
            path = f"/nyheter/{number}-kari-nordmann-klager"
            body = page(number, extra=LEAK.format(number))
        if number % 31 == 3:
            body = ENGLISH.format(number=number)
        if number % 37 == 4:
            body = page(number - 1)
        if number % 41 == 5:
            body = front_page()
        if number % 47 == 7:
            site.answers[path] = [(302, {"Location": f"/flyttet/{number}"})]
            site.bodies[f"/flyttet/{number}"] = body.encode()
        elif number % 43 != 6:  # these are gone
            site.bodies[path] = body.encode("latin-1" if number % 53 == 8 else "utf-8")
        paths.append(path)
    return paths


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port of this machine."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            waiting = site.answers.get(self.path)
            if self.path in site.silent:
                self.close_connection = True
            elif waiting:
                status, headers = waiting.pop(0) if len(waiting) > 1 else waiting[0]
                self._answer(status, headers, b"")
            elif self.path in site.bodies:
                self._answer(200, {"ETag": '"1"'}, site.bodies[self.path])
            else:
                self._answer(404, {}, b"")

        def _answer(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
