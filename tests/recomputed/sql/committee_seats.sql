-- What is known of each of the six agencies of each committee, at each level.
WITH
    -- Rows of attendance under the committee they say something of.
    rows_of_committees AS (
        SELECT *, 'any level' AS of_level, home AS pcode FROM selected_rows WHERE is_district
        UNION ALL
        SELECT *, 'district', home FROM selected_rows WHERE is_district AND level = 'district'
        UNION ALL
        SELECT *, 'provincial', adm1_pcode FROM selected_rows
        WHERE adm1_pcode IS NOT NULL AND level = 'provincial'
        UNION ALL
        SELECT *, 'national', 'PK' FROM selected_rows WHERE level = 'national'
    ),
    recorded_seats AS (
        SELECT
            view,
            of_level,
            pcode,
            agency,
            bool_or(somebody_came) AS present,
            bool_or(somebody_came AND has_count) AS counted,
            sum(recorded) AS participants
        FROM rows_of_committees
        GROUP BY view, of_level, pcode, agency
    ),
    -- Who comes from a larger place may be from each of its districts.
    came_from AS (
        SELECT view, of_level, pcode, agency FROM recorded_seats WHERE present
        UNION ALL
        SELECT view, of_level, adm2_pcode, agency
        FROM selected_rows
        JOIN districts_of_larger_places USING (home)
        CROSS JOIN (VALUES ('any level'), ('district')) AS levels (of_level)
        WHERE somebody_came AND of_level IN ('any level', level)
    ),
    perhaps AS (
        SELECT DISTINCT view, of_level, pcode, committee_agencies.agency
        FROM came_from
        JOIN committee_agencies
            ON came_from.agency = committee_agencies.agency
            OR lower(came_from.agency) IN ('', 'not published', 'not told', 'not recorded')
    ),
    seats AS (
        SELECT
            view,
            of_level,
            pcode,
            agency,
            place,
            CASE
                WHEN len(agencies) > 0 AND NOT list_contains(agencies, agency)
                    THEN 'not in this selection'
                WHEN len(provinces) > 0 AND NOT list_contains(provinces, adm1_pcode)
                    THEN 'not in this selection'
                WHEN recorded_seats.counted THEN 'present'
                WHEN recorded_seats.present THEN 'present, count not recorded'
                WHEN recorded_seats.agency IS NOT NULL THEN 'zero reported'
                WHEN perhaps.pcode IS NOT NULL
                    THEN 'not known: the agency or district of a participant is not recorded'
                ELSE 'nobody recorded'
            END AS seat,
            recorded_seats.participants
        FROM selections
        CROSS JOIN committees_of_levels
        CROSS JOIN committee_agencies
        LEFT JOIN recorded_seats USING (view, of_level, pcode, agency)
        LEFT JOIN perhaps USING (view, of_level, pcode, agency)
    )
SELECT
    view,
    of_level,
    pcode,
    agency,
    place,
    seat,
    CASE
        WHEN seat = 'present' THEN participants
        WHEN seat IN ('nobody recorded', 'zero reported') THEN 0
    END AS participants
FROM seats
ORDER BY view, of_level, pcode, place
