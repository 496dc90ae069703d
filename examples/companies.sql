-- The stock codes joined with a table of companies: the number of articles about each.
-- Run it in the project's folder: sqlite3 < examples/companies.sql (set :dir for another directory)
.bail on
.load build/release/articles
.import --csv --schema temp examples/companies.csv company
.mode tabs
.headers on
SELECT c.code, c.name, c.industry,
       count(*) AS articles,
       max(date(a.date, '+8 hours')) AS newest
FROM articles(coalesce(:dir, 'examples/posts')) AS a, json_each(a.stocks) AS s
JOIN company AS c ON c.code = s.value
GROUP BY c.code
ORDER BY count(*) DESC, c.code;
