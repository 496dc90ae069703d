-- The number of articles that name each company, by month in Beijing.
-- Run it in the project's folder: sqlite3 < examples/company_months.sql (set :dir for another directory)
.bail on
.load build/release/articles
.import --csv --schema temp examples/companies.csv company
.mode tabs
.headers on
SELECT c.code, c.name,
       strftime('%Y-%m', a.date, '+8 hours') AS month,
       count(*) AS articles
FROM articles(coalesce(:dir, 'examples/posts')) AS a, json_each(a.stocks) AS s
JOIN company AS c ON c.code = s.value
WHERE a.date IS NOT NULL
GROUP BY c.code, month
ORDER BY month, articles DESC, c.code;
