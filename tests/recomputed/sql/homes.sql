-- One row a home that attendance can have: its province, and whether it is a district.
SELECT adm2_pcode AS home, adm1_pcode, true AS is_district FROM districts
UNION ALL
SELECT DISTINCT home, adm1_pcode, false FROM districts_of_larger_places
UNION ALL
SELECT adm1_pcode || '-several-districts', adm1_pcode, false FROM provinces
