"""The kinds of problems that a row of a file can have, each with its key, words and advice.

A problem is known by the key of its kind, and never by its words.
"""

from data.records.problems.kind import ProblemKind
from geo.words.catalogue import _

#: A row of which it was said before what is wrong.
SAID_BEFORE = ProblemKind("said-before", "", "")

# A row as it stands in the file.

SHORT_ROW = ProblemKind(
    "short-row",
    _("The row has {cells} cells where the header has {columns}."),
    _("Write its blank cells too; put text of several lines in quotation marks."),
)
LONG_ROW = ProblemKind(
    "long-row",
    SHORT_ROW.reason,
    _("Put text that contains the separator in quotation marks, or name the column."),
)
RIGHT_OF_HEADER = ProblemKind(
    "right-of-header",
    _("The row has cells to the right of the last column that the header names."),
    _("Write a name above them in the header, or empty them."),
)
NO_VALUE = ProblemKind(
    "no-value",
    _("A formula whose value is not saved in the file."),
    _("Write the value itself into the cell, or save the file in Excel again."),
)
ERROR_VALUE = ProblemKind(
    "error-value", _("An error value, such as #N/A or #DIV/0!."), NO_VALUE.what_to_do
)
PERSONAL_CELL = ProblemKind(
    "personal-cell",
    _("Looks like a person's data (name, identity card, phone, e-mail or passport)."),
    _("Remove it: the records count people and never name them."),
)
WRONG_TOTAL = ProblemKind(
    "wrong-total",
    _("The row says {said:,}, its rows sum to {summed:,}."),
    _("Correct the total or the rows; the total itself is not counted."),
)
HIDDEN_ROW = ProblemKind(
    "hidden-row",
    _("The row is hidden, and the total of {said:,} in the file is of those alone that are seen."),
    _("Show the row and correct the total if it counts; else take the row out."),
)
HIDDEN_BY_HAND = ProblemKind(
    "hidden-by-hand",
    _("The row is hidden in the file, and nothing says whether this person came."),
    _("Show the row if this person came; else take it out."),
)
HIDDEN_NUMBERS = ProblemKind(
    "hidden-numbers",
    _("The row is hidden in the file, and nothing says whether its numbers count."),
    _("Say whether the rows that are hidden count, or show them, or take them out."),
)
UNCHECKED_TOTAL = ProblemKind(
    "unchecked-total",
    _("The row says {said:,}; that could not be checked."),
    WRONG_TOTAL.what_to_do,
)

# A cell by itself.

BLANK = ProblemKind("blank", _("Blank."), _("Fill it in."))
NOT_RECORDED = ProblemKind("not-recorded", _("Blank."), _("Fill it in, or leave the row out."))
NOTHING_TOLD = ProblemKind(
    "nothing-told",
    _("It tells no sex, no district and no agency, as other rows do."),
    _("Fill them in if it is of a person; else take the row out."),
)
NOBODY_NAMED = ProblemKind(
    "nobody-named",
    _("It names nobody, as the other rows do."),
    _("Say whether somebody came; it is not counted until then."),
)
NO_TRAINING_NAMED = ProblemKind("no-training-named", _("Blank."), _("Say which training it is."))
CONTROL_SIGNS = ProblemKind(
    "control-signs", _("Characters that cannot be shown."), _("Type the text again.")
)
PERSONAL = ProblemKind(
    "personal",
    PERSONAL_CELL.reason,
    PERSONAL_CELL.what_to_do,
)
TOO_LONG = ProblemKind("too-long", _("Longer than {longest} characters."), _("Shorten it."))
UNKNOWN_WORD = ProblemKind("unknown-word", _("Not a known {name}."), _("Write one of: {allowed}."))
NO_PCODE = ProblemKind(
    "no-pcode",
    _("Unknown P-code."),
    _("Write a P-code from the list of districts in the template."),
)
NO_HOME = ProblemKind(
    "no-home",
    NO_PCODE.reason,
    NO_PCODE.what_to_do
    + _(
        " If only a larger place is known, write the code of the province or of "
        "that place: {places}."
    ),
)
NO_PROVINCE = ProblemKind(
    "no-province",
    _("Unknown P-code of a province."),
    _("Write the first three characters of the P-code of one of its districts, such as PK6."),
)
DISTRICT_NOT_FOUND = ProblemKind(
    "district-not-found",
    "{why}",
    _("Choose the district, once for all rows like it, or write its name as in the list."),
)
NO_HOME_TOLD = ProblemKind(
    "no-home-told",
    _("It is not told in which district these people serve."),
    _("Say in which one all do, or that it is not known."),
)
UNKNOWN_AGENCY = ProblemKind(
    "unknown-agency",
    _("It is not known which agency this is."),
    _("Say which agency it is, once for all rows like it."),
)
UNKNOWN_SEX = ProblemKind(
    "unknown-sex",
    _("Not a known word for a sex."),
    _("Write female, male or unspecified; leave it blank where it was not recorded."),
)
ONE_FOR_SEVERAL = ProblemKind(
    "one-for-several",
    _("One number stands over several rows."),
    _("Write the number of each row; what belongs to which is not known."),
)
UNKNOWN_PRESENCE = ProblemKind(
    "unknown-presence", _("Not a known word for attendance."), _("Write present or absent.")
)
NO_PRESENCE = ProblemKind(
    "no-presence",
    _("Neither present nor absent."),
    _("Write which it is; the row is not counted until then."),
)
SAID_ABSENT = ProblemKind(
    "said-absent",
    _("A heading, a remark or a bracket says that this person did not come or take part."),
    _("Remove the row; or, if the person took part, remove those words."),
)
LIKE_RECORD = ProblemKind(
    "like-record",
    _("It looks like a record, and stands or is worded as a title, a note or a total."),
    _("Take it out if it is none; else word it, or move it, as the other rows are."),
)
SAID_NOT_HELD = ProblemKind(
    "said-not-held",
    _("Its title, or a column that is ignored, says that this training was not held, or planned."),
    _("Name that column Status; or, if the training was held, remove that word."),
)
ONLY_PLANNED = ProblemKind(
    "only-planned",
    _("It counts those who were expected, and nobody who came."),
    _("Write how many came, 0 where nobody did; or leave the row out."),
)
UNKNOWN_PART = ProblemKind(
    "unknown-part",
    _("Neither a participant nor a facilitator."),
    _("Write participant or facilitator; the row is not counted until then."),
)
UNKNOWN_UNIT = ProblemKind(
    "unknown-unit",
    _("Its unit does not say whether it counts people."),
    _("Write persons as its unit if it counts people; else leave the row out."),
)
SEVERAL_TRAININGS = ProblemKind(
    "several-trainings",
    _("It counts several trainings, where the other rows count the people of one."),
    _("Leave the row out if they may count as one; else give each training rows of its own."),
)
COUNTED_BESIDE = ProblemKind(
    "counted-beside",
    _("It counts some of those whom other rows count."),
    _("Leave the row out; of how many women each row is, a column of women can say."),
)
TWO_SEXES = ProblemKind(
    "two-sexes",
    _("Both women and men are ticked, or more than one person."),
    _("Tick one; or say that a row is a group in numbers."),
)
NO_SEX = ProblemKind("no-sex", UNKNOWN_SEX.reason, _("Write female, male or unspecified."))

