"""The letters and icons that the screens use, out of the fonts that Streamlit ships.

Three fonts of 975 kB stand in the way of the first map. What is made here of them is a tenth of
that. A letter that is not in it (Cyrillic, say) is taken from Streamlit's own file, which the
browser then fetches. Streamlit's fonts are under licences that allow this: SIL Open Font Licence
1.1 (Source Sans, Source Serif), Apache 2.0 (Material Symbols).
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import streamlit

from geo.webmap.assets import keep, named_by_content

_STREAMLIT = Path(streamlit.__file__).parent
MEDIA = _STREAMLIT / "static" / "static" / "media"
#: Latin with its accents, punctuation, and the signs of texts and tables.
LETTERS = "U+20-17F,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,"
LETTERS += "U+2212,U+2248,U+2260,U+2264-2265,U+25C7,U+2713"
#: Among them figures of one width, for tables.
FEATURES = ["kern", "liga", "tnum", "lnum", "mark", "mkmk", "ccmp", "locl"]
ICON = re.compile(r":material/([a-z0-9_]+)")
WORD = re.compile(r"[a-z0-9_]+")


@dataclass(frozen=True)
class Font:
    """One font: the family that it is a part of, and its file among Streamlit's."""

    family: str
    file: str
    weights: str
    axes: tuple[tuple[str, float], ...] = ()  #: Fixed at one value: titles have one size.
    icons: bool = False

    @property
    def source(self) -> Path:
        """The file of Streamlit; ``FileNotFoundError`` where it has none of this name."""
        found = sorted(MEDIA.glob(f"{self.file}.*"))
        if not found:
            raise FileNotFoundError(f"Streamlit {streamlit.__version__} has no font {self.file}.")
        return found[0]


SANS = Font("Source Sans", "SourceSansVF-Upright", "100 900")
SERIF = Font("Source Serif", "SourceSerifVariable-Roman", "100 900", (("opsz", 20),))
ICONS = Font("Material Symbols Rounded", "MaterialSymbols-Rounded", "400", icons=True)
FONTS = (SANS, SERIF, ICONS)


@dataclass(frozen=True)
class Published:
    """The names of what was published: the fonts in small, and the style that names them."""

    fonts: tuple[str, ...]
    style: str


def publish(folder: Path, screens: Path) -> Published:
    """Write the fonts and their style into a folder, where they are not there yet.

    ``folder`` is served as ``app/static``; the code in ``screens`` names the icons.

    Raises
    ------
    OSError
        Where the folder cannot be written, or Streamlit's fonts are not there.
    """
    icons = sorted(_words(screens) & set(ligatures(_opened(ICONS))))
    names = {one: _published(one, folder, icons if one.icons else []) for one in FONTS}
    style = _style(names)
    name = named_by_content(folder, "screens", ".css", style)
    return Published(tuple(names.values()), name)


def _published(font: Font, folder: Path, icons: list[str]) -> str:
    made_of = [streamlit.__version__, font.source.name, str(font.axes), LETTERS, *FEATURES, *icons]
    made_of += [version("fonttools"), Path(__file__).read_text(encoding="utf-8")]
    digest = hashlib.sha256("|".join(made_of).encode()).hexdigest()[:12]
    path = folder / f"{font.family.lower().replace(' ', '-')}-{digest}.woff2"
    if not path.is_file():
        keep(path, _icons(font, {*icons, *_icons_of_streamlit()}) if font.icons else _letters(font))
    return path.name


def _style(names: dict[Font, str]) -> str:
    """Return Streamlit's style with the fonts in small in place of, or before, its own.

    Raises ``RuntimeError`` where it does not name a font as it is expected to.
    """
    style = streamlit_style().read_text(encoding="utf-8").replace("url(../", "url(../../static/")
    for font, name in names.items():
        face = re.compile(rf"@font-face{{([^}}]*{re.escape(font.source.name)}[^}}]*)}}")
        found = face.search(style)
        if not found:
            raise RuntimeError(
                f"The style of Streamlit {streamlit.__version__} has no {font.file}."
            )
        whole = found.group(1)
        small = re.sub(r"url\([^)]*\)", f"url({name})", whole)
        faces = f"@font-face{{{small}}}"
        if not font.icons:  # a letter that the small one has not comes from the whole one
            # Words are read in another font until theirs has come.
            faces = f"@font-face{{{whole};unicode-range:{_beyond(font)};font-display:swap}}"
            faces += f"@font-face{{{small};unicode-range:{LETTERS};font-display:swap}}"
        style = style.replace(found.group(), faces)
    return style


def streamlit_style() -> Path:
    """Return the file of Streamlit's own style."""
    return next((MEDIA.parent / "css").glob("index.*.css"))


@cache
def _beyond(font: Font) -> str:
    """Return the letters of a font beyond those of the small one, as a ``unicode-range``."""
    letters = sorted(set(_opened(font).getBestCmap()) - _codes())
    runs: list[list[int]] = []
    for code in letters:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{low:X}-{high:X}" if high > low else f"U+{low:X}" for low, high in runs)


def _codes() -> set[int]:
    parts = [part.removeprefix("U+").partition("-") for part in LETTERS.split(",")]
    return {
        code for low, _, high in parts for code in range(int(low, 16), int(high or low, 16) + 1)
    }


def _words(folder: Path) -> set[str]:
    """Return every word that may be the name of an icon: a name can be put together in code."""
    texts = (path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    return {word for text in texts for word in WORD.findall(text)}


def _icons_of_streamlit() -> set[str]:
    files = [*(MEDIA.parent / "js").glob("*.js"), *_STREAMLIT.rglob("*.py")]
    return {name for path in files for name in ICON.findall(path.read_text(encoding="utf-8"))}


def _letters(font: Font) -> bytes:
    from fontTools.varLib import instancer

    file = _opened(font)
    _keep(file, FEATURES, unicodes=_codes())
    if font.axes:
        file = instancer.instantiateVariableFont(file, dict(font.axes), inplace=True)
    return _saved(file)


def _icons(font: Font, names: set[str]) -> bytes:
    """Return the icons of some names."""
    file = _opened(font)
    glyphs = {glyph for name, glyph in ligatures(file).items() if name in names}
    letters = {code for code in file.getBestCmap() if code < 0x7F}
    _keep(file, ["liga", "rlig", "ccmp"], closed=False, glyphs=glyphs, unicodes=letters)
    return _saved(file)


def ligatures(file: Any) -> dict[str, str]:
    """Return the names that a font draws as one sign, and the glyph of each."""
    letters = {glyph: chr(code) for code, glyph in file.getBestCmap().items()}
    subtables = [one for lookup in file["GSUB"].table.LookupList.Lookup for one in lookup.SubTable]
    found = {}
    for subtable in (getattr(one, "ExtSubTable", one) for one in subtables):
        for first, following in getattr(subtable, "ligatures", {}).items():
            for one in following:
                name = "".join(letters.get(glyph, "") for glyph in (first, *one.Component))
                found[name] = one.LigGlyph
    return found


def _opened(font: Font) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(font.source)


def _keep(file: Any, features: list[str], *, closed: bool = True, **wanted: Any) -> None:
    from fontTools import subset

    options = subset.Options(layout_features=features, layout_closure=closed)
    subsetter = subset.Subsetter(options)
    subsetter.populate(**wanted)
    subsetter.subset(file)


def _saved(file: Any) -> bytes:
    file.flavor = "woff2"
    content = BytesIO()
    file.save(content)
    return content.getvalue()
