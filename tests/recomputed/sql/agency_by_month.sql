SELECT
    view,
    CAST(date_trunc('month', counts_from) AS DATE) AS month,
    agency,
    sum(recorded) FILTER (has_count) AS participants,
    sum(participants_f) AS participants_f,
    sum(participants_m) AS participants_m,
    sum(participants_unspecified) AS participants_unspecified,
    count(*) FILTER (NOT has_count) AS rows_without_count
FROM selected_rows
GROUP BY ALL
ORDER BY view, month, agency
