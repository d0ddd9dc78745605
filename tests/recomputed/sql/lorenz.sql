-- Cumulative shares of the people and the participants, fewest participants a person first.
WITH
    running AS (
        SELECT
            view,
            adm2_pcode,
            sum(people) OVER fewest_first AS people,
            sum(participants) OVER fewest_first AS participants,
            sum(people) OVER (PARTITION BY view) AS all_people,
            sum(participants) OVER (PARTITION BY view) AS all_participants,
            row_number() OVER fewest_first AS place
        FROM compared_districts
        WHERE view NOT IN (SELECT view FROM hardly_counted WHERE hardly_counted)
        WINDOW fewest_first AS (
            PARTITION BY view
            ORDER BY participants / people, adm2_pcode
            ROWS UNBOUNDED PRECEDING
        )
    )
SELECT view, place, people / all_people AS people, participants / all_participants AS participants
FROM running
WHERE all_participants > 0
UNION ALL
SELECT DISTINCT view, 0, 0, 0 FROM running WHERE all_participants > 0
ORDER BY view, place
