"""How the number of a page is written, which a copied table has between its rows."""

import re

#: "Page 3 of 9" at its foot or head, "3 | Page", and that more follows: "P.T.O.".
PAGE = re.compile(
    r"\W*(?:page|pg|safha|صفحہ|صفحه)\.?\s*(?:no\.?|#|نمبر)?\s*[-–:|]?\s*\d{1,3}"
    r"(?:\s*(?:of|/)\s*\d{1,3})?\W*|\W*\d{1,3}\s*\|\s*p ?a ?g ?e\W*"
    r"|\W*(?:p\.? ?t\.? ?o\.?|continued?|contd?\.?)\W*",
    re.IGNORECASE,
)
