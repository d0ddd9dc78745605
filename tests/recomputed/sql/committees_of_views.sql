-- One row a committee: which of its agencies are present, missing and not known.
WITH
    counts AS (
        SELECT
            view,
            of_level,
            pcode,
            count(*) FILTER (seat IN ('present', 'present, count not recorded')) AS present,
            count(*) FILTER (starts_with(seat, 'not known')) AS not_known,
            string_agg(agency, ', ' ORDER BY place)
                FILTER (seat IN ('nobody recorded', 'zero reported')) AS missing,
            count(*) FILTER (seat <> 'not in this selection') AS selected_seats,
            count(*) FILTER (
                seat IN ('nobody recorded', 'zero reported') OR starts_with(seat, 'not known')
            ) AS empty_seats,
            any_value(agency) FILTER (
                seat IN ('nobody recorded', 'zero reported') OR starts_with(seat, 'not known')
            ) AS an_empty_seat
        FROM committee_seats
        GROUP BY view, of_level, pcode
    ),
    -- The table names a committee by its level and place; the last row of one stands.
    -- One that is notified later is not notified yet.
    told AS (
        SELECT
            view,
            level,
            CASE level WHEN 'district' THEN adm2_pcode WHEN 'provincial' THEN adm1_pcode ELSE 'PK' END
                AS pcode,
            arg_max(if(CAST(notified_on AS DATE) > as_of, 'no', notified), line) AS notified
        FROM committees
        JOIN selections USING (view)
        GROUP BY ALL
    )
SELECT
    counts.view,
    of_level,
    pcode,
    name,
    province,
    population,
    present,
    not_known,
    coalesce(missing, '') AS missing,
    coalesce(notified, 'unknown') AS notified,
    selected_seats,
    empty_seats,
    an_empty_seat
FROM counts
JOIN committees_of_levels USING (of_level, pcode)
LEFT JOIN told
    ON told.view = counts.view
    AND told.pcode = counts.pcode
    AND told.level = if(of_level = 'any level', 'district', of_level)
ORDER BY counts.view, of_level, pcode
