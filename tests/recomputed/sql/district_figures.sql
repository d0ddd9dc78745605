-- Each district of the list in each view, whatever the Selection.
WITH
    sums AS (
        SELECT
            view,
            home AS adm2_pcode,
            sum(recorded) FILTER (has_count) AS participants,
            sum(participants_f) AS participants_f,
            sum(participants_m) AS participants_m,
            sum(participants_unspecified) AS participants_unspecified,
            count(*) FILTER (NOT has_count) AS rows_without_count,
            count(DISTINCT training_id) FILTER (somebody_came AND summarises IS NULL) AS trainings,
            count(DISTINCT agency) FILTER (
                somebody_came AND agency IN (SELECT agency FROM committee_agencies)
            ) AS agencies,
            max(counts_from) FILTER (somebody_came) AS last_on
        FROM selected_rows
        WHERE is_district
        GROUP BY view, home
    ),
    named_within AS (
        SELECT DISTINCT view, districts_of_larger_places.adm2_pcode, true AS is_within
        FROM selected_rows
        JOIN districts_of_larger_places USING (home)
        WHERE somebody_came
    )
SELECT
    view,
    adm2_pcode,
    name,
    adm1_pcode,
    province,
    population,
    CASE
        WHEN len(provinces) > 0 AND NOT list_contains(provinces, adm1_pcode)
            THEN 'not in this selection'
        WHEN participants > 0 THEN 'covered'
        WHEN rows_without_count > 0 THEN 'reached, count not published'
        WHEN participants = 0 THEN 'zero reported'
        WHEN is_within THEN 'named within a larger place'
        ELSE 'no record'
    END AS status,
    status IN ('covered', 'reached, count not published') AS reached,
    participants,
    participants_f,
    participants_m,
    participants_unspecified,
    coalesce(sums.rows_without_count, 0) AS rows_without_count,
    coalesce(sums.trainings, 0) AS trainings,
    coalesce(sums.agencies, 0) AS agencies,
    participants * 1e6 / population AS participants_per_million,
    last_on
FROM selections
CROSS JOIN districts
LEFT JOIN sums USING (view, adm2_pcode)
LEFT JOIN named_within USING (view, adm2_pcode)
ORDER BY view, adm2_pcode
