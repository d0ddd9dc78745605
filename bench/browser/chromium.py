"""Finds the machine's Chromium and says how it is started.

The bench and the end-to-end tests drive the same browser in the same way. As a
command (``python -m bench.browser.chromium``) it tells whether there is one.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

#: The one without what draws windows first: no test looks at these, and it starts sooner.
COMMANDS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
MAC_APPLICATIONS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
)
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")

# Every name but the machine's own leads nowhere, whatever asks for it: a page,
# a frame, a worker, a WebSocket or the browser itself.
NO_FOREIGN_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, " + ", ".join(
    f"EXCLUDE {host}" for host in LOCAL_HOSTS
)
FLAGS = (
    "--no-sandbox",  # a root user in a container has no sandbox to use
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # The browser's own calls home would be mistaken for the dashboard's.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    NO_FOREIGN_HOST,
)


def installed_chromium(playwright: Playwright | None = None) -> Path | None:
    """Return the program of a Chromium of this machine, or None where there is none.

    It is that of ``CHROMIUM`` in the environment, of the search path, of macOS's applications, or,
    where Playwright is given, the build that it keeps for itself, in this order.
    """
    named = os.environ.get("CHROMIUM")
    commands = [named] if named else [shutil.which(command) for command in COMMANDS]
    folders = (Path("/Applications"), Path.home() / "Applications")
    candidates = [Path(program) for program in commands if program]
    candidates += [folder / name for folder in folders for name in MAC_APPLICATIONS]
    if playwright is not None:
        candidates.append(Path(playwright.chromium.executable_path))
    return next((program for program in candidates if program.is_file()), None)


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Start the machine's Chromium without a window; it reaches this machine and no other host.

    Flags are added to those that it always has.
    """
    program = installed_chromium(playwright)
    if program is None:
        raise FileNotFoundError("No Chromium on this machine: `make chromium` installs one.")
    return playwright.chromium.launch(executable_path=program, args=[*FLAGS, *flags])


@contextmanager
def launched() -> Iterator[Browser]:
    """Run the machine's Chromium for as long as the block lasts."""
    with sync_playwright() as playwright, launch(playwright) as browser:
        yield browser


def main() -> int:
    """Print which Chromium would be driven; 1 as exit code where there is none."""
    with sync_playwright() as playwright:
        program = installed_chromium(playwright)
    print(program or "No Chromium on this machine.")
    return 0 if program else 1


if __name__ == "__main__":
    sys.exit(main())
