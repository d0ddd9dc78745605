-- Each district at two dates; the figures of both are in schemas of their own.
WITH
    both_dates AS (
        SELECT
            view,
            adm2_pcode,
            earlier.name,
            earlier.province,
            earlier.population,
            earlier.status AS status_earlier,
            later.status AS status_later,
            earlier.participants AS participants_earlier,
            later.participants AS participants_later,
            earlier.reached AS was,
            later.reached AS is_now
        FROM earlier.district_figures AS earlier
        JOIN later.district_figures AS later USING (view, adm2_pcode)
    )
SELECT
    view,
    adm2_pcode,
    name,
    province,
    population,
    CASE
        WHEN status_later = 'not in this selection' THEN 'not in this selection'
        WHEN was AND is_now THEN 'covered at both dates'
        WHEN is_now THEN 'gained between the dates'
        WHEN was THEN 'covered at the earlier date only'
        WHEN 'named within a larger place' IN (status_earlier, status_later)
            THEN 'named within a larger place'
        ELSE 'covered at neither date'
    END AS change,
    status_earlier,
    status_later,
    participants_earlier,
    participants_later
FROM both_dates
ORDER BY view, adm2_pcode
