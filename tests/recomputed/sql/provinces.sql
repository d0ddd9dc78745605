-- The provinces and territories of the list.
SELECT adm1_pcode, any_value(province) AS province, sum(population) AS population
FROM districts
GROUP BY adm1_pcode
