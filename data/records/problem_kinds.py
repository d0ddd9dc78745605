"""The kinds of problems that a row of a file can have, each with its key, words and advice.

A problem is known by the key of its kind, and never by its words.
"""

from dataclasses import dataclass, replace

import pandas as pd


@dataclass(frozen=True)
class ProblemKind:
    """What can be wrong with a row or a cell.

    Attributes
    ----------
    key
        The name of the kind; it stays when the words change.
    reason, what_to_do
        What is wrong and the way out, in sentences. ``{name}`` stands for a value of the case.
    """

    key: str
    reason: str
    what_to_do: str

    def of(self, **values: object) -> "ProblemKind":
        """Return the kind with the values of a case in its words."""
        return replace(
            self,
            reason=self.reason.format(**values),
            what_to_do=self.what_to_do.format(**values),
        )


def in_sentences(problems: pd.DataFrame) -> pd.DataFrame:
    """Return problems with ``reason`` and ``what_to_do`` in place of their ``kind``."""
    sentences = {
        name: [getattr(kind, name) for kind in problems["kind"]]
        for name in ("reason", "what_to_do")
    }
    words = pd.DataFrame(sentences, index=problems.index, dtype=object)
    return problems.drop(columns="kind").join(words)


#: A row of which it was said before what is wrong.
SAID_BEFORE = ProblemKind("said-before", "", "")

# A row as it stands in the file.

SHORT_ROW = ProblemKind(
    "short-row",
    "The row has {cells} cells where the header has {columns}.",
    "Write its blank cells too; put a text of several lines in quotation marks.",
)
LONG_ROW = ProblemKind(
    "long-row",
    SHORT_ROW.reason,
    "Put a text that has the separator in it in quotation marks, or name the column.",
)
RIGHT_OF_HEADER = ProblemKind(
    "right-of-header",
    "The row has cells to the right of the last column that the header names.",
    "Write a name above them in the header, or empty them.",
)
NO_VALUE = ProblemKind(
    "no-value",
    "A formula whose value is not saved in the file.",
    "Write the value itself into the cell, or save the file in Excel again.",
)
ERROR_VALUE = ProblemKind(
    "error-value", "An error value, such as #N/A or #DIV/0!.", NO_VALUE.what_to_do
)
PERSONAL_CELL = ProblemKind(
    "personal-cell",
    "Looks like a person's data (name, identity card, phone, e-mail or passport).",
    "Take it out: the records count people and never name them.",
)
WRONG_TOTAL = ProblemKind(
    "wrong-total",
    "The row says {said:,}, its rows sum to {summed:,}.",
    "Correct the total or the rows; the total itself is not counted.",
)
UNCHECKED_TOTAL = ProblemKind(
    "unchecked-total", "The row says {said:,}; that could not be checked.", WRONG_TOTAL.what_to_do
)

# A cell by itself.

