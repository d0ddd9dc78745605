"""Who gave a training, helped with it or reported it: it tells of nobody who came."""

import re

from data.understanding.layout.titles.places.homes_above import OTHERS_THAN

#: Whoever gave it or reported: "reported by FIA officials", "Trainer: police officer". Who
#: nominated people, or had them attend, sent its own. IOM with FIA gives the trainings.
BY = re.compile(
    r"(?<!attended )(?<!joined )(?<!completed )(?<!nominated )(?<!deputed )(?<!sent )"
    r"\bby\b[^,;:()]*?(?=\b(?:for|to)\b|[,;:()]|$)"
    r"|\b(?:trainers?|resource persons?|facilitators?|moderators?|guests?|speakers?|reporting)\b.*"
    r"|^.*\bنے\b"
    r"|\bin association with\b[^,;()]*"
    r"|\bIOM\s*(?:[-–/&,]|\band\b)\s*FIA\b|\bFIA\s*(?:[-–/&,]|\band\b)\s*IOM\b",
    re.IGNORECASE,
)


def without_deliverers(text: str) -> str:
    """Return a text without whoever gave a training, paid for it or looked on.

    "Police officers trained in collaboration with FIA" is of the police alone.
    """
    return OTHERS_THAN.sub("", BY.sub("", text))
