WITH
    attendance_of AS (
        SELECT
            view,
            training_id,
            sum(recorded) FILTER (has_count) AS participants,
            count(DISTINCT home) FILTER (somebody_came AND is_district) AS home_districts
        FROM selected_rows
        GROUP BY view, training_id
    )
SELECT
    view,
    training_id,
    title,
    level,
    CAST(date_start AS DATE) AS date_start,
    CAST(date_end AS DATE) AS date_end,
    venue,
    venue_adm2_pcode,
    themes,
    delivered_by,
    donor,
    status,
    summarises,
    participants,
    coalesce(home_districts, 0) AS home_districts
FROM selected_trainings
LEFT JOIN attendance_of USING (view, training_id)
-- Of one day, the one that the records name last stands first.
ORDER BY view, counts_from DESC, line DESC
