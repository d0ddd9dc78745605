-- Reached against targeted, in the views whose records have targets and which are of all agencies,
-- donors and levels.
WITH
    targeted AS (
        SELECT view, adm2_pcode, sum(targeted) AS targeted FROM targets GROUP BY view, adm2_pcode
    ),
    of_districts AS (
        SELECT
            view,
            adm2_pcode,
            status,
            if(status = 'zero reported', 0, participants) AS reached,
            targeted
        FROM district_figures
        LEFT JOIN targeted USING (view, adm2_pcode)
        WHERE
            view IN (SELECT view FROM targets)
            AND view IN (
                SELECT view FROM selections WHERE len(agencies) + len(donors) + len(levels) = 0
            )
    )
SELECT *, reached / nullif(targeted, 0) AS share
FROM of_districts
ORDER BY view, adm2_pcode
