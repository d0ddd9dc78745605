"""Names of files after the habit of OCHA: country, theme, content, date and size of the sheet.

``PAK_AHTC_training-coverage_20230925_A4L.pdf``: parts are joined by underscores, words of a
part by hyphens. Only unaccented letters, digits, hyphens and underscores are in a name, so that
every system, mail and zip takes it.
"""

import re
import unicodedata
from datetime import date

from data.records.model import Records

COUNTRY, THEME = "PAK", "AHTC"
ILLUSTRATIVE = "illustrative"
#: The longest content of a name, in characters.
LONGEST = 60


def file_name(content: str, records: Records, as_of: date, ending: str, sheet: str = "") -> str:
    """Return the name of a file; illustrative records say so in it.

    ``content`` is what is in it, in a few words; ``sheet`` the size of the paper, such as
    ``A4L``, blank where there is none.
    """
    plain = unicodedata.normalize("NFKD", content).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:LONGEST].rstrip("-")
    mark = ILLUSTRATIVE if records.illustrative else ""
    parts = (COUNTRY, THEME, words or "figures", mark, f"{as_of:%Y%m%d}", sheet)
    return f"{'_'.join(part for part in parts if part)}.{ending}"
