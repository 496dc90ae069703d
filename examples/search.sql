-- Full-text search over a table of one's own: every word of Chinese is found, of whatever length.
-- By hand, in the top folder: sqlite3 < examples/search.sql (:dir, when set, is another directory)
.bail on
.load build/release/articles
.mode tabs
.headers on

-- The index holds the articles as they are now. title counts ten times as much as text.
CREATE VIRTUAL TABLE temp.s USING fts5(file UNINDEXED, date UNINDEXED, title, text, tokenize='cjk');
INSERT INTO s SELECT file, date, title, text FROM articles(coalesce(:dir, 'examples/posts'));
INSERT INTO s(s, rank) VALUES ('rank', 'bm25(0, 0, 10.0, 1.0)');

-- The best matches first, each with the piece of text where it says so.
SELECT title, replace(snippet(s, 3, '[', ']', '…', 24), char(10), ' ') AS piece
FROM s(match_query('信息消费'))
ORDER BY rank LIMIT 3;

-- No article has this as a whole: those that have the most of it.
SELECT title FROM s(match_query('新能源电池工厂参观', 'any'))
ORDER BY rank LIMIT 3;

-- Search as you type: the last word may continue.
SELECT title FROM s(match_query('appl', 'prefix'))
ORDER BY rank LIMIT 3;

-- Newest first without losing relevance: rank is negative, and lower is better. An article of today
-- counts 1.5 times, one of 30 days ago 1.25 times. For a live archive write 'now' for the day.
-- Articles without a date come last.
SELECT date, title FROM s(match_query('白酒'))
ORDER BY date IS NULL,
         rank * (1 + 0.5 * 30.0 / (30 + max(0, julianday('2021-08-13') - julianday(date))))
LIMIT 3;

-- In a terminal the matches are red.
SELECT highlight(s, 2, char(27) || '[31m', char(27) || '[0m') AS title
FROM s(match_query('示例 工厂'))
ORDER BY rank LIMIT 3;
