"""The brief by mail: one message with the brief attached and a link to the live view.

The server is that of the environment (``SMTP_HOST`` and others); a password stands there or in a
file, and is in no message, log or error.
"""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import localtime, make_msgid
from pathlib import Path

from data.records.model import in_words
from geo.words.catalogue import _
from reports.exports.files import View, report_file
from reports.words.headline import headline_figures
from reports.words.selection import selection_in_words

#: How the connection is kept secret: from its start, from the first command on, or not at all.
TLS, STARTTLS, PLAIN = "tls", "starttls", "none"
PORTS = {TLS: 465, STARTTLS: 587, PLAIN: 25}
#: How long a server may take to answer, in seconds; how many people one message goes to.
PATIENCE, MOST_RECEIVERS = 30, 50
_ADDRESS = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\".]+(\.[^@\s<>,;:\".]+)*")


class MailError(RuntimeError):
    """A message cannot be sent; the text says what is wrong and what to do."""


@dataclass(frozen=True)
class Server:
    """A mail server, and as whom messages are sent there."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)


def server_of(settings: Mapping[str, str]) -> Server:
    """Return the server that settings name.

    Parameters
    ----------
    settings
        ``SMTP_HOST`` and ``SMTP_FROM``; and where they are not usual ``SMTP_PORT``,
        ``SMTP_SECURITY`` (tls, starttls or none), ``SMTP_USER``, ``SMTP_PASSWORD`` or
        ``SMTP_PASSWORD_FILE``.

    Raises
    ------
    MailError
        If one is missing or of no use.
    """
    host, security = settings.get("SMTP_HOST", ""), settings.get("SMTP_SECURITY", STARTTLS)
    if not host:
        raise MailError(_("No mail server is named. Set SMTP_HOST, and SMTP_FROM for the sender."))
    if security not in PORTS:
        words = _("SMTP_SECURITY is {value!r}. Set it to {choices}.")
        raise MailError(words.format(value=security, choices=_(" or ").join(PORTS)))
    port = settings.get("SMTP_PORT", "") or str(PORTS[security])
    if not port.isascii() or not port.isdecimal() or not 0 < int(port) < 65_536:
        words = _("SMTP_PORT is {value!r}. Set it to a number from 1 to 65535.")
        raise MailError(words.format(value=port))
    (sender,) = addresses([settings.get("SMTP_FROM", "")], "SMTP_FROM")
    user, password = settings.get("SMTP_USER", ""), _password(settings)
    if user and not password:
        raise MailError(_("SMTP_USER has no password. Set SMTP_PASSWORD or SMTP_PASSWORD_FILE."))
    if user and security == PLAIN:
        raise MailError(_("The password would be sent unencrypted. Set SMTP_SECURITY to starttls."))
    return Server(host, int(port), security, sender, user, password)


def _password(settings: Mapping[str, str]) -> str:
    file = settings.get("SMTP_PASSWORD_FILE", "")
    if not file:
        return settings.get("SMTP_PASSWORD", "")
    try:
        return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as fault:
        words = _("SMTP_PASSWORD_FILE cannot be read: {file}. Check its name and who may read it.")
        raise MailError(words.format(file=file)) from fault


def addresses(written: Sequence[str], what: str = "--to") -> list[str]:
    """Return addresses of mail, each once; raises ``MailError`` for what is none, or too many."""
    found = list(dict.fromkeys(one.strip() for one in written))
    for one in found:
        if not one.isascii() or not _ADDRESS.fullmatch(one):
            words = _("{option} {value!r} is not an e-mail address such as office@example.org.")
            raise MailError(words.format(option=what, value=one))
    if len(found) > MOST_RECEIVERS:
        words = _("{number} addresses are too many: at most {most}. Send to a mailing list.")
        raise MailError(words.format(number=len(found), most=MOST_RECEIVERS))
    return found


def message(view: View, sender: str, receivers: Sequence[str]) -> EmailMessage:
    """Return the message of a view: what it says in short, the link, and the brief attached."""
    figures, records = view.figures, view.figures.records
    brief, step = report_file("brief", "pdf"), view.story.steps[0]
    day = in_words(figures.selection.as_of)
    mark = _("Illustrative records: ") if records.illustrative else ""
    letter = EmailMessage()
    letter["Subject"] = _one_line(f"{mark}{view.imprint.title or step.title}, {day}")
    letter["From"] = Address(addr_spec=sender)
    letter["To"] = tuple(Address(addr_spec=one) for one in receivers)
    letter["Date"] = localtime()
    letter["Message-ID"] = make_msgid(domain=sender.partition("@")[2])
    link = view.imprint.live_view(figures)
    lines = [
        step.title, step.text, "",
        *(f"- {one.value} {one.words}" + (f" ({one.beside})" if one.beside else "")
          for one in headline_figures(figures)),
        "", _("Data as of {day}; {view}.").format(
            day=day, view=selection_in_words(figures.selection)),
        _("Source: {source}. {notice}").format(
            source=view.imprint.source_of(records), notice=records.full_notice),
        *([_("Live view: {address}").format(address=link)] if link else []),
        *([_("Contact: {contact}").format(contact=view.imprint.contact)]
          if view.imprint.contact else []),
        "", _("The brief is attached."),
    ]  # fmt: skip
    letter.set_content("\n".join(_one_line(line) for line in lines))
    content, (kind, part) = brief.make(view), brief.mime.split("/")
    letter.add_attachment(content, maintype=kind, subtype=part, filename=brief.name(view))
    return letter


def send(server: Server, letter: EmailMessage) -> list[str]:
    """Send a message, and return the receivers whom the server refuses.

    Raises ``MailError`` where it refuses all of them, or the message.
    """
    try:
        with _connected(server) as connection:
            if server.user:
                _log_in(connection, server)
            return list(connection.send_message(letter))
    except smtplib.SMTPRecipientsRefused as fault:
        words = _("The mail server refuses {addresses}. Check them.")
        raise MailError(words.format(addresses=", ".join(fault.recipients))) from None
    except OSError as fault:  # an SMTPException is one
        # What a server answers may repeat what it was told: only the kind of fault is said.
        kind = getattr(fault, "strerror", None) or type(fault).__name__
        words = _(
            "The message could not be sent by {host}, port {port}: {why}. Check SMTP_HOST, "
            "SMTP_PORT and SMTP_SECURITY."
        )
        raise MailError(words.format(host=server.host, port=server.port, why=kind)) from None


def _log_in(connection: smtplib.SMTP, server: Server) -> None:
    """Say who sends; a server may answer a wrong password by closing the connection."""
    try:
        connection.login(server.user, server.password)
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPServerDisconnected):
        raise MailError(_("The mail server refuses SMTP_USER or its password.")) from None


def _connected(server: Server) -> smtplib.SMTP:
    secret = ssl.create_default_context()
    if server.security == TLS:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=secret)
    connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    if server.security == STARTTLS:
        connection.starttls(context=secret)
    return connection


def _one_line(words: str) -> str:
    return " ".join(words.split())
