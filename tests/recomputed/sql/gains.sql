-- What the participants of each selected training learned, from tests of the same persons.
WITH
    -- Tests are of a training as a whole: all of its rows, whatever the Selection leaves out.
    attendance_of AS (
        SELECT
            view,
            training_id,
            if(bool_and(has_count), sum(recorded), NULL) AS attended,
            count(DISTINCT agency) FILTER (somebody_came) AS agencies,
            any_value(agency) FILTER (somebody_came) AS an_agency
        FROM attendance_known
        GROUP BY view, training_id
    ),
    tested AS (
        SELECT
            * EXCLUDE (line),
            paired > 0 AND scale_max > 0 AND pre_mean IS NOT NULL AND post_mean IS NOT NULL
                AS has_pairs,
            100 / nullif(scale_max, 0) AS percent
        FROM assessments
    )
SELECT
    view,
    training_id,
    title,
    CAST(date_start AS DATE) AS date_start,
    if(agencies = 1 AND lower(an_agency) <> 'not published', an_agency, '') AS agency,
    CASE
        WHEN tested.training_id IS NULL THEN 'not collected'
        WHEN has_pairs THEN 'collected'
        ELSE 'not paired'
    END AS state,
    paired,
    pre_mean,
    post_mean,
    sd_difference,
    scale_max,
    if(has_pairs, (post_mean - pre_mean) * percent, NULL) AS gain,
    if(has_pairs AND sd_difference >= 0, sd_difference * percent, NULL) AS spread,
    quantile * spread / sqrt(paired) AS half_interval,
    attended,
    if(has_pairs AND paired <= attended, paired / attended, NULL) AS response_rate,
    counts_from,
    line
FROM selected_trainings
LEFT JOIN tested USING (view, training_id)
LEFT JOIN attendance_of USING (view, training_id)
LEFT JOIN student_t ON student_t.people = tested.paired
