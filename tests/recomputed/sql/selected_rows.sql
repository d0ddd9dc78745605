-- The rows of attendance that a Selection selects.
SELECT
    attendance_known.*,
    trainings_in_time.counts_from,
    trainings_in_time.level,
    trainings_in_time.summarises,
    homes.home,
    homes.adm1_pcode,
    homes.is_district
FROM attendance_known
JOIN trainings_in_time USING (view, training_id)
JOIN selections USING (view)
LEFT JOIN homes ON homes.home = attendance_known.written_home
WHERE (len(agencies) = 0 OR list_contains(agencies, agency))
  AND (len(provinces) = 0 OR coalesce(list_contains(provinces, homes.adm1_pcode), false))
