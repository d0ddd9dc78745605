-- One row a day from which attendance or a training counts, also one without attendance.
WITH
    of_rows AS (
        SELECT
            view,
            counts_from,
            sum(recorded) FILTER (has_count) AS participants,
            count(*) FILTER (NOT has_count) AS rows_without_count
        FROM selected_rows
        GROUP BY view, counts_from
    ),
    of_trainings AS (SELECT DISTINCT view, counts_from FROM selected_trainings),
    days AS (
        SELECT
            view,
            counts_from AS day,
            participants,
            coalesce(rows_without_count, 0) AS rows_without_count
        FROM of_rows
        FULL JOIN of_trainings USING (view, counts_from)
    )
SELECT
    *,
    coalesce(
        sum(participants) OVER (PARTITION BY view ORDER BY day ROWS UNBOUNDED PRECEDING), 0
    ) AS total
FROM days
ORDER BY view, day
