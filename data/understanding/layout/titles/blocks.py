"""Rows of a table with the texts over them, and words for a training in these."""

import re
from dataclasses import dataclass

#: A word for a training, or for several.
TRAINING = re.compile(
    r"\b(?:training|trainning|traning|tranning|traing|trainig|trn?g|work ?shop|course|session"
    r"|seminar|orientation|awareness|sensiti[sz]ation|refresher"
    r"|batch|event|meeting|dialogue|nashist|tarbiyat)s?\b|تربیت|نشست",
    re.IGNORECASE,
)
#: A training, and no school, office or post that has the word in its name.
ONE_TRAINING = re.compile(
    r"\b(?:training|trainning|traning|tranning|traing|trainig|trn?g|work ?shop|course|session"
    r"|seminar|orientation|refresher|nashist|tarbiyat)\b(?!\.?\s+(?:college|school"
    r"|cent(?:re|er)|institute|academy|wing|directorate|unit|cell|section|office|department|branch"
    r"|division|manager|officer|coordinator|needs?|module|material|record|register|data)s?\b)|تربیت"
    r"|نشست",
    re.IGNORECASE,
)

#: Words that a day above the rows stands with where it is that of a training.
GIVEN = re.compile(
    ONE_TRAINING.pattern + r"|\b(?:trainings|courses|batch|event|awareness|sensiti[sz]ation)\b"
    r"|\b(?:attend\w*|capacity[ -]building|participants?|trainees?|trained|held|lecture"
    r"|conference|consultation|briefing|round[ -]?table|panel discussion|dialogue"
    r"|venue|tarbiyat\w*|symposi\w+|colloqui\w+|induction|tot"
    r"|boot ?camp|continuing \w+ (?:education|development)|conducted|mun[ai]?qid|in[ae]?qad)\b"
    r"|ورکشاپ|منعقد|انعقاد",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Block:
    """Rows of a table and the texts above them."""

    first: int
    texts: tuple[str, ...]
