-- One row a day from which attendance counts.
WITH
    days AS (
        SELECT
            view,
            counts_from AS day,
            sum(recorded) AS participants,
            count(*) FILTER (NOT has_count) AS rows_without_count
        FROM selected_rows
        GROUP BY view, counts_from
    )
SELECT
    *,
    sum(participants) OVER (PARTITION BY view ORDER BY day ROWS UNBOUNDED PRECEDING) AS total
FROM days
ORDER BY view, day
