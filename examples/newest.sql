-- The ten newest articles: the day in Beijing, the title, the stock codes that it mentions.
-- Run it in the project's folder: sqlite3 < examples/newest.sql (set :dir for another directory)
.bail on
.load build/release/articles
.mode tabs
.headers on
SELECT date(a.date, '+8 hours') AS day,
       a.title,
       (SELECT group_concat(s.value, ' ') FROM json_each(a.stocks) AS s) AS codes
FROM articles(coalesce(:dir, 'examples/posts')) AS a
WHERE a.date IS NOT NULL
ORDER BY a.date DESC, a.file
LIMIT 10;
