-- One row a larger place x district in it.
WITH
    -- A name that means the same districts as one before it is the same place.
    shared_names AS (
        SELECT successors, arg_min(name, line) AS name, string_split(successors, ';') AS parts
        FROM changes
        WHERE contains(successors, ';')
        GROUP BY successors
    ),
    parts AS (SELECT name AS place, unnest(parts) AS name FROM shared_names),
    -- What was made later is counted in its parent.
    placed AS (
        SELECT DISTINCT
            parts.place,
            part.adm1_pcode,
            if(part.adm2_pcode = '', parent.adm2_pcode, part.adm2_pcode) AS adm2_pcode
        FROM parts
        JOIN gazetteer AS part USING (name)
        LEFT JOIN gazetteer AS parent ON parent.name = part.parent
    )
SELECT adm1_pcode AS home, adm1_pcode, adm2_pcode FROM districts
UNION ALL
SELECT adm1_pcode || '-' || replace(place, ' ', '-'), adm1_pcode, adm2_pcode FROM placed
