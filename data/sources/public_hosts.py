"""Which addresses are of a public host, in whatever form they are written."""

from ipaddress import IPv4Address, IPv6Address, ip_address

#: What stands before an address of the older kind in one of the newer: nothing, a mark (mapped), or
#: the prefix under which it is translated (64:ff9b::/96).
TRANSLATED = (0, 0xFFFF, 0x64_FF9B << 64)


def is_public(text: str) -> bool:
    """Tell whether an address is of one public host: so is what it may hold inside."""
    address = ip_address(text.split("%")[0])
    inside = _inside(address) if isinstance(address, IPv6Address) else None
    is_of_one = address.is_global and not address.is_multicast
    return is_of_one and (inside is None or is_public(str(inside)))


def _inside(address: IPv6Address) -> IPv4Address | None:
    """Return the address of the older kind that one leads to; None where it holds none."""
    if int(address) >> 32 in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.sixtofour or (address.teredo[1] if address.teredo else None)
