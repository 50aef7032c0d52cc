"""The addresses at which other computers could find this one."""

import ipaddress
import socket
from contextlib import suppress

LOOPBACK = "127.0.0.1"
"""This computer alone."""

LOOPBACKS = (LOOPBACK, "::1")
"""From where this computer asks itself, a proxy on it too."""


def own_addresses() -> list[str]:
    """This computer's addresses on its networks, the one that leads out first; none of loopback.

    Nothing is sent to find out.
    """
    found: list[str] = []
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        # To which network a packet would go; 192.0.2.1 is an address for examples (RFC 5737).
        probe.connect(("192.0.2.1", 9))
        found.append(probe.getsockname()[0])
    with suppress(OSError):
        found += [
            str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        ]
    return [one for one in dict.fromkeys(found) if is_reachable(one)]


def is_reachable(address: str) -> bool:
    """Whether an address is one that another computer could open.

    >>> [is_reachable(one) for one in ("192.168.1.7", "127.0.0.1", "169.254.3.4", "home")]
    [True, False, False, False]
    """
    try:
        one = ipaddress.ip_address(address)
    except ValueError:
        return False
    return not (one.is_loopback or one.is_link_local or one.is_unspecified or one.is_multicast)
