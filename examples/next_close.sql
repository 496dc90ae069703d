-- The first closing price after each article, for the A shares that it names. A session ends at 15:00
-- in Beijing: an article published later belongs to the next day, date(date, '+17 hours'), and one of
-- a weekend to Monday. An article that exists under two paths counts once. The prices in
-- examples/prices.csv are made up.
-- Run it in the project's folder: sqlite3 < examples/next_close.sql (set :dir for another directory)
.bail on
.load build/release/articles
.import --csv --skip 1 --schema temp examples/prices.csv price
.mode tabs
.headers on
SELECT DISTINCT s.value AS code,
       datetime(a.date, '+8 hours') AS beijing,
       p.session,
       CAST(p.close AS REAL) AS close,
       a.title
FROM articles(coalesce(:dir, 'examples/posts')) AS a, json_each(a.stocks) AS s
JOIN price AS p
  ON p.code = s.value
 AND p.session = (SELECT min(q.session) FROM price AS q
                  WHERE q.code = s.value AND q.session >= date(a.date, '+17 hours'))
ORDER BY a.date, code, a.title;
