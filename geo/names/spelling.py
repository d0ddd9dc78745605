"""How the name of a place may be written: one form for all spellings of a name.

Four forms of a name, each coarser than the one before. The first three make the same of what
a careful writer may write in several ways; the last forgets which vowel was meant, since
Urdu leaves short vowels unwritten and each writer of Latin letters puts in another one.

======== ================================================ ===========================
form     what it makes the same                           Naushahro Feroze District
======== ================================================ ===========================
joined   case, accents, punctuation, blanks, *District*   naushahroferoze
plain    doubled letters, q and k, w and v, ee and i      naushahroferoze
sound    e and i, o and u, au and o, th and t, final e    nuxarufiruz
outline  all vowels but one at the end                    n*x*r*f*r*z
======== ================================================ ===========================

A coarse form is no proof by itself: ``names`` accepts one only where a single district of the
whole country, and no other known place, has it.
"""

# ruff: noqa: RUF001  that letters look alike is what this module is about
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from geo.names.remembered import once_a_reading

Named = TypeVar("Named")
#: No place has a name of so many letters. What is longer is not looked up: likeness, and a name
#: read in its parts, take the square of its length.
LONGEST = 120
#: The longest name of a district, in words.
MOST_WORDS = 4

_ASCII_GAP = re.compile(r"[^a-z0-9]+")
_GAP = re.compile(r"[\W_]+")
_QUOTES = re.compile("[ʼʻ]")
_CODE = re.compile(r"pk\d{3,}")

# Letters of Urdu, Sindhi, Pashto, Persian and Arabic that stand for the same letter of a name.
LETTERS = str.maketrans(
    {
        **dict.fromkeys("يىېۍےئ", "ی"),
        **dict.fromkeys("كڪ", "ک"),
        **dict.fromkeys("هھةۃەۀ", "ہ"),
        **dict.fromkeys("إأآٱ", "ا"),
        **dict.fromkeys("ںڻ", "ن"),
        **dict.fromkeys("ګڳ", "گ"),
        **dict.fromkeys("ټٽ", "ٹ"),
        **dict.fromkeys("ډڊ", "ڈ"),
        **dict.fromkeys("ړڙ", "ڑ"),
        **dict.fromkeys("ؤۋۆ", "و"),
        "ڄ": "ج",
        "ٺ": "ٹ",
        "ٿ": "ت",
        "ء": "",
        "ـ": "",
        "ı": "i",
    }
)

_DISTRICT_WORDS = {
    *("district", "districts", "distt", "dist", "dstt", "dst", "distrito", "distrikt"),
    *("distretto", "zilla", "zila", "zillah", "zilah", "jilla", "jila"),
    *("ضلع", "ضلعو", "ضلعی", "ڈسٹرکٹ"),
    *("only", "sirf", "صرف"),  # from no other
}
_SPELT = {
    "upper": "upper uper upr uppr bala balai بالا بالایی اپر بالای",
    "lower": "lower lowr lwr payan payeen zerin پایین پایان زیریں زیرین لویر لوور",
    "north": "north northern shumali shimali شمالی نارتہ",
    "south": "south southern janubi junubi جنوبی ساوتہ",
    "east": "east eastern sharqi mashriqi شرقی مشرقی ایسٹ",
    "west": "west western gharbi maghribi غربی مغربی ویسٹ",
    "central": "central centre center wasti وسطی سینٹرل",
}
_DIRECTIONS = {word: way for way, spellings in _SPELT.items() for word in spellings.split()}
_COMPASS = frozenset(_SPELT)
# Written together with a name only where nobody takes the beginning of a name for one.
_GLUED = tuple(
    sorted({*_COMPASS, *(way for way in _DIRECTIONS if len(way) > 3 and not way.isascii())})
)
_SAME_WORD = dict.fromkeys(
    ["mohammad", "mohammed", "muhammed", "mohamad", "mohamed", "mohd", "muhd"], "muhammad"
)


def is_too_long(text: str) -> bool:
    """Return whether a text is longer than any place's name, as written or folded."""
    if len(text) <= LONGEST // 18:  # a letter that is a whole formula folds into 18
        return False
    return len(" ".join(text.split())) > LONGEST or len(folded(text)) > LONGEST


