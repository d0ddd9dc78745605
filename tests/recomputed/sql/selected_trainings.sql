-- Where a province or an agency is chosen, somebody from there has to have come.
WITH somebody AS (SELECT DISTINCT view, training_id FROM selected_rows WHERE somebody_came)
SELECT trainings_in_time.*
FROM trainings_in_time
JOIN selections USING (view)
LEFT JOIN somebody USING (view, training_id)
WHERE (len(agencies) = 0 AND len(provinces) = 0) OR somebody.training_id IS NOT NULL
