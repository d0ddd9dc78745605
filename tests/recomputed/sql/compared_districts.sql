-- The districts whose share of the participants can be compared with their share of the people.
SELECT
    view,
    adm2_pcode,
    name,
    province,
    population AS people,
    -- A district without a record is a zero here: that is the gap that is measured.
    coalesce(participants, 0) AS participants,
    rows_without_count
FROM district_figures
WHERE population > 0
  AND status IN ('covered', 'zero reported', 'no record')
ORDER BY view, coalesce(participants, 0) / population, adm2_pcode
