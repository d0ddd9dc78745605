-- Each selected province in each view, with the participants of its larger places.
WITH
    of_districts AS (
        SELECT
            view,
            adm1_pcode,
            count(*) AS districts,
            count(*) FILTER (reached) AS districts_covered,
            coalesce(sum(population) FILTER (reached), 0) AS people_covered,
            coalesce(sum(population), 0) AS people,
            count(*) FILTER (population IS NULL) AS without_population
        FROM district_figures
        WHERE status <> 'not in this selection'
        GROUP BY view, adm1_pcode
    ),
    of_rows AS (
        SELECT
            view,
            adm1_pcode,
            sum(recorded) FILTER (has_count) AS participants,
            sum(participants_f) AS participants_f,
            sum(participants_m) AS participants_m,
            sum(participants_unspecified) AS participants_unspecified,
            count(*) FILTER (NOT has_count) AS rows_without_count
        FROM selected_rows
        GROUP BY view, adm1_pcode
    )
SELECT
    of_districts.*,
    province,
    participants,
    participants_f,
    participants_m,
    participants_unspecified,
    coalesce(rows_without_count, 0) AS rows_without_count
FROM of_districts
JOIN provinces USING (adm1_pcode)
LEFT JOIN of_rows USING (view, adm1_pcode)
ORDER BY view, province
