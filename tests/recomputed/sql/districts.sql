-- The list of districts, from the file of the project.
WITH
    counted AS (
        SELECT * REPLACE (CAST(nullif(pop_2023, '') AS BIGINT) AS pop_2023) FROM gazetteer
    ),
    -- Counted apart in the census, and made after the list: Keamari is of Karachi West.
    made_later AS (
        SELECT parent, sum(pop_2023) AS people FROM counted WHERE adm2_pcode = '' GROUP BY parent
    )
SELECT
    adm2_pcode,
    name,
    adm1_pcode,
    province,
    CAST(pop_2023 + coalesce(people, 0) AS BIGINT) AS population
FROM counted
LEFT JOIN made_later ON made_later.parent = counted.name
WHERE adm2_pcode <> ''
ORDER BY adm2_pcode