BLANK = ProblemKind("blank", "Blank.", "Fill it in.")
NOT_RECORDED = ProblemKind("not-recorded", "Blank.", "Fill it in, or leave the row out.")
NO_AGENCY = ProblemKind("no-agency", "Blank.", "Fill in the department or agency.")
NO_TRAINING_NAMED = ProblemKind("no-training-named", "Blank.", "Say which training it is.")
CONTROL_SIGNS = ProblemKind(
    "control-signs", "Characters that cannot be shown.", "Write the text again by hand."
)
PERSONAL = ProblemKind(
    "personal",
    "Looks like a person's data (identity card, phone or e-mail).",
    PERSONAL_CELL.what_to_do,
)
TOO_LONG = ProblemKind("too-long", "Longer than {longest} characters.", "Shorten it.")
UNKNOWN_WORD = ProblemKind(
    "unknown-word", "Not a {name} that is known.", "Write one of: {allowed}."
)
NO_PCODE = ProblemKind(
    "no-pcode", "Unknown P-code.", "Write a P-code of the list of districts in the template."
)
NO_HOME = ProblemKind(
    "no-home",
    NO_PCODE.reason,
    NO_PCODE.what_to_do + " Where the home is known no closer, write the code of its province or "
    "of a larger place: {places}.",
)
NO_PROVINCE = ProblemKind(
    "no-province",
    "Unknown P-code of a province.",
    "Write the first three signs of a P-code of its districts, such as PK6.",
)
DISTRICT_NOT_FOUND = ProblemKind(
    "district-not-found",
    "{why}",
    "Choose the district, once for all rows like it, or write its name as the list has it.",
)
UNKNOWN_AGENCY = ProblemKind(
    "unknown-agency",
    "Not known which agency this is.",
    "Say which agency it is, once for all rows like it.",
)
UNKNOWN_SEX = ProblemKind(
    "unknown-sex",
    "Not a word for a sex that is known.",
    "Write female, male or unspecified; leave it blank where it was not recorded.",
)
ONE_FOR_SEVERAL = ProblemKind(
    "one-for-several",
    "One number stands over several rows.",
    "Write the number of each row; what belongs to which is not known.",
)
UNKNOWN_PRESENCE = ProblemKind(
    "unknown-presence", "Not a word for who came that is known.", "Write present or absent."
)
NO_PRESENCE = ProblemKind(
    "no-presence", "Neither present nor absent.", "Write which it is; it is not counted until then."
)
SAID_ABSENT = ProblemKind(
    "said-absent",
    "A heading, or a column that is not taken in, says that this person did not come or take part.",
    "Take the row out; or, if the person took part, take those words out.",
)
SAID_NOT_HELD = ProblemKind(
    "said-not-held",
    "A column that is not taken in says that this training was not held.",
    "Name that column Status; or, if the training was held, take that word out.",
)
ONLY_PLANNED = ProblemKind(
    "only-planned",
    "It counts those who were to come, and nobody who came.",
    "Write how many came, 0 where nobody did; or leave the row out.",
)
UNKNOWN_PART = ProblemKind(
    "unknown-part",
    "Neither a participant nor one who led the training.",
    "Write participant or facilitator; it is not counted until then.",
)
TWO_SEXES = ProblemKind(
    "two-sexes",
    "Both women and men are ticked, or more than one person.",
    "Tick one; or say that a row is a group in numbers.",
)
NO_SEX = ProblemKind("no-sex", UNKNOWN_SEX.reason, "Write female, male or unspecified.")

# A number.

NO_COUNT = ProblemKind(
    "no-count",
    "Not a whole number of 0 or more.",
    "Write a whole number, or leave it blank where it was not recorded.",
)
DASH = ProblemKind(
    "dash",
    "A dash, or nil, where a number should be.",
    "Say whether it means nobody or not recorded, once for all files like this, or write 0.",
)
NO_NUMBER = ProblemKind(
    "no-number",
    "Not a number.",
    "Write it as 12.5, with a point before the fraction, or leave it blank.",
)
TOO_MANY = ProblemKind(
    "too-many",
    "More than {most:,} in one row: held for review.",
    "Correct the number, or divide the row.",
)
NONE_SUMMARISED = ProblemKind(
    "none-summarised",
    "A row that stands for several trainings must stand for at least one.",
    "Leave it blank for a single training.",
)
NOT_ABOVE_ZERO = ProblemKind(
    "not-above-zero", "Not above 0.", "Write the most points that a test can have."
)
NEGATIVE = ProblemKind("negative", "Below 0.", "Correct it.")
NO_YEAR = ProblemKind(
    "no-year", "Not a year between 1950 and 2099.", "Write the year of the data, such as 2023."
)
SUM_DIFFERS = ProblemKind(
    "sum-differs",
    "Women, men and unspecified do not sum to the given total.",
    "Correct the numbers; they are not repaired here.",
)
ABOVE_SCALE = ProblemKind(
    "above-scale",
    "Above scale_max.",
    "Correct the mean, or the most points that the test can have.",
)

# A date.

