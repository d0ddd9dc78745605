-- Held trainings that pass the filters of the training itself.
WITH
    held AS (
        SELECT
            *,
            -- What stands for several trainings is known to be so on its last day.
            CAST(if(summarises IS NULL, date_start, date_end) AS DATE) AS counts_from
        FROM trainings
        WHERE status = 'held'
    )
SELECT held.*
FROM held
JOIN selections USING (view)
WHERE counts_from <= as_of
  AND (since IS NULL OR counts_from >= since)
  AND (len(donors) = 0 OR list_contains(donors, donor))
  AND (len(levels) = 0 OR list_contains(levels, level))
