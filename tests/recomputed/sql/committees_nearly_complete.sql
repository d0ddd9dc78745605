SELECT
    view,
    of_level,
    pcode,
    name,
    province,
    population,
    notified,
    an_empty_seat AS lacks,
    not_known = 0 AS certain
FROM committees_of_views
WHERE present = 5 AND empty_seats = 1
ORDER BY view, of_level, population DESC NULLS LAST, pcode
