-- Rows of attendance, with what is known of their number.
SELECT
    * EXCLUDE (adm2_pcode),
    adm2_pcode AS written_home,
    coalesce(participants_f, 0) + coalesce(participants_m, 0) + coalesce(participants_unspecified, 0)
        AS recorded,
    coalesce(participants_f, participants_m, participants_unspecified) IS NOT NULL AS has_count,
    has_count
    AND participants_unspecified IS NULL
    AND (participants_f IS NULL OR participants_m IS NULL) AS one_sex_only,
    recorded > 0 OR NOT has_count AS somebody_came
FROM attendance
