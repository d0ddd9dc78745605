WITH
    totals AS (
        SELECT view, sum(people) AS people, sum(participants) AS participants
        FROM compared_districts
        GROUP BY view
    ),
    -- Half the mean difference between two persons, over the mean: no curve is drawn.
    differences AS (
        SELECT
            one.view,
            sum(abs(one.participants * other.people - other.participants * one.people)) AS difference
        FROM compared_districts AS one
        JOIN compared_districts AS other USING (view)
        GROUP BY one.view
    ),
    gini AS (
        SELECT view, difference / (2.0 * people * participants) AS gini
        FROM differences
        JOIN totals USING (view)
        WHERE participants > 0 AND view NOT IN (SELECT view FROM hardly_counted WHERE hardly_counted)
    ),
    shares_of_districts AS (
        SELECT
            view,
            districts.participants / totals.participants AS share,
            districts.people / totals.people AS share_of_people
        FROM compared_districts AS districts
        JOIN totals USING (view)
        WHERE districts.participants > 0
        AND view NOT IN (SELECT view FROM hardly_counted WHERE hardly_counted)
    ),
    shares_of_provinces AS (
        SELECT
            view,
            sum(districts.participants) / any_value(totals.participants) AS share,
            sum(districts.people) / any_value(totals.people) AS share_of_people
        FROM compared_districts AS districts
        JOIN totals USING (view)
        GROUP BY view, province
        HAVING sum(districts.participants) > 0
    ),
    theil AS (
        SELECT view, sum(share * ln(share / share_of_people)) AS total
        FROM shares_of_districts
        GROUP BY view
    ),
    between_provinces AS (
        SELECT view, sum(share * ln(share / share_of_people)) AS between_provinces
        FROM shares_of_provinces
        GROUP BY view
    ),
    -- Those whose population is not known are left out first.
    left_out AS (
        SELECT
            view,
            count(*) FILTER (unknown) AS without_population,
            count(*) FILTER (NOT unknown AND status = 'reached, count not published')
                AS without_count,
            count(*) FILTER (NOT unknown AND status = 'named within a larger place')
                AS named_within
        FROM (SELECT *, coalesce(population, 0) = 0 AS unknown FROM district_figures)
        WHERE status <> 'not in this selection'
        GROUP BY view
    ),
    partly_counted AS (
        SELECT view, count(*) FILTER (rows_without_count > 0) AS partly_counted
        FROM compared_districts
        GROUP BY view
    )
SELECT
    left_out.*,
    coalesce(partly_counted, 0) AS partly_counted,
    hardly_counted,
    gini,
    total AS theil,
    between_provinces,
    total - between_provinces AS within_provinces
FROM left_out
JOIN hardly_counted USING (view)
LEFT JOIN partly_counted USING (view)
LEFT JOIN gini USING (view)
LEFT JOIN theil USING (view)
LEFT JOIN between_provinces USING (view)
ORDER BY view