# A number.

NO_COUNT = ProblemKind(
    "no-count",
    _("Not a whole number of 0 or more."),
    _("Write a whole number, or leave it blank where it was not recorded."),
)
DASH = ProblemKind(
    "dash",
    _("A dash, or nil, where a number should be."),
    _("Say whether it means nobody or not recorded, once for all files like this, or write 0."),
)
NO_NUMBER = ProblemKind(
    "no-number",
    _("Not a number."),
    _("Write it as 12.5, with a decimal point, or leave it blank."),
)
TOO_MANY = ProblemKind(
    "too-many",
    _("More than {most:,} in one row: held for review."),
    _("Correct the number, or split the row."),
)
NONE_SUMMARISED = ProblemKind(
    "none-summarised",
    _("A row that stands for several trainings must stand for at least one."),
    _("Leave it blank for a single training."),
)
NOT_ABOVE_ZERO = ProblemKind(
    "not-above-zero", _("Not above 0."), _("Write the maximum points of the test.")
)
NEGATIVE = ProblemKind("negative", _("Below 0."), _("Correct it."))
NO_YEAR = ProblemKind(
    "no-year",
    _("Not a year between 1950 and 2099."),
    _("Write the year of the data, such as 2023."),
)
SUM_DIFFERS = ProblemKind(
    "sum-differs",
    _("Women, men and unspecified do not sum to the given total."),
    _("Correct the numbers; they are not repaired here."),
)
NOT_OF_WHOLE = ProblemKind(
    "not-of-whole",
    _("The number of all periods is not that of the earlier ones and this one, or is less."),
    _("Correct the numbers of the row; only those of this period are counted."),
)
ABOVE_SCALE = ProblemKind(
    "above-scale",
    _("Above scale_max."),
    _("Correct the mean, or the maximum points of the test."),
)

# A date.

NO_PLAIN_DATE = ProblemKind(
    "no-plain-date",
    _("Not a date between 2000 and 2099 written as year-month-day."),
    _("Write it as 2023-09-25, or use a date cell of the workbook."),
)
NO_DATE = ProblemKind(
    "no-date",
    _("Not a date that can be read."),
    _("Write it as 2023-09-25, or say how the dates of the file are written."),
)
TWO_DATES = ProblemKind(
    "two-dates",
    _("A date that can be read two ways."),
    _("It is {readings}. Write it as {written}, or say how the dates of the file are written."),
)
MONTH_ALONE = ProblemKind(
    "month-alone",
    _("A month, or several, without a day."),
    _("Choose whether its first day, its last or all stand for it, or write it as 2023-09-25."),
)
OTHER_ORDER = ProblemKind(
    "other-order",
    _("Not written as year-month-day, as the dates of this file are."),
    NO_DATE.what_to_do,
)
NO_DAY_IN_ORDER = ProblemKind(
    "no-day-in-order", _("No such day, read as {order}."), NO_DATE.what_to_do
)
NO_YEAR_OF_DAY = ProblemKind(
    "no-year-of-day",
    _("A day without its year."),
    _("Say which year it is, once for the file, or name it above the table: Trainings 2023."),
)
NO_SUCH_DAY = ProblemKind("no-such-day", _("No such day."), NO_DATE.what_to_do)
NUMBER_FOR_DATE = ProblemKind(
    "number-for-date", _("A number where a date should be."), NO_DATE.what_to_do
)
END_BEFORE_START = ProblemKind(
    "end-before-start", _("The end is before the start."), _("Correct one.")
)
FEWER_DAYS = ProblemKind(
    "fewer-days",
    _("It lasts more days than there are from its first day to its last."),
    _("Correct the number of days, or its dates."),
)
HELD_IN_FUTURE = ProblemKind(
    "held-in-future",
    _("A held training ends after today ({today})."),
    _("Correct the date, or write planned as its status."),
)
FAR_AHEAD = ProblemKind(
    "far-ahead",
    _("More than two years after today ({today})."),
    _("Correct the day; if it is right, import it when it is nearer."),
)
NOTIFIED_IN_FUTURE = ProblemKind(
    "notified-in-future", _("After today ({today})."), _("Correct the day.")
)
