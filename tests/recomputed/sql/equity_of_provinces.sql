-- Theil's T among the districts of each province, and what it adds to the part within.
WITH
    totals AS (
        SELECT view, sum(participants) AS participants
        FROM compared_districts
        WHERE view NOT IN (SELECT view FROM hardly_counted WHERE hardly_counted)
        GROUP BY view
        HAVING sum(participants) > 0
    ),
    of_provinces AS (
        SELECT view, province, sum(people) AS people, sum(participants) AS participants
        FROM compared_districts
        GROUP BY view, province
    ),
    theil AS (
        SELECT
            view,
            province,
            sum(
                districts.participants / of_provinces.participants * ln(
                    (districts.participants / of_provinces.participants)
                    / (districts.people / of_provinces.people)
                )
            ) AS theil
        FROM compared_districts AS districts
        JOIN of_provinces USING (view, province)
        WHERE districts.participants > 0
        GROUP BY view, province
    )
SELECT
    view,
    province,
    people,
    of_provinces.participants,
    theil,
    coalesce(of_provinces.participants / totals.participants * theil, 0) AS within
FROM of_provinces
JOIN totals USING (view)
LEFT JOIN theil USING (view, province)
ORDER BY view, province
