-- Companies that an article names without a code. Names of two characters are left out, because 苹果 can
-- be a fruit; the suffix -W of a share class is removed, because articles do not write it.
-- Run it in the project's folder: sqlite3 < examples/missed.sql (set :dir for another directory)
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
