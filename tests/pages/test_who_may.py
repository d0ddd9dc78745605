"""Roles x provinces x every screen and file: what is not allowed is not there, and is refused."""

from itertools import product
from pathlib import Path
from types import SimpleNamespace

import pytest

from data.access.rights import NotAllowedError, Right, Role
from data.store.errors import StoreError
from pages.parts import downloads, tables
from pages.session import loading
from reports.exports.files import FILES

PAGES = loading.ROOT / "pages"
PROVINCES = ((), ("Punjab",), ("Punjab", "Sindh"))
#: Of every screen, what is on it for who has a right: the key of a control that has it for all.
SCREENS = {
    "overview": {"take_along": Right.TAKE},
    "gaps": {"take_along": Right.TAKE},
    "committees": {"take_along": Right.TAKE},
    "participants": {"take_along": Right.TAKE},
    "trainings": {"take_along": Right.TAKE},
    "present": {"keep_wording": Right.WORDING, "take_along": Right.TAKE},
    "records": {
        "entry_training": Right.IMPORT,
        "looked_into": Right.LOOK,
        "undo_import_now": Right.UNDO,
        "audit": Right.UNDO,
    },
    "methods": {},
    "people": {"grant_add": Right.PEOPLE},
}
CONTROLS = {key for controls in SCREENS.values() for key in controls}
FILES_ALONE = {"take_along": Right.TAKE}
#: What a visitor has opened on them.
OPENED = {"looked_into": 1, "audit": True, "take_along": True}
#: Who may do what, written out: the least role, and whether it is for a part of the provinces.
LEAST = {
    Right.TAKE: (Role.VIEWER, True),
    Right.LOOK: (Role.VIEWER, False),
    Right.IMPORT: (Role.EDITOR, True),
    Right.UNDO: (Role.MANAGER, False),
    Right.WORDING: (Role.MANAGER, False),
    Right.PEOPLE: (Role.ADMINISTRATOR, False),
    Right.RESTORE: (Role.ADMINISTRATOR, False),
}


def may(right: Right, role: Role, provinces: tuple[str, ...], *, files: bool) -> bool:
    least, for_a_part = LEAST[right]
    roles = list(Role)
    enough = roles.index(role) >= roles.index(least) and (for_a_part or not provinces)
    return enough and (files or right is not Right.TAKE)


def keys(block) -> set[str]:
    """Return the keys of all controls and containers below a block of what was sent."""
    below = block.children.values()
    inner = [keys(one) for one in below if hasattr(one, "children")]
    return {getattr(one, "key", None) for one in below}.union(*inner)


def screens(app) -> set[str]:
    """Return the screens that there are for who looks."""
    return {Path(page.get("script_path", "")).stem for page in app._registered_pages.values()}


def test_every_screen_and_right_is_in_the_matrix() -> None:
    assert {path.stem for path in PAGES.glob("*.py")} - {"__init__"} == set(SCREENS)
    assert set(LEAST) == set(Right)


# Who may take files along, which is the same for every role, is seen of viewers.
VISITORS = [(role, p) for role in Role for p in PROVINCES if role is Role.VIEWER or len(p) < 2]


def test_on_every_screen_stands_what_is_allowed_and_nothing_else(
    run_screen, stored, signed_in
) -> None:
    for role, provinces in VISITORS:
        files = len(provinces) != 1
        signed_in(role, provinces, files=files)
        app = run_screen("overview", query={"records": "stored"}, state=OPENED)
        there = screens(app)
        assert ("people" in there) is may(Right.PEOPLE, role, provinces, files=files), (
            role, provinces,
        )  # fmt: skip
        for name, controls in SCREENS.items():
            if name not in there or (role is not Role.VIEWER and controls == FILES_ALONE):
                continue
            if name != "overview":
                app.switch_page(f"pages/{name}.py").run()
            where = (role, provinces, name)
            assert not app.exception, where
            shown, given = keys(app._tree), set(controls.values())
            allowed = {right for right in given if may(right, role, provinces, files=files)}
            expected = {key for key, right in controls.items() if right in allowed}
            assert shown & CONTROLS == expected, where
            assert bool(app.get("download_button")) <= files, where


def test_the_store_is_handed_to_nobody_for_what_he_may_not(signed_in) -> None:
    for role, provinces in product(Role, PROVINCES):
        signed_in(role, provinces)
        for right in set(Right) - {Right.TAKE}:
            try:
                handed = loading.programme_store(right).person.role
            except StoreError:
                handed = None
            allowed = may(right, role, provinces, files=True)
            assert handed is (role if allowed else None), (role, provinces, right)


def test_no_file_is_made_for_who_may_take_none_along(signed_in, monkeypatch) -> None:
    begun: list[str] = []

    def begin(asker: str, making: object, key: str, ending: str, view: object) -> SimpleNamespace:
        begun.append(f"{key}.{ending}")
        return SimpleNamespace(result=lambda: b"made")

    monkeypatch.setattr(downloads, "MAKING", SimpleNamespace(begin=begin))
    for provinces, files in product(PROVINCES, (True, False)):
        signed_in("editor", provinces, files=files)
        begun.clear()
        made = (downloads._made(one, None) for one in FILES)
        for make in (*made, tables._allowed(lambda: b"made")):
            if files:
                assert make() == b"made", provinces
            else:
                with pytest.raises(NotAllowedError, match="take files along"):
                    make()
        assert begun == [f"{one.key}.{one.ending}" for one in FILES if files], (provinces, files)


def test_every_file_is_offered_by_the_two_parts_that_ask_who_may() -> None:
    offering = {
        path.name
        for path in PAGES.rglob("*.py")
        if "st.download_button(" in path.read_text(encoding="utf-8")
    }
    assert offering == {"downloads.py", "tables.py"}
