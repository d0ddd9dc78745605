-- How many selected committees have 0, 1, ... 6 agencies present; at last those of which it is not
-- known, as somebody came and of nobody the agency is told.
WITH
    steps AS (SELECT unnest([0, 1, 2, 3, 4, 5, 6, NULL]) AS present)
SELECT selections.view, levels.of_level, steps.present, count(committees_of_views.pcode) AS committees
FROM selections
CROSS JOIN (SELECT DISTINCT of_level FROM committees_of_levels) AS levels
CROSS JOIN steps
LEFT JOIN committees_of_views
    ON committees_of_views.view = selections.view
    AND committees_of_views.of_level = levels.of_level
    AND steps.present IS NOT DISTINCT FROM if(
        committees_of_views.present = 0 AND not_known > 0, NULL, committees_of_views.present
    )
    AND selected_seats > 0
GROUP BY ALL
ORDER BY ALL NULLS LAST
