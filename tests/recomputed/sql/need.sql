-- Need of the districts that a view lists, by the usual weights, from the figures of the whole
-- programme up to the view's day (schema programme). No layer is loaded.
WITH
    places AS (
        SELECT
            adm2_pcode,
            CAST(coalesce(nullif(hq_lat, ''), centroid_lat) AS DOUBLE) AS lat,
            CAST(coalesce(nullif(hq_lon, ''), centroid_lon) AS DOUBLE) AS lon,
            CASE terrain WHEN 'plain' THEN 1.1 WHEN 'hills' THEN 1.35 WHEN 'mountains' THEN 1.75 END
                AS detour
        FROM gazetteer
        JOIN terrain USING (adm2_pcode)
    ),
    roads AS (
        SELECT
            home.adm2_pcode,
            venue.adm2_pcode AS venue_adm2_pcode,
            2 * 6371.0088 * asin(
                sqrt(
                    sin(radians(venue.lat - home.lat) / 2) ^ 2
                    + cos(radians(venue.lat)) * cos(radians(home.lat))
                    * sin(radians(venue.lon - home.lon) / 2) ^ 2
                )
            ) * (home.detour + venue.detour) / 2 AS km
        FROM places AS home
        CROSS JOIN places AS venue
    ),
    nearest AS (
        SELECT view, adm2_pcode, min(km) AS distance
        FROM programme.venues
        JOIN roads USING (venue_adm2_pcode)
        GROUP BY view, adm2_pcode
    ),
    whole AS (
        SELECT
            view,
            adm2_pcode,
            adm1_pcode,
            name,
            population,
            distance,
            status IN ('no record', 'zero reported') AS uncovered
        FROM programme.district_figures
        LEFT JOIN nearest USING (view, adm2_pcode)
    ),
    beside AS (
        SELECT
            whole.view,
            neighbours.adm2_pcode,
            count(*) AS adjacent,
            count(*) FILTER (whole.uncovered) AS adjacent_uncovered
        FROM neighbours
        JOIN whole ON whole.adm2_pcode = neighbours.neighbour_pcode
        GROUP BY whole.view, neighbours.adm2_pcode
    ),
    parts AS (
        SELECT
            view,
            adm2_pcode,
            name,
            population,
            distance,
            if(
                population IS NULL,
                NULL,
                (rank() OVER (PARTITION BY view, population IS NULL ORDER BY population) - 1)
                / (count(population) OVER (PARTITION BY view) - 1)
            ) AS part_population,
            if(
                distance IS NULL,
                NULL,
                (rank() OVER (PARTITION BY view, distance IS NULL ORDER BY distance) - 1)
                / (count(distance) OVER (PARTITION BY view) - 1)
            ) AS part_distance,
            adjacent_uncovered / adjacent AS part_neighbours,
            (count(*) FILTER (uncovered) OVER (PARTITION BY view, adm1_pcode))
            / (count(*) OVER (PARTITION BY view, adm1_pcode)) AS part_province
        FROM whole
        LEFT JOIN beside USING (view, adm2_pcode)
    ),
    -- The distance has no weight where there was no venue yet.
    scored AS (
        SELECT
            *,
            round(
                (
                    40 * part_population
                    + if(count(distance) OVER (PARTITION BY view) > 0, 20 * part_distance, 0)
                    + 10 * part_neighbours
                    + 10 * part_province
                ) / if(count(distance) OVER (PARTITION BY view) > 0, 80, 60),
                9
            ) AS score
        FROM parts
    )
SELECT
    scored.* EXCLUDE (population),
    if(
        score IS NULL,
        NULL,
        rank() OVER (PARTITION BY scored.view, score IS NULL ORDER BY score DESC)
    ) AS rank
FROM scored
JOIN listed USING (view, adm2_pcode)
ORDER BY scored.view, score DESC NULLS LAST, if(score IS NULL, NULL, population) DESC, name
