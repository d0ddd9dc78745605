-- Every month from the first selected training or row up to the as-of date's, also empty ones.
WITH
    days AS (
        SELECT view, counts_from FROM selected_trainings
        UNION ALL
        SELECT view, counts_from FROM selected_rows
    ),
    spans AS (
        SELECT view, date_trunc('month', min(counts_from)) AS first, any_value(as_of) AS as_of
        FROM days
        JOIN selections USING (view)
        GROUP BY view
    )
SELECT view, CAST(unnest(generate_series(first, as_of, INTERVAL 1 MONTH)) AS DATE) AS month
FROM spans
ORDER BY view, month
