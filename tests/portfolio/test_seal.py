"""The code on a certificate: any change is seen, and what is no certificate is told as that."""

import base64
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.portfolio.seal import LARGEST, PLACE, checked, code_in, sealed

WHOLE = sealed(f"<p>Karin Lindqvist\nhar gått kursen</p>\n{PLACE}\n").encode()


def test_the_code_is_the_standard_library_s_own() -> None:
    """RFC 2104 over the file with sixteen noughts for its code, in the letters of RFC 4648."""
    key = b"nya-satt-att-tanka: a certificate that nobody has changed"
    digest = hmac.digest(key, PLACE.encode(), "sha256")[:10]
    rfc = base64.b32encode(digest).decode()
    ours = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    expected = "".join(ours["ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".index(one)] for one in rfc)
    assert code_in(sealed(PLACE)).replace("-", "") == expected


@given(st.data())
def test_a_change_of_any_byte_is_seen(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(WHOLE) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda one: one != WHOLE[place]))
    content = WHOLE[:place] + bytes([other]) + WHOLE[place + 1 :]
    assert checked(content) != "unchanged"


@given(st.binary(min_size=1, max_size=9), st.integers(0, len(WHOLE)))
def test_what_is_put_in_is_seen(more: bytes, place: int) -> None:
    content = WHOLE[:place] + more + WHOLE[place:]
    if content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n") != WHOLE:
        assert checked(content) != "unchanged"


def test_how_a_mail_program_ends_its_lines_is_no_change() -> None:
    assert checked(WHOLE) == "unchanged"
    assert checked(WHOLE.replace(b"\n", b"\r\n")) == "unchanged"
    assert checked(b"\xef\xbb\xbf" + WHOLE) == "unchanged"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "foreign"),
        (b"Dear all", "foreign"),
        (b"%PDF-1.7\n" + WHOLE, "pdf"),
        (WHOLE.replace(b'"1"', b'"2"'), "later"),
        (WHOLE.replace(b'"1"', b'"0"'), "foreign"),
        (WHOLE + WHOLE, "foreign"),  # which of the two would be meant?
        (WHOLE + b" " * LARGEST, "foreign"),
        (WHOLE.replace(b"</code>", b"</p>"), "foreign"),
    ],
)
def test_what_is_no_certificate_is_told_as_that(content: bytes, found: str) -> None:
    assert checked(content) == found
