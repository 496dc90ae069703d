-- The first article that names each code: the code, the time in Beijing, the form of the mention, the
-- name next to the code, the title.
-- Run it in the project's folder: sqlite3 < examples/first_mention.sql (set :dir for another directory)
.bail on
.load build/release/articles
.mode tabs
.headers on
WITH mention AS (
  SELECT m.code, m.form, m.name, a.title, a.date,
         row_number() OVER (PARTITION BY m.code ORDER BY a.date, a.file, m.position) AS number
  FROM articles(coalesce(:dir, 'examples/posts')) AS a, stock_mentions(a.html) AS m
  WHERE a.date IS NOT NULL
)
SELECT code, datetime(date, '+8 hours') AS beijing, form, name, title
FROM mention
WHERE number = 1
ORDER BY date, code;
