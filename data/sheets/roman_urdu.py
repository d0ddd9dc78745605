"""Words of Urdu, in its own letters or in Latin ones, in the names of columns that count."""

import re

from geo.names.remembered import once_a_reading

_ABSENT = re.compile(r"\b(?:ghair|gair|gher) ha+zir\b|\bغیر ?حاضر\b")
_MEANT = {
    **dict.fromkeys(("hazir", "haazir", "حاضر"), "present"),
    **dict.fromkeys(("nafri", "nafree", "afrad", "نفری", "افراد"), "persons"),
    **dict.fromkeys(("shuraka", "shurka", "shurakaa", "شرکاء", "شرکا"), "participants"),
    **dict.fromkeys(("talab", "matlooba", "طلب", "مطلوبہ"), "called"),
    **dict.fromkeys(("hadaf", "ہدف"), "target"),
    **dict.fromkeys(("asal", "haqeeqi", "haqiqi", "اصل", "حقیقی"), "actual"),
    **dict.fromkeys(("tadad", "taadad", "tedad", "تعداد"), "number"),
    **dict.fromkeys(("kul", "کل"), "total"),
    **dict.fromkeys(("zila", "zilla", "ضلع"), "district"),
}
#: Words between these that say nothing of what is counted.
_BETWEEN = frozenset(["ki", "ka", "ke", "gai", "gayi", "gaye", "shuda", "kiye", "کی", "کا", "کے",
                      "گئی", "گئے", "شدہ"])  # fmt: skip


@once_a_reading
def in_english(bare: str) -> str:
    """Return a name, in its plain form, with its words for who is counted in English.

    One that has none of them is as it was.
    """
    words = _ABSENT.sub("absent", bare).split()
    if not any(word in _MEANT or word == "absent" for word in words):
        return bare
    return " ".join(_MEANT.get(word, word) for word in words if word not in _BETWEEN)
