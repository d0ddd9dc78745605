"""Words of Urdu, in its own letters or in Latin ones, in the names of columns that count."""

import re

from geo.names.remembered import once_a_reading

_ABSENT = re.compile(r"\b(?:ghair|gair|gher) ha+zir\b|\bغیر ?حاضر\b")
#: Who came, and not from where: "jo aaye", "آنے والے شرکاء".
_CAME = re.compile(
    r"(?<!\bse )(?<!\bسے )\b(?:aa?ye|aae|آئے|a+ne wa+l[aei]|آنے والے|sharee?k h(?:ue|uay|uye|uwe)"
    r"|شریک ہوئے)\b"
)
_MEANT = {
    **dict.fromkeys(("hazir", "haazir", "حاضر"), "present"),
    **dict.fromkeys(("nafri", "nafree", "afrad", "نفری", "افراد"), "persons"),
    **dict.fromkeys(("shuraka", "shurka", "shurakaa", "شرکاء", "شرکا"), "participants"),
    **dict.fromkeys(("talab", "matlooba", "طلب", "مطلوبہ"), "called"),
    **dict.fromkeys(("hadaf", "ہدف"), "target"),
    **dict.fromkeys(
        ("mutawaqqa", "mutawaqqe", "mutawaqa", "mutwaqqa", "mutawaqo", "متوقع"), "expected"
    ),
    **dict.fromkeys(("madoo", "مدعو"), "invited"),
    **dict.fromkeys(("namzad", "naamzad", "نامزد"), "nominated"),
    **dict.fromkeys(("mujawwaza", "mujawaza", "مجوزہ"), "proposed"),
    **dict.fromkeys(("nahin", "nahi", "nahein", "نہیں"), "not"),
    **dict.fromkeys(("asal", "haqeeqi", "haqiqi", "اصل", "حقیقی"), "actual"),
    **dict.fromkeys(("tadad", "tadaad", "taadad", "taadaad", "tedad", "تعداد"), "number"),
    **dict.fromkeys(("kul", "کل"), "total"),
    **dict.fromkeys(("zila", "zilla", "ضلع"), "district"),
}
#: Words between these that say nothing of what is counted.
_BETWEEN = frozenset(["ki", "ka", "ke", "gai", "gayi", "gaye", "shuda", "kiye", "jo", "کی", "کا",
                      "کے", "گئی", "گئے", "شدہ", "جو"])  # fmt: skip


@once_a_reading
def in_english(bare: str) -> str:
    """Return a name, in its plain form, with its words for who is counted in English.

    One that has none of them is as it was.
    """
    words = _CAME.sub("attended", _ABSENT.sub("absent", bare)).split()
    if not any(word in _MEANT or word in ("absent", "attended") for word in words):
        return bare
    return " ".join(_MEANT.get(word, word) for word in words if word not in _BETWEEN)