def folded(text: str) -> str:
    """Return a text as lower-case words between single blanks, letters and digits only.

    Accents, vowel marks, stretching, direction marks and zero-width marks are gone, and letters
    of the Arabic script that look alike are one letter. Folding twice changes nothing more.
    """
    if text.isascii():
        return _ASCII_GAP.sub(" ", text.lower().replace("&", " and ")).strip()
    before = None
    while before != text:
        before, text = text, _folded_once(text)
    return text


def _folded_once(text: str) -> str:
    # These two are invisible, but stand between words.
    text = text.replace("\u200b", " ").replace("\u200c", " ")
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(c for c in spread if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    letters = _QUOTES.sub(" ", kept.translate(LETTERS)).replace("&", " and ")
    return _GAP.sub(" ", unicodedata.normalize("NFC", letters)).strip()


def words(text: str) -> list[str]:
    """Return the words of a name that tell it from others.

    Words for *district* in any language seen, a serial number before it, a P-code beside it and
    the cut-off rest of *district* in a narrow column are left out, unless nothing else is there.
    Words of direction come last, so that their place in the name does not matter.
    """
    named = [_SAME_WORD.get(word, word) for word in _without_district(folded(text).split())]
    # A direction is one also where w or a vowel is spelt another way.
    ways = [_DIRECTIONS.get(word) or _PLAIN_DIRECTIONS.get(plain(word)) for word in named]
    base = [word for word, way in zip(named, ways, strict=True) if not way]
    return base + sorted(way for way in ways if way)


def _without_district(words: list[str]) -> list[str]:
    named = [word for n, word in enumerate(words) if word not in _DISTRICT_WORDS
             and not (word == "home" and {*words[n + 1 : n + 2]} & _DISTRICT_WORDS)]  # fmt: skip
    rest = [part for word in named for part in _unglued(word)]
    rest = [word for word in rest if not _CODE.fullmatch(word)] or rest
    while len(rest) > 1 and rest[0].isdigit():
        rest = rest[1:]
    while len(rest) > 1 and rest[0] in ("of", "de", "du", "the"):
        rest = rest[1:]
    while len(rest) > 1 and "district".startswith(rest[-1]):
        rest = rest[:-1]
    return rest or words


@once_a_reading
def _unglued(word: str) -> tuple[str, ...]:
    """Return *lahore* of *lahoredistrict*, and *dir*, *upper* of *upperdir*."""
    if word in _DIRECTIONS:
        return (word,)
    for district in ("district", "distt"):
        if len(word) > len(district) + 2:
            word = word.removesuffix(district).removeprefix(district)
    if not (word.startswith(_GLUED) or word.endswith(_GLUED)):
        return (word,)
    for way in (way for way in _GLUED if len(word) > len(way) + 2):
        if word.startswith(way):
            return way, word[len(way) :]
        if word.endswith(way):
            return word[: -len(way)], way
    return (word,)


def _mistyped(word: str) -> set[str]:
    """Return the word with one letter left out, doubled, or two changed about."""
    places = range(1, len(word))
    left_out = {word[:i] + word[i + 1 :] for i in places}
    doubled = {word[:i] + word[i - 1] + word[i:] for i in places}
    about = {word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :] for i in places}
    return left_out | doubled | about


_DISTRICT_WORDS |= _mistyped("district")


@once_a_reading
def normalised(text: str) -> str:
    """Return the name in its one written form: its telling words between single blanks.

    Normalising twice changes nothing more. Empty where the text has no letter and no digit.
    """
    before, after = folded(text), " ".join(words(text))
    while before != after:
        before, after = after, " ".join(words(after))
    return after


