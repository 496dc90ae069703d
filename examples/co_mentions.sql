-- Pairs of companies that are named in the same article, and the number of such articles.
-- Run it in the project's folder: sqlite3 < examples/co_mentions.sql (set :dir for another directory)
.bail on
.load build/release/articles
.import --csv --schema temp examples/companies.csv company
.mode tabs
.headers on
-- An article that exists under two paths counts once.
CREATE TEMP TABLE named AS
SELECT DISTINCT a.title, a.date, s.value AS code
FROM articles(coalesce(:dir, 'examples/posts')) AS a, json_each(a.stocks) AS s;
SELECT one.name AS company, other.name AS beside, count(*) AS articles
FROM named AS x
JOIN named AS y ON y.title = x.title AND y.date IS x.date AND y.code > x.code
JOIN company AS one ON one.code = x.code
JOIN company AS other ON other.code = y.code
GROUP BY x.code, y.code
ORDER BY articles DESC, x.code, y.code
LIMIT 10;
