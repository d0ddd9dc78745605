"""What is handed to Caddy and Docker, as far as it can be tried without either's network."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
CADDY = Path(sys.executable).with_name("caddy")


@pytest.mark.parametrize("site", ["http://localhost:8501", "dashboard.example.org"])
def test_the_proxy_takes_its_settings(site):
    given = {**os.environ, "SITE": site, "STICKY": "two words", "DASHBOARDS": "one:8501 two:8501"}
    command = [CADDY, "adapt", "--config", DEPLOY / "Caddyfile", "--adapter", "caddyfile"]
    made = subprocess.run(command, env=given, capture_output=True, text=True, check=True)  # noqa: S603
    assert '"upstreams":[{"dial":"one:8501"},{"dial":"two:8501"}]' in made.stdout
    assert '"secret":"two words"' in made.stdout
    assert ('"listen":[":443"]' in made.stdout) is (site == "dashboard.example.org")


def test_containers_are_given_all_that_they_ask_for():
    compose = (DEPLOY / "compose.yaml").read_text()
    example = (DEPLOY / "example.env").read_text()
    asked = set(re.findall(r"\$\{(\w+)", compose))
    assert asked == set(re.findall(r"^(\w+)=", example, re.MULTILINE))
    services = re.split(r"^  (?=\S)", compose.partition("services:")[2], flags=re.MULTILINE)
    own = [one for one in services if "image:" in one] + [compose.partition("services:")[0]]
    assert len(own) == 3
    for one in own:
        assert "read_only: true" in one
        assert "cap_drop: [ALL]" in one
        assert "mem_limit:" in one
        assert "no-new-privileges:true" in one
    dockerfile = (DEPLOY / "Dockerfile").read_text()
    assert re.search(r"^USER dashboard$", dockerfile, re.MULTILINE)
    copied = re.findall(r"^COPY (\S+) ", dockerfile, re.MULTILINE)
    allowed = (DEPLOY.parent / ".dockerignore").read_text().splitlines()
    for name in copied:
        assert (DEPLOY.parent / name).exists()
        assert f"!{name}" in allowed


def pins(name: str) -> set[str]:
    lines = (DEPLOY.parent / name).read_text().splitlines()
    named = (re.match(r"([\w.-]+)(?:\[\w+\])?==([\w.]+)", line) for line in lines)
    return {f"{one[1]}=={one[2]}".lower() for one in named if one}


def test_whatever_is_installed_has_a_hash():
    text = (DEPLOY.parent / "hashes.txt").read_text()
    hashed = {
        entry.split()[0].lower()
        for entry in re.split(r"\n(?=\w)", text)
        if "--hash=sha256:" in entry
    }
    assert hashed == pins("requirements.txt") | pins("requirements-dev.txt")
    assert pins("requirements-installer.txt")
    for name in ("Makefile", "deploy/Dockerfile"):
        installing = (DEPLOY.parent / name).read_text()
        assert "--require-hashes --constraints hashes.txt" in installing
        assert installing.count("--require-hashes") >= 2