NO_PLAIN_DATE = ProblemKind(
    "no-plain-date",
    "Not a date between 2000 and 2099 written as year-month-day.",
    "Write it as 2023-09-25, or use a date cell of the workbook.",
)
NO_DATE = ProblemKind(
    "no-date",
    "Not a date that can be read.",
    "Write it as 2023-09-25, or say how the dates of the file are written.",
)
TWO_DATES = ProblemKind(
    "two-dates", "A date that can be read two ways.", "It is {readings}. " + NO_DATE.what_to_do
)
MONTH_ALONE = ProblemKind(
    "month-alone",
    "A month without its day.",
    "Say whether its first or its last day is to stand for it, or write it as 2023-09-25.",
)
OTHER_ORDER = ProblemKind(
    "other-order",
    "Not written as year-month-day, as the dates of this file are.",
    NO_DATE.what_to_do,
)
NO_DAY_IN_ORDER = ProblemKind(
    "no-day-in-order", "No such day, read as {order}.", NO_DATE.what_to_do
)
NO_YEAR_OF_DAY = ProblemKind(
    "no-year-of-day",
    "A day without its year.",
    "Write the year, or name it above the table, as in Trainings 2023.",
)
NO_SUCH_DAY = ProblemKind("no-such-day", "No such day.", NO_DATE.what_to_do)
NUMBER_FOR_DATE = ProblemKind(
    "number-for-date", "A number where a date should be.", NO_DATE.what_to_do
)
END_BEFORE_START = ProblemKind("end-before-start", "The end is before the start.", "Correct one.")
HELD_IN_FUTURE = ProblemKind(
    "held-in-future",
    "A held training ends after today ({today}).",
    "Correct the date, or write planned as its status.",
)
FAR_AHEAD = ProblemKind(
    "far-ahead",
    "More than two years after today ({today}).",
    "Correct the day; one that is right is taken in when it is nearer.",
)
NOTIFIED_IN_FUTURE = ProblemKind("notified-in-future", "After today ({today}).", "Correct the day.")

# Rows against each other.

SAME_ID = ProblemKind(
    "same-id",
    "Another training has the same training_id.",
    "Give each training its own, or take one row away.",
)
TRAINING_REFUSED = ProblemKind(
    "training-refused", "Its training has a problem.", "Correct the training; this row follows."
)
NO_TRAINING = ProblemKind(
    "no-training", "No training has this training_id.", "Correct it, or add the training."
)
NO_ACCEPTED_TRAINING = ProblemKind(
    "no-accepted-training",
    "No accepted training has this training_id.",
    "Correct it, or choose the file together with its trainings.",
)
OTHER_NUMBERS = ProblemKind(
    "other-numbers",
    "The same training, district and agency come twice with different numbers.",
    "Leave the right row, or add the two up.",
)
DUPLICATE_ROW = ProblemKind(
    "duplicate-row",
    "The same training, district and agency come twice as they are written.",
    "Leave the right row, or add the rows up.",
)
MAY_BE_ONE_TRAINING = ProblemKind(
    "may-be-one-training",
    "Its training may be another over again.",
    "Say whether they are one; it is not counted until then.",
)
MAY_BE_ONE_PERSON = ProblemKind(
    "may-be-one-person",
    "Seems to be a person who is in the list before.",
    "Say whether they are one; it is not counted until then.",
)
OTHER_CONTENTS = ProblemKind(
    "other-contents", "The same {key} comes twice with different contents.", "Leave the right row."
)

# A committee.

DISTRICT_MISSING = ProblemKind(
    "district-missing",
    "A district committee without its district.",
    "Write the P-code of the district.",
)
PROVINCE_MISSING = ProblemKind(
    "province-missing",
    "A provincial committee without its province.",
    "Write the P-code of the province, such as PK6.",
)
LARGER_WITH_DISTRICT = ProblemKind(
    "larger-with-district",
    "Only a district committee has a district.",
    "Leave it blank, or write district as the level.",
)
NATIONAL_WITH_PROVINCE = ProblemKind(
    "national-with-province",
    "The national committee has no province.",
    "Leave it blank, or correct the level.",
)
OTHER_PROVINCE = ProblemKind(
    "other-province", "The district lies in another province.", "Correct one."
)
DAY_WITHOUT_NOTIFICATION = ProblemKind(
    "day-without-notification",
    "A day, though the committee is not said to be notified.",
    "Write yes as notified, or leave the day blank.",
)

# What participants raised.

NO_FOLLOWING_TRAINING = ProblemKind(
    "no-following-training",
    "No accepted training has this training_id.",
    "Write the training_id of the training that took it up, or leave it blank.",
)
FOLLOWED_UP_BEFORE = ProblemKind(
    "followed-up-before",
    "No later than the training at which it was raised.",
    "Correct the training or the day, or leave it blank.",
)
FOLLOWED_UP_IN_FUTURE = ProblemKind(
    "followed-up-in-future", "After today ({today}).", "Correct the day, or leave it blank."
)
FOLLOWED_UP_YET_OPEN = ProblemKind(
    "followed-up-yet-open",
    "It was taken up, and its state is open.",
    "Write followed up on or closed as its state, or leave this blank.",
)
