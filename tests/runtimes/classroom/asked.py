"""What a page asks of a class's server that runs in another process."""

import json
from typing import Any
from urllib.request import Request, urlopen

PATIENCE = 60.0


def ask(address: str, what: str, **body: object) -> Any:
    """What is told; urllib's HTTPError where it is refused."""
    request = Request(f"{address}api/{what}", data=json.dumps(body).encode())
    with urlopen(request, timeout=PATIENCE) as answer:
        return json.loads(answer.read())
