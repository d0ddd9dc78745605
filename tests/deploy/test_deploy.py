"""What is handed to Caddy and Docker, as far as it can be tried without either's network."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

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


@pytest.fixture(scope="module")
def services() -> dict:
    """What each container of compose.yaml is given; a key that stands twice is an error."""
    return YAML(typ="safe").load(DEPLOY / "compose.yaml")["services"]


def test_containers_are_given_all_that_they_ask_for():
    asked = set(re.findall(r"\$\{(\w+)", (DEPLOY / "compose.yaml").read_text()))
    example = (DEPLOY / "example.env").read_text()
    assert asked == set(re.findall(r"^(\w+)=", example, re.MULTILINE))
    dockerfile = (DEPLOY / "Dockerfile").read_text()
    copied = re.findall(r"^COPY (\S+) ", dockerfile, re.MULTILINE)
    allowed = (DEPLOY.parent / ".dockerignore").read_text().splitlines()
    for name in copied:
        assert (DEPLOY.parent / name).exists()
        assert f"!{name}" in allowed


def test_no_container_may_do_more_than_it_must(services):
    assert set(services) == {"dashboard-1", "dashboard-2", "proxy", "database"}
    for one in services.values():
        assert one["read_only"]
        assert one["cap_drop"] == ["ALL"]
        assert one["security_opt"] == ["no-new-privileges:true"]
        assert one["mem_limit"]
    assert {name for name, one in services.items() if "ports" in one} == {"proxy"}
    # The program in Caddy's image is marked with this right: without it, nobody can start it.
    assert services["proxy"]["cap_add"] == ["NET_BIND_SERVICE"]


def test_a_dashboard_in_a_container_can_read_its_home_and_write_where_it_must(services):
    """What is mounted over a folder of the image has its rights, but root as its owner."""
    dockerfile = (DEPLOY / "Dockerfile").read_text()
    user = re.search(r"useradd .*--no-create-home --home-dir (\S+) (\w+)", dockerfile)
    assert user
    home, name = user.groups()
    assert re.search(rf"^USER {name}$", dockerfile, re.MULTILINE)
    assert services["dashboard-1"]["tmpfs"] == [f"{home}:mode=1777"]
    assert f"mkdir records && chown {name} records" in dockerfile
    assert "records:/app/records" in services["dashboard-1"]["volumes"]


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
