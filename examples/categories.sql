-- The number of articles of each category, and the day in Beijing of the newest.
-- Run it in the project's folder: sqlite3 < examples/categories.sql (set :dir for another directory)
.bail on
.load build/release/articles
.mode tabs
.headers on
SELECT c.value AS category,
       count(*) AS articles,
       max(date(a.date, '+8 hours')) AS newest
FROM articles(coalesce(:dir, 'examples/posts')) AS a, json_each(a.categories) AS c
GROUP BY c.value
ORDER BY count(*) DESC, c.value;