def runs(words: Sequence[str], most: int = MOST_WORDS) -> Iterator[str]:
    """Yield as texts the words that stand side by side, up to ``most``, as a district has."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + most, len(words)) + 1):
            yield " ".join(words[start:end])


def is_direction(word: str) -> bool:
    """Return whether a word of a normalised name is a direction."""
    return word in _COMPASS


def joined(normal: str) -> str:
    """Return a normalised name without its blanks: *Muzaffar Garh* is *Muzaffargarh*.

    A hyphen stays before a direction, which no rule for a spelling may run together with the
    name: *Upper Dir* is ``dir-upper``.
    """
    return "".join(f"-{word}" if word in _COMPASS else word for word in normal.split())


_DOUBLED = re.compile(r"(.)\1+")


@once_a_reading
def plain(join: str) -> str:
    """Return a joined name without what never tells two names apart.

    Doubled letters (Abbottabad), q and k (Qalat), w and v, ee and i, oo and u. In the Arabic
    script, the h that only marks an aspirate and a doubled letter.
    """
    if not join.isascii():
        return _DOUBLED.sub(r"\1", join)
    text = join.replace("ck", "k").replace("q", "k").replace("w", "v").replace("x", "ks")
    return _DOUBLED.sub(r"\1", text.replace("ee", "i").replace("oo", "u"))


_PLAIN_DIRECTIONS = {plain(way): way for way in _COMPASS}

# Longer spellings first, since "sch" has "ch" in it.
_HISSING = re.compile(r"tsch|tch|tsh|chh|sch|sh|ch")
_FINAL_E = re.compile(r"(?<=...[^aeiou])e$")
_LONG_O = re.compile(r"au|ou|[ao]v(?![aeiouy])")
_LONG_E = re.compile(r"a[iye]|e[iy]")
_ASPIRATE = re.compile(r"(?<=[bdgjptr])h")
_WEAK_H = re.compile(r"(?<=[aiu])h(?![aiu])")
_RETROFLEX = str.maketrans({"ٹ": "ت", "ڈ": "د", "ڑ": "ر", "گ": "ک", "ژ": "ز", "پ": "ب"})


@once_a_reading
def sound(plain_form: str) -> str:
    """Return a plain name as it sounds: two ways to put one Urdu sound into Latin letters.

    e and i (Bhimber, Bhimbir), o and u (Nushki, Noshki), au and o (Bajaur, Bajor), ai and e
    (Musakhail), the h of an aspirate and the h that only lengthens a vowel (Chaghai, Jehlum),
    a final silent e or h (Kashmore, Layyah), tch and ch, sch and sh. In the Arabic script,
    retroflex and plain letters, which keyboards of other languages have not.
    """
    if not plain_form.isascii():
        loose = plain_form.translate(_RETROFLEX)
        return _DOUBLED.sub(r"\1", re.sub("ہ$", "ا", loose))
    text = _HISSING.sub(lambda hissing: "X" if hissing[0] in ("sch", "sh") else "C", plain_form)
    text = text.replace("c", "k").lower()
    text = _LONG_E.sub("e", _LONG_O.sub("o", _FINAL_E.sub("", text.replace("dj", "j"))))
    text = text.replace("y", "i").replace("e", "i").replace("o", "u")
    text = re.sub("ku(?=[ai])", "kv", text)
    return _DOUBLED.sub(r"\1", _WEAK_H.sub("", _ASPIRATE.sub("", _DOUBLED.sub(r"\1", text))))


_VOWEL = re.compile(r"[aiu](?!$)")


@once_a_reading
def outline(sound_form: str) -> str:
    """Return the consonants of a sounded name, with ``*`` for each vowel but the last letter.

    A vowel more or less is another outline: only *which* vowel it is does not count. That at the
    end does, since Mianwali and Mianwala are two places. The Arabic script has its own outline
    already.
    """
    if not sound_form.isascii():
        return sound_form
    return _VOWEL.sub("*", sound_form[:1] + sound_form[1:].replace("h", ""))


def vowels_apart(one: str, other: str) -> int:
    """Return in how many vowels two sounded names of one outline differ."""
    bare = (form[:1] + form[1:].replace("h", "") for form in (one, other))
    return sum(a != b for a, b in zip(*bare, strict=True))


def consonants(outline_form: str) -> int:
    """Return how many consonants an outline has."""
    return sum(letter not in "*aiu-" for letter in outline_form)


def forms(normal: str) -> dict[str, str]:
    """Return the four forms of a normalised name by what each is called, the finest first."""
    first = joined(normal)
    second = plain(first)
    third = sound(second)
    return {"joined": first, "plain": second, "sound": third, "outline": outline(third)}


def index(named: Iterable[tuple[str, Named]]) -> dict[str, dict[str, Named]]:
    """Return things by form of spelling, then by that form of their name; the first one stands."""
    things: dict[str, dict[str, Named]] = {form: {} for form in forms("")}
    for name, thing in named:
        for form, key in forms(normalised(name)).items():
            things[form].setdefault(key, thing)
    return things
