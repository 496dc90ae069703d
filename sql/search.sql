-- Queries over a store named `news`. Names that begin with `:` are parameters of the caller; without them
-- the queries have the values that are written here. A line of the form `-- [name]` begins a query.
-- In the project's folder, after SELECT articles_sync('news', 'examples/posts') in news.db:
--   sqlite3 -cmd '.load build/release/articles' news.db < sql/search.sql

-- [search]
-- The best articles for what a person typed: time in Beijing, title and a piece of text with the matches marked, file.
-- rank is negative, and lower is better: an article of :now counts 1.5 times, one of 30 days before it 1.25 times.
-- Articles without a date come last. MATERIALIZED: snippet() works where the index is searched, not behind a sort.
WITH found AS MATERIALIZED (
  SELECT rowid AS id, rank,
         highlight(news_fts, 0, coalesce(:open, '['), coalesce(:close, ']')) AS title,
         replace(snippet(news_fts, 1, coalesce(:open, '['), coalesce(:close, ']'), '…', 24), char(10), ' ') AS piece
  FROM news_fts(match_query(coalesce(:words, '茅台')))
)
SELECT datetime(news.date, '+8 hours') AS beijing, found.title, found.piece, news.file
FROM found JOIN news USING (id)
ORDER BY news.date IS NULL,
         found.rank * (1 + 0.5 * 30.0 / (30 + max(0, julianday(coalesce(:now, 'now')) - julianday(news.date)))),
         news.file
LIMIT 10;

-- [matches by category]
-- How many of the articles that match are in each category, with a piece of the best one.
WITH found AS MATERIALIZED (
  SELECT rowid AS id, rank, replace(snippet(news_fts, 1, '[', ']', '…', 12), char(10), ' ') AS piece
  FROM news_fts(match_query(coalesce(:words, '茅台')))
)
SELECT category.value AS category, count(*) AS articles, found.piece
FROM found JOIN news USING (id), json_each(news.categories) AS category
GROUP BY category.value
ORDER BY articles DESC, min(found.rank), category -- with min(), piece is that of the same row
LIMIT 10;

-- [companies]
-- The articles about each company. It needs a table company(code, name), such as examples/companies.csv.
SELECT company.name, count(*) AS articles, max(news.date) AS newest
FROM news_stock JOIN company USING (code) JOIN news ON news.id = news_stock.article
GROUP BY company.code
ORDER BY articles DESC, company.code
LIMIT 10;

-- [codes by month]
SELECT strftime('%Y-%m', news.date, '+8 hours') AS month, news_stock.code, count(*) AS articles
FROM news_stock JOIN news ON news.id = news_stock.article
WHERE news.date IS NOT NULL
GROUP BY month, news_stock.code
ORDER BY month DESC, articles DESC, news_stock.code
LIMIT 10;

-- [categories by month]
SELECT strftime('%Y-%m', news.date, '+8 hours') AS month, category.value AS category, count(*) AS articles
FROM news, json_each(news.categories) AS category
WHERE news.date IS NOT NULL
GROUP BY month, category.value
ORDER BY month DESC, articles DESC, category
LIMIT 10;

-- [without a code]
SELECT date, title, file FROM news
WHERE NOT EXISTS (SELECT 1 FROM news_stock WHERE article = news.id)
ORDER BY date DESC, file
LIMIT 10;

-- [changed]
-- What a sync added or changed since :since, which is a time in UTC.
SELECT CASE WHEN added_at >= coalesce(:since, '2021-01-01') THEN 'added' ELSE 'changed' END AS what, count(*) AS articles
FROM news
WHERE changed_at >= coalesce(:since, '2021-01-01')
GROUP BY what;

-- [errors]
-- The reasons of the problems, without what differs from file to file.
SELECT problem.value ->> 'kind' AS kind, problem.value ->> 'reason' AS reason, count(DISTINCT news.id) AS articles,
       min(news.file) AS example
FROM news, json_each(news.problems) AS problem
GROUP BY kind, reason
ORDER BY articles DESC, reason
LIMIT 10;
