-- By day in Beijing: the number of mentions of stocks, of different codes, and the code mentioned most.
-- Run it in the project's folder: sqlite3 < examples/daily_mentions.sql (set :dir for another directory)
.bail on
.load build/release/articles
.mode tabs
.headers on
WITH mention AS (
  SELECT date(a.date, '+8 hours') AS day, m.code
  FROM articles(coalesce(:dir, 'examples/posts')) AS a, stock_mentions(a.html) AS m
  WHERE a.date IS NOT NULL
), counted AS (
  SELECT day, code, count(*) AS mentions FROM mention GROUP BY day, code
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY day ORDER BY mentions DESC, code) AS place FROM counted
)
SELECT day,
       sum(mentions) AS mentions,
       count(*) AS codes,
       max(CASE place WHEN 1 THEN code END) AS most
FROM ranked
GROUP BY day
ORDER BY day;
