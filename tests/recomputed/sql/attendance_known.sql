-- Rows of attendance, with what is known of their number.
SELECT
    * EXCLUDE (adm2_pcode),
    adm2_pcode AS written_home,
    coalesce(participants_f, 0) + coalesce(participants_m, 0) + coalesce(participants_unspecified, 0)
        AS recorded,
    -- Nobody is said only by a zero for both sexes, or for all together where neither is told.
    recorded > 0
    OR (participants_f IS NOT NULL AND participants_m IS NOT NULL)
    OR (participants_unspecified IS NOT NULL AND participants_f IS NULL AND participants_m IS NULL)
        AS has_count,
    recorded > 0 OR NOT has_count AS somebody_came
FROM attendance
