-- Views in which most districts that were reached, or most participants, can't be compared.
WITH
    compared AS (
        SELECT
            view,
            count(*) FILTER (participants > 0) AS districts,
            coalesce(sum(participants), 0) AS participants
        FROM compared_districts
        GROUP BY view
    )
SELECT
    headline.view,
    coalesce(compared.districts, 0) < headline.districts_covered / 2
    OR coalesce(compared.participants, 0) < headline.participants / 2 AS hardly_counted
FROM headline
LEFT JOIN compared USING (view)
