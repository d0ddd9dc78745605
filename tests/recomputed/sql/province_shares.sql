-- People living in covered districts over all whose population is known, by selected province.
WITH
    national AS (
        SELECT view, sum(people_covered) / nullif(sum(people), 0) AS national
        FROM province_figures
        GROUP BY view
    )
SELECT province_figures.*, people_covered / nullif(people, 0) AS share, national
FROM province_figures
JOIN national USING (view)
ORDER BY view, share NULLS LAST, province
