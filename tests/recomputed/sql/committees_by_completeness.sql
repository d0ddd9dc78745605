-- How many selected committees have 0, 1, ... 6 agencies present.
WITH steps AS (SELECT unnest(range(7)) AS present)
SELECT selections.view, levels.of_level, steps.present, count(committees_of_views.pcode) AS committees
FROM selections
CROSS JOIN (SELECT DISTINCT of_level FROM committees_of_levels) AS levels
CROSS JOIN steps
LEFT JOIN committees_of_views
    ON committees_of_views.view = selections.view
    AND committees_of_views.of_level = levels.of_level
    AND committees_of_views.present = steps.present
    AND selected_seats > 0
GROUP BY ALL
ORDER BY ALL
