"""The code on a certificate: whether the file is still as the course wrote it.

The key stands here for everybody to read, so that anybody can check a file without a network and
without us. For the same reason anybody could make a code: it tells that nothing was changed since,
not who answered, and not that it was the course that wrote the file.
"""

import base64
import hmac
import re
from typing import Literal

Found = Literal["unchanged", "changed", "later", "pdf", "foreign"]
"""What a file turns out to be: as it was written, changed, of a later version, or no such file."""

VERSION = 1
"""The version of the seal that this course writes, and the latest that it checks."""

LARGEST = 2_000_000
"""The bytes that a file may have to be a certificate; ours have some twenty thousand."""

_KEY = b"nya-satt-att-tanka: a certificate that nobody has changed"
_EMPTY = "0000-0000-0000-0000"
_CODE = re.compile(rb'(<code data-seal="(\d{1,9})">)([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})(</code>)')
_LETTERS = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ")

PLACE = f'<code data-seal="{VERSION}">{_EMPTY}</code>'
"""What stands in a file where its code is to be."""


def sealed(html: str) -> str:
    """The file with its code, which stands in the place of ``PLACE``.

    >>> whole = sealed(f"<p>Taken by Karin</p>{PLACE}")
    >>> checked(whole.encode())
    'unchanged'
    >>> checked(whole.replace("Karin", "Fatima").encode())
    'changed'
    """
    content = html.encode()
    assert content.count(PLACE.encode()) == 1
    return html.replace(_EMPTY, _code(content))


def code_in(html: str) -> str:
    """The code that a sealed file has."""
    found = _CODE.search(html.encode())
    assert found is not None
    return found[3].decode()


def checked(content: bytes) -> Found:
    """Whether a file is a certificate that is as it was written, whatever ended its lines.

    >>> checked(b"Dear all"), checked(b"%PDF-1.7")
    ('foreign', 'pdf')
    """
    if content.startswith(b"%PDF"):
        return "pdf"
    found = _CODE.findall(content) if len(content) <= LARGEST else []
    if len(found) != 1:
        return "foreign"
    ((_, version, code, _),) = found
    if int(version) != VERSION:
        return "later" if int(version) > VERSION else "foreign"
    bare = _CODE.sub(rb"\g<1>" + _EMPTY.encode() + rb"\g<4>", content)
    return "unchanged" if hmac.compare_digest(_code(bare).encode(), code) else "changed"


def _code(content: bytes) -> str:
    """Eighty bits in sixteen letters, without those that are mistaken for others on paper."""
    plain = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    digest = hmac.new(_KEY, plain, "sha256").digest()[:10]
    letters = base64.b32encode(digest).translate(_LETTERS).decode()
    return "-".join(letters[n : n + 4] for n in range(0, 16, 4))
