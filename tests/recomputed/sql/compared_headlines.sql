-- The headline's figures at two dates and their difference, one row a figure.
WITH
    headlines AS (
        SELECT 'earlier' AS of_date, * FROM earlier.headline
        UNION ALL
        SELECT 'later' AS of_date, * FROM later.headline
    ),
    figures AS (
        SELECT
            view,
            of_date,
            unnest([1, 2, 3, 4, 5]) AS place,
            unnest([
                'districts covered',
                'trainings',
                'participants',
                'people in covered districts',
                'share of people in covered districts, %'
            ]) AS figure,
            unnest([
                CAST(districts_covered AS DOUBLE),
                trainings,
                participants,
                people_covered,
                share_of_people * 100
            ]) AS value
        FROM headlines
    )
SELECT
    view,
    figure,
    earlier.value AS earlier,
    later.value AS later,
    later.value - earlier.value AS difference
FROM figures AS earlier
JOIN figures AS later USING (view, place, figure)
WHERE earlier.of_date = 'earlier' AND later.of_date = 'later'
ORDER BY view, place
