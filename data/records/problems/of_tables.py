"""The kinds of problems that rows of a table have with each other, and those of further tables."""

from data.records.problems.kind import ProblemKind
from geo.words.catalogue import _

# Rows against each other.

SAME_ID = ProblemKind(
    "same-id",
    _("Another training has the same training_id."),
    _("Give each training its own, or remove one row."),
)
TRAINING_REFUSED = ProblemKind(
    "training-refused",
    _("Its training has a problem."),
    _("Correct the training; this row follows."),
)
NO_TRAINING = ProblemKind(
    "no-training", _("No training has this training_id."), _("Correct it, or add the training.")
)
NO_ACCEPTED_TRAINING = ProblemKind(
    "no-accepted-training",
    _("No accepted training has this training_id."),
    _("Correct it, or choose the file together with its trainings."),
)
OTHER_NUMBERS = ProblemKind(
    "other-numbers",
    _("The same training, district and agency appear twice with different numbers."),
    _("Keep the right row, or add the two up."),
)
DUPLICATE_ROW = ProblemKind(
    "duplicate-row",
    _("The same training, district and agency appear twice, and nothing tells them apart."),
    _("Keep the right row, or add the rows up."),
)
MAY_BE_A_SUM = ProblemKind(
    "may-be-a-sum",
    _("It tells no agency or no district, and its numbers are the sum of rows beside it."),
    _("Say whether it is their sum; it is not counted until then."),
)
MAY_BE_ONE_TRAINING = ProblemKind(
    "may-be-one-training",
    _("Its training may be the same as another."),
    _("Say whether they are one; the row is not counted until then."),
)
MAY_BE_ONE_PERSON = ProblemKind(
    "may-be-one-person",
    _("Seems to be a person listed before."),
    _("Say whether they are one; the row is not counted until then."),
)
OTHER_CONTENTS = ProblemKind(
    "other-contents",
    _("The same {key} appears twice with different contents."),
    _("Keep the right row."),
)

# A committee.

DISTRICT_MISSING = ProblemKind(
    "district-missing",
    _("A district committee without its district."),
    _("Write the P-code of the district."),
)
PROVINCE_MISSING = ProblemKind(
    "province-missing",
    _("A provincial committee without its province."),
    _("Write the P-code of the province, such as PK6."),
)
LARGER_WITH_DISTRICT = ProblemKind(
    "larger-with-district",
    _("Only a district committee has a district."),
    _("Leave it blank, or write district as the level."),
)
NATIONAL_WITH_PROVINCE = ProblemKind(
    "national-with-province",
    _("The national committee has no province."),
    _("Leave it blank, or correct the level."),
)
OTHER_PROVINCE = ProblemKind(
    "other-province", _("The district lies in another province."), _("Correct one.")
)
DAY_WITHOUT_NOTIFICATION = ProblemKind(
    "day-without-notification",
    _("A date, though the committee is not recorded as notified."),
    _("Write yes as notified, or leave the date blank."),
)

# What participants raised.

NO_FOLLOWING_TRAINING = ProblemKind(
    "no-following-training",
    _("No accepted training has this training_id."),
    _("Write the training_id of the training that followed it up, or leave it blank."),
)
FOLLOWED_UP_BEFORE = ProblemKind(
    "followed-up-before",
    _("No later than the training at which it was raised."),
    _("Correct the training or the day, or leave it blank."),
)
FOLLOWED_UP_IN_FUTURE = ProblemKind(
    "followed-up-in-future", _("After today ({today})."), _("Correct the day, or leave it blank.")
)
FOLLOWED_UP_YET_OPEN = ProblemKind(
    "followed-up-yet-open",
    _("It was followed up, yet its state is open."),
    _("Write followed up on or closed as its state, or leave this blank."),
)
