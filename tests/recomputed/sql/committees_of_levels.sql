-- The committees of each level: of every district, of every province, and the national one.
SELECT 'any level' AS of_level, adm2_pcode AS pcode, adm1_pcode, name, province, population
FROM districts
UNION ALL
SELECT 'district', adm2_pcode, adm1_pcode, name, province, population FROM districts
UNION ALL
SELECT 'provincial', adm1_pcode, adm1_pcode, province, province, population FROM provinces
UNION ALL
SELECT 'national', 'PK', NULL, 'Pakistan', '', sum(population) FROM districts
