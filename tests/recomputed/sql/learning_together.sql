-- The gain of all people with paired answers, of all trainings and of those of one agency alone.
WITH
    -- A group without a collected test is told too.
    group_members AS (
        SELECT view, '' AS of_agency, gains.* EXCLUDE (view) FROM selections LEFT JOIN gains USING (view)
        UNION ALL
        SELECT view, agency, gains.* EXCLUDE (view) FROM gains WHERE agency <> ''
    ),
    groups AS (
        SELECT
            view,
            of_agency,
            count(*) FILTER (state = 'collected') AS trainings,
            coalesce(sum(paired) FILTER (state = 'collected'), 0) AS paired,
            count(DISTINCT scale_max) FILTER (state = 'collected') AS scales,
            sum(attended) FILTER (state = 'collected') AS attended,
            bool_and(response_rate IS NOT NULL) FILTER (state = 'collected') AS rates_known,
            -- One person alone does not differ from the training's mean.
            bool_and(paired = 1 OR spread IS NOT NULL) FILTER (state = 'collected') AS spreads_known,
            -- Points of different scales do not add up, and two trainings are too few for one gain.
            scales = 1 AND trainings <> 2 AS is_joint
        FROM group_members
        GROUP BY view, of_agency
    ),
    -- Persons whose mean and standard deviation are those of their training: two stand apart from
    -- the mean, each by the same number of points, and the others at it.
    persons AS (
        SELECT view, of_agency, training_id, unnest(range(CAST(paired AS BIGINT))) AS person
        FROM group_members
        WHERE state = 'collected'
    ),
    differences AS (
        SELECT
            view,
            of_agency,
            gain + CASE
                WHEN paired = 1 OR person > 1 THEN 0
                WHEN person = 0 THEN spread * sqrt((paired - 1) / 2)
                ELSE -spread * sqrt((paired - 1) / 2)
            END AS difference,
            gain
        FROM persons
        JOIN group_members USING (view, of_agency, training_id)
    ),
    moments AS (
        SELECT view, of_agency, avg(gain) AS gain, stddev_samp(difference) AS spread
        FROM differences
        GROUP BY view, of_agency
    ),
    -- What the people of each training add together, as one cluster.
    clusters AS (
        SELECT
            group_members.view,
            group_members.of_agency,
            sqrt(sum((paired * (group_members.gain - moments.gain)) ^ 2) * count(*) / (count(*) - 1))
                / sum(paired) AS error
        FROM group_members
        JOIN moments USING (view, of_agency)
        WHERE state = 'collected'
        GROUP BY ALL
        HAVING count(*) > 1
    ),
    intervals AS (
        SELECT
            groups.view,
            groups.of_agency,
            greatest(
                of_people.quantile * spread / sqrt(groups.paired),
                coalesce(of_trainings.quantile * clusters.error, 0)
            ) AS half
        FROM groups
        JOIN moments USING (view, of_agency)
        LEFT JOIN clusters USING (view, of_agency)
        JOIN student_t AS of_people ON of_people.people = groups.paired
        LEFT JOIN student_t AS of_trainings ON of_trainings.people = groups.trainings
        WHERE is_joint AND spreads_known
    )
SELECT
    view,
    of_agency,
    trainings,
    groups.paired,
    if(is_joint, gain, NULL) AS gain,
    gain - half AS low,
    gain + half AS high,
    if(is_joint AND rates_known, groups.paired / attended, NULL) AS response_rate,
    low IS NULL OR groups.paired < 20 AS says_why
FROM groups
LEFT JOIN moments USING (view, of_agency)
LEFT JOIN intervals USING (view, of_agency)
ORDER BY view, of_agency
