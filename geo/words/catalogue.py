"""The words of the interface in the language of the server: English where none is translated.

The English words stand in the code, and are the keys. ``messages.pot`` beside this module lists
them; a translation stands beside it, as ``LANGUAGE/LC_MESSAGES/messages.mo``. The language is that
of the process (``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES`` or ``LANG``), so one server speaks one:
words that stand in a constant are looked up as their module is loaded.
"""

import gettext
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent


def catalogue(
    folder: Path = FOLDER, languages: Sequence[str] | None = None
) -> gettext.NullTranslations:
    """Return the words of the first language that a folder has; the keys themselves for none.

    ``languages`` stand in the order of preference; None: as the environment has them.
    """
    return gettext.translation("messages", folder, languages, fallback=True)


_words = catalogue()
#: ``_("words")`` is what stands for the words; ``ngettext("one", "many", number)`` for a number.
_, ngettext = _words.gettext, _words.ngettext
#: The language that they are in, as HTML names it.
LANGUAGE = _words.info().get("language", "en").replace("_", "-")
#: The same as files name it: with the country whose English it is.
LOCALE = "en-GB" if LANGUAGE == "en" else LANGUAGE
