"""nginx and Apache with a folder, set up as docs/hosting.md says."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from hosted import Hosted
from running import PATIENCE, free_port

from tests.documented import written

_IN_THE_EXAMPLES = "/kurs/"
_MODULES = ("mpm_event", "authz_core", "dir", "mime", "filter", "deflate", "headers")


def nginx(work, root, port, example):
    """How nginx is started: its own settings, and the example's."""
    settings = work / "nginx.conf"
    settings.write_text(f"""
daemon off;
pid {work}/pid;
error_log {work}/errors;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  default_type text/plain;
  access_log off;
  server {{ listen 127.0.0.1:{port}; root {root}; {example} }}
}}
""")
    return ["/usr/sbin/nginx", "-c", settings]


def apache(work, root, port, example):
    """How Apache is started: its own settings, and the example's."""
    folder = "/usr/lib/apache2/modules"
    modules = "\n".join(f"LoadModule {one}_module {folder}/mod_{one}.so" for one in _MODULES)
    settings = work / "apache.conf"
    settings.write_text(f"""
{modules}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {work}/pid
DefaultRuntimeDir {work}
ErrorLog {work}/errors
{"User www-data" if os.geteuid() == 0 else ""}
TypesConfig /etc/mime.types
DocumentRoot {root}
<Directory {root}>
  Require all granted
</Directory>
{example}
""")
    return ["/usr/sbin/apache2", "-f", settings, "-DFOREGROUND"]


COMPRESSED = {
    nginx: (r"gzip_types .*;", "gzip_types *;"),
    apache: (r"AddOutputFilterByType DEFLATE .*", "SetOutputFilter DEFLATE"),
}
"""Where an example says what is compressed, and how a server is told that it is everything."""


class Served(Hosted):
    """The folder at an address of its own, until ``stop``."""

    def __init__(self, process, address):
        super().__init__(address)
        self._process = process

    def stop(self):
        """Serve no more; once is enough."""
        self._process.terminate()
        self._process.wait(PATIENCE)


@contextmanager
def web_server(program, folder, place="/", *, compresses_all=False):
    """A server that gives the folder at a place, with the settings of the page's example.

    What is served lies where the user may read it who a server becomes that root has started.
    """
    with tempfile.TemporaryDirectory(prefix="course-hosted-") as work:
        work = Path(work)
        work.chmod(0o755)
        root = work / "root"
        root.mkdir()
        shutil.copytree(folder, root / place.strip("/"), dirs_exist_ok=True)
        example = written("hosting.md", program.__name__).replace(_IN_THE_EXAMPLES, place)
        if compresses_all:
            example, changed = re.subn(*COMPRESSED[program], example)
            assert changed == 1
        port = free_port()
        command = program(work, root, port, example)
        served = Served(subprocess.Popen(command), f"http://127.0.0.1:{port}{place}")
        try:
            _until_it_answers(served.address)
            yield served
            served.see_off()
        finally:
            served.stop()


def _until_it_answers(address):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return urlopen(address).close()
        except URLError:
            assert time.monotonic() < end, "the server never answered"
            time.sleep(0.05)


def headers(address):
    """What a server says of a file, asked as browsers do."""
    with urlopen(Request(address, headers={"Accept-Encoding": "gzip"})) as answer:
        return answer.headers
