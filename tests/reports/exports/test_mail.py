"""The brief by mail, through a real SMTP server; what cannot be sent is said in a sentence."""

import os
import ssl
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from bench.browser.servers import free_port
from data.store.shipped import illustrative
from reports.__main__ import main
from reports.exports import mail
from reports.exports.mail import MailError, server_of
from tests.reports.views import of, views

USUAL = {"SMTP_HOST": "mail.example.org", "SMTP_FROM": "dash@example.org"}


class Inbox:
    """Takes every message but those to ``nobody@example.org``."""

    def __init__(self) -> None:
        self.received: list[tuple[list[str], EmailMessage]] = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address.startswith("nobody@"):
            return "550 no such user, and here is a secret"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        letter = message_from_bytes(envelope.content, policy=policy.default)
        self.received.append((envelope.rcpt_tos, letter))
        return "250 OK"


@contextmanager
def served(monkeypatch, security: str = "none", **how):
    """A mail server of this machine that the settings name; ``how`` it is kept secret."""
    inbox = Inbox()

    def known(server, session, envelope, mechanism, told):
        right = isinstance(told, LoginPassword) and told.password == b"right"
        return AuthResult(success=right, handled=right)

    port = free_port()
    # aiosmtpd knows of no TLS from the start when it asks whether a password is in the open.
    secret = security == mail.STARTTLS
    server = Controller(
        inbox, hostname="127.0.0.1", port=port, authenticator=known, auth_require_tls=secret, **how
    )
    server.start()
    settings = {"SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(port), "SMTP_FROM": "dash@example.org"}
    for name, value in {**settings, "SMTP_SECURITY": security}.items():
        monkeypatch.setenv(name, value)
    for name in ("SMTP_USER", "SMTP_PASSWORD", "SMTP_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)
    try:
        yield inbox
    finally:
        server.stop()


@pytest.fixture
def inbox(monkeypatch):
    """A mail server of this machine that keeps nothing secret."""
    with served(monkeypatch) as inbox:
        yield inbox


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate of this machine that signs itself, in a file with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(1))
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    signer = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(own)
    for extension in (here, own, signer):
        builder = builder.add_extension(extension, critical=False)
    signs = x509.BasicConstraints(ca=True, path_length=None)
    made = builder.add_extension(signs, critical=True).sign(key, hashes.SHA256())
    file = tmp_path_factory.mktemp("tls") / "certificate.pem"
    unlocked = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(key.private_bytes(*unlocked) + made.public_bytes(Encoding.PEM))
    return file


@pytest.mark.parametrize("security", [mail.TLS, mail.STARTTLS])
def test_over_tls_a_password_goes_only_to_a_server_that_is_known(
    security, certificate, monkeypatch
):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    from_the_start = {"ssl_context": context}
    later = {"tls_context": context, "require_starttls": True}
    how = from_the_start if security == mail.TLS else later
    letter = EmailMessage()
    letter["From"], letter["To"] = "dash@example.org", "a@example.org"
    with served(monkeypatch, security, **how) as inbox:
        server = server_of({**os.environ, "SMTP_USER": "dash", "SMTP_PASSWORD": "right"})
        with pytest.raises(MailError, match="could not be sent"):
            mail.send(server, letter)  # nobody vouches for the certificate
        assert inbox.received == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        mail.send(server, letter)
        with pytest.raises(MailError, match="refuses SMTP_USER"):
            mail.send(replace(server, password="wrong"), letter)  # noqa: S106
    assert [receivers for receivers, _letter in inbox.received] == [["a@example.org"]]


def send(*words: str) -> int:
    return main(["send", "--records", "illustrative", "--to", *words])


def test_one_message_has_the_brief_and_the_link(inbox, capsys):
    wanted = ("--province", "Punjab", "--address", "https://example.org/", "--contact", "Office")
    assert send("a@example.org", "b@example.org", *wanted) == 0
    ((receivers, letter),) = inbox.received
    assert receivers == ["a@example.org", "b@example.org"]
    assert letter["Subject"].startswith("Illustrative records: Punjab: trained officials")
    body = letter.get_body().get_content()
    assert "Live view: https://example.org/?province=PK6&records=illustrative" in body
    assert "Data as of 25 September 2023; Punjab." in body
    assert "Contact: Office" in body
    (brief,) = letter.iter_attachments()
    assert brief.get_filename().startswith("PAK_AHTC_training-coverage-brief-punjab")
    assert brief.get_content().startswith(b"%PDF")
    assert capsys.readouterr().out == "Sent to a@example.org, b@example.org.\n"


def test_a_message_has_its_date_and_says_what_has_to_be_known_of_each_figure():
    letter = mail.message(views()["published"], "dash@example.org", ["a@example.org"])
    assert abs(letter["Date"].datetime - datetime.now(UTC)) < timedelta(minutes=10)
    body = " ".join(letter.get_body().get_content().split())
    assert "- 10 of 160 districts covered (at least · 9 of them: count not published" in body
    assert "within a larger place · published 25 Sep 2023: over 44)" in body


def test_a_receiver_that_is_refused_is_named_and_nothing_of_the_answer(inbox, capsys):
    assert send("nobody@example.org") == 2
    said = capsys.readouterr().err
    assert "refuses nobody@example.org" in said
    assert "secret" not in said
    assert said.endswith("Nothing was sent.\n")
    assert inbox.received == []


def test_who_is_not_sent_a_message_that_others_are_is_named(inbox, capsys):
    assert send("a@example.org", "nobody@example.org") == 2
    told = capsys.readouterr()
    assert told.out == "Sent to a@example.org.\n"
    assert told.err == "Not sent to nobody@example.org: the mail server refuses them.\n"
    assert [receivers for receivers, _letter in inbox.received] == [["a@example.org"]]


@pytest.mark.parametrize("password", ["right", "wrong"])
def test_a_password_is_of_a_file_and_in_no_message(inbox, tmp_path, password):
    (tmp_path / "password").write_text(f"{password}\n")
    user = {"SMTP_USER": "dash", "SMTP_PASSWORD_FILE": str(tmp_path / "password")}
    server = server_of({**USUAL, **user})
    assert (server.security, server.port) == (mail.STARTTLS, 587)
    assert password not in repr(server)
    # The server of this test has no certificate.
    here = replace(server, host="127.0.0.1", port=int(os.environ["SMTP_PORT"]), security="none")
    letter = mail.message(of(illustrative()), "dash@example.org", ["a@example.org"])
    if password == "right":  # noqa: S105
        mail.send(here, letter)
        assert len(inbox.received) == 1
        return
    with pytest.raises(MailError, match="refuses SMTP_USER") as refused:
        mail.send(here, letter)
    assert password not in str(refused.value)


def test_a_server_that_does_not_answer_is_said(monkeypatch, inbox, capsys):
    monkeypatch.setenv("SMTP_PORT", "1")
    assert send("a@example.org") == 2
    assert "could not be sent by 127.0.0.1, port 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({}, "No mail server is named"), ({"SMTP_HOST": "a"}, "SMTP_FROM"),
        (USUAL | {"SMTP_PORT": "x"}, "SMTP_PORT"), (USUAL | {"SMTP_SECURITY": "yes"}, "SECURITY"),
        (USUAL | {"SMTP_USER": "dash"}, "no password"),
        (USUAL | {"SMTP_USER": "a", "SMTP_PASSWORD_FILE": "/none"}, "cannot be read"),
        (USUAL | {"SMTP_USER": "a", "SMTP_PASSWORD": "b", "SMTP_SECURITY": "none"}, "unencrypted"),
    ],
)  # fmt: skip
def test_settings_of_no_use_are_refused_by_name(settings, said):
    with pytest.raises(MailError, match=said):
        server_of(settings)


@pytest.mark.parametrize("wrong", ["", "office", "a@b@c", "a@example.org\nBcc: b@c.org", "A <a@b>"])
def test_what_is_no_address_is_refused(wrong):
    with pytest.raises(MailError, match="not an e-mail address"):
        mail.addresses([wrong])
