-- Districts of which it cannot be said how many agencies are missing.
SELECT view, pcode
FROM committees_of_views
WHERE of_level = 'any level' AND not_known > 0
ORDER BY view, pcode
