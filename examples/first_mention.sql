-- The first article that names each code, with the words it uses: the code, the day and the time in
-- Beijing, how the code stands there, the name beside it, the title.
-- By hand, in the top folder: sqlite3 < examples/first_mention.sql (:dir, when set, is another directory)
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
