-- The figures that stand above every view.
WITH
    of_districts AS (
        SELECT
            view,
            count(*) FILTER (reached) AS districts_covered,
            count(*) AS districts,
            count(*) FILTER (status = 'reached, count not published') AS districts_without_count,
            count(*) FILTER (status = 'named within a larger place') AS districts_named_within,
            coalesce(sum(population) FILTER (reached), 0) AS people_covered,
            coalesce(sum(population), 0) AS people,
            count(*) FILTER (population IS NULL) AS districts_without_population
        FROM district_figures
        WHERE status <> 'not in this selection'
        GROUP BY view
    ),
    of_trainings AS (
        SELECT
            view,
            count(*) FILTER (summarises IS NULL) AS trainings,
            sum(summarises) AS trainings_summarised
        FROM selected_trainings
        GROUP BY view
    ),
    of_rows AS (
        SELECT
            view,
            sum(recorded) AS participants,
            sum(recorded) FILTER (NOT is_district) AS participants_within,
            sum(recorded) FILTER (home IS NULL) AS participants_unplaced,
            count(*) FILTER (NOT has_count) AS rows_without_count,
            count(*) FILTER (one_sex_only) AS rows_incomplete
        FROM selected_rows
        GROUP BY view
    )
SELECT
    view,
    districts_covered,
    districts,
    districts_without_count,
    districts_named_within,
    coalesce(trainings, 0) AS trainings,
    coalesce(trainings_summarised, 0) AS trainings_summarised,
    coalesce(participants, 0) AS participants,
    coalesce(participants_within, 0) AS participants_within,
    coalesce(participants_unplaced, 0) AS participants_unplaced,
    coalesce(rows_without_count, 0) AS rows_without_count,
    coalesce(rows_incomplete, 0) AS rows_incomplete,
    people_covered,
    people,
    districts_without_population,
    people_covered / nullif(people, 0) AS share_of_people
FROM of_districts
LEFT JOIN of_trainings USING (view)
LEFT JOIN of_rows USING (view)
ORDER BY view
