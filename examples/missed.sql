-- Companies that an article names and gives no code of: what markup and brackets miss. Names of two
-- characters are left out, since 苹果 may be a fruit; the -W of a class of shares is nobody's habit.
-- By hand, in the top folder: sqlite3 < examples/missed.sql (:dir, when set, is another directory)
.bail on
.load build/release/articles
.import --csv --schema temp examples/companies.csv company
.mode tabs
.headers on
SELECT c.code, c.name, date(a.date, '+8 hours') AS day, a.title
FROM articles(coalesce(:dir, 'examples/posts')) AS a
JOIN company AS c ON instr(a.text, replace(c.name, '-W', '')) > 0
WHERE length(replace(c.name, '-W', '')) > 2
  AND c.code NOT IN (SELECT value FROM json_each(a.stocks))
ORDER BY a.date, c.code;
