SELECT view, venue_adm2_pcode, count(*) AS trainings
FROM selected_trainings
WHERE venue_adm2_pcode IN (SELECT adm2_pcode FROM districts)
GROUP BY ALL
ORDER BY view, venue_adm2_pcode
