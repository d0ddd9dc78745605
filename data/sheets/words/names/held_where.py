"""Names of columns of where trainings were held, and not of whoever came to them."""

from collections.abc import Collection

from data.sheets.fields import OF_PEOPLE

TRAININGS = frozenset(["training", "trg", "workshop", "course", "event", "session", "activity",
                       "tarbiyat", "tarbiat", "تربیت", "تربیتی", "ٹریننگ", "نشست", "ورکشاپ",
                       "کورس", "سیشن"])  # fmt: skip
_HELD = frozenset(["held", "venue", "conducted", "hosted", "organized", "organised", "inaqad",
                   "munaqid", "انعقاد", "منعقد", "منعقدہ"])  # fmt: skip
#: A place or a town in Urdu, which may be a venue.
PLACES = frozenset(["maqam", "muqam", "jaga", "jagah", "shehar", "مقام", "جگہ", "شہر"])
#: What tables of who does what and where call the place of an activity.
LOCATION = "location"
_PLACE = PLACES | {"place", LOCATION, "جائے"}
_DISTRICT = frozenset(["district", "districts"])
#: Where a training was, with a verb alone: "Workshop held in", "Where was it conducted".
_WHERE = frozenset(["in", "at", "where"])
_OF_BEING_HELD = _HELD | TRAININGS | {f"{one}s" for one in TRAININGS} | _WHERE | {
    "was", "were", "is", "it", "the"}  # fmt: skip
#: What levels of places are called in tables of many countries: "Activity Location (Adm2)".
_LEVELS = {"adm1": "venue_province", "admin1": "venue_province",
           "adm2": "venue_district", "admin2": "venue_district"}  # fmt: skip
#: A committee of a district, whose own members a training is for, wherever it is held.
_COMMITTEES = frozenset(["committee", "committees", "ahtc", "ahtcs", "dahtc", "dahtcs", "dvc",
                         "dvcs", "کمیٹی", "کمیٹیاں"])  # fmt: skip
#: Beside a word for training, of those who were trained.
_TRAINED = OF_PEOPLE | {"یافتہ", "yafta", "زیر", "zer", "تعیناتی", "تعینات"}


def is_of_training(words: Collection[str]) -> bool:
    """Tell whether words of a name are of a training or its being held, and not of who came."""
    return not (_HELD | TRAININGS).isdisjoint(words) and _TRAINED.isdisjoint(words)


def says_held_at(words: Collection[str]) -> bool:
    """Tell whether words of a name say that something was held there: "Workshop held in"."""
    held = not _HELD.isdisjoint(words) and not _WHERE.isdisjoint(words)
    return held and _OF_BEING_HELD.issuperset(words)


def held_where(words: Collection[str]) -> str | None:
    """Return the field of a name, by its words, that is of where trainings were held; else None.

    "Training for (district committee)" is of whom it was for.
    """
    if not is_of_training(words):
        return None
    if levels := [field for level, field in _LEVELS.items() if level in words]:
        return levels[0]
    if LOCATION in words and not _DISTRICT.isdisjoint(words):
        return "venue_district"
    if not _PLACE.isdisjoint(words) or says_held_at(words):
        return "venue"
    if _DISTRICT.isdisjoint(words):
        return None
    of_committees = not _COMMITTEES.isdisjoint(words) and _HELD.isdisjoint(words)
    return "district" if of_committees else "venue_district"
