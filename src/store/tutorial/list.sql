SELECT id, header, (SELECT count(*) FROM step WHERE step.tutorial_id = tutorial.id) AS steps
FROM tutorial
