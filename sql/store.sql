-- The tables of a store named `store`, as articles_sync() makes them, and the statements with which
-- it writes to them. It replaces the identifiers `main`, `store` and `store_…` by those of the
-- store. A line of the form `-- [name]` begins a section.

-- [tables]
CREATE TABLE main.store(
  id INTEGER PRIMARY KEY AUTOINCREMENT,  -- kept while the file exists, under whatever name
  file TEXT NOT NULL,
  size INTEGER,
  mtime INTEGER,
  title TEXT,
  author TEXT,
  date TEXT,
  updated TEXT,
  categories TEXT,
  tags TEXT,
  headimg TEXT,
  thumbnail TEXT,
  comments INTEGER,
  draft INTEGER,
  front_matter TEXT,
  stocks TEXT,
  error TEXT,
  /* declared columns */
  problems TEXT,
  fingerprint TEXT,                      -- NULL: the file could not be read, try again
  raw_file BLOB,                         -- the bytes of a name that is not UTF-8, else NULL
  added_at TEXT NOT NULL,                -- UTC
  changed_at TEXT NOT NULL,
  text TEXT                              -- last: a column behind a long one is slow to read
);
-- Names that are not UTF-8 can look alike.
CREATE UNIQUE INDEX main.store_file ON store(file, ifnull(raw_file, ''));
-- All that a sync without changes reads.
CREATE INDEX main.store_fingerprint ON store(file, fingerprint, raw_file);
CREATE TABLE main.store_stock(
  article INTEGER NOT NULL,              -- store.id
  position INTEGER NOT NULL,             -- in the column stocks, from 0
  code TEXT NOT NULL,
  PRIMARY KEY(article, position)
) WITHOUT ROWID;
CREATE INDEX main.store_stock_code ON store_stock(code, article);
CREATE VIRTUAL TABLE main.store_fts USING fts5(
  title, text, content="store", content_rowid="id", tokenize='cjk');
INSERT INTO main.store_fts(store_fts, rank) VALUES ('rank', 'bm25(10.0, 1.0)');
CREATE TABLE main.store_meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- [triggers]
CREATE TRIGGER main.store_stock_insert AFTER INSERT ON store BEGIN
  INSERT INTO store_stock SELECT new.id, key, value FROM json_each(new.stocks);
END;
CREATE TRIGGER main.store_stock_delete AFTER DELETE ON store BEGIN
  DELETE FROM store_stock WHERE article = old.id;
END;
CREATE TRIGGER main.store_stock_update AFTER UPDATE OF id, stocks ON store
WHEN old.id IS NOT new.id OR old.stocks IS NOT new.stocks BEGIN
  DELETE FROM store_stock WHERE article = old.id;
  INSERT INTO store_stock SELECT new.id, key, value FROM json_each(new.stocks);
END;
CREATE TRIGGER main.store_fts_insert AFTER INSERT ON store BEGIN
  INSERT INTO store_fts(rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER main.store_fts_delete AFTER DELETE ON store BEGIN
  INSERT INTO store_fts(store_fts, rowid, title, text)
  VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER main.store_fts_update AFTER UPDATE OF id, title, text ON store
WHEN old.id IS NOT new.id OR old.title IS NOT new.title OR old.text IS NOT new.text BEGIN
  INSERT INTO store_fts(store_fts, rowid, title, text)
  VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO store_fts(rowid, title, text) VALUES (new.id, new.title, new.text);
END;

-- [without triggers]
DROP TRIGGER IF EXISTS main.store_stock_insert;
DROP TRIGGER IF EXISTS main.store_stock_delete;
DROP TRIGGER IF EXISTS main.store_stock_update;
DROP TRIGGER IF EXISTS main.store_fts_insert;
DROP TRIGGER IF EXISTS main.store_fts_delete;
DROP TRIGGER IF EXISTS main.store_fts_update;

-- [source of the derived rows]
SELECT title, text, stocks FROM main.store WHERE id = ?1;

-- [add to the index]
INSERT INTO main.store_fts(rowid, title, text) VALUES (?1, ?2, ?3);

-- [remove from the index]
INSERT INTO main.store_fts(store_fts, rowid, title, text) VALUES ('delete', ?1, ?2, ?3);

-- [codes]
SELECT code.key, code.value FROM main.store AS article, json_each(article.stocks) AS code WHERE article.id = ?1;

-- [add a code]
INSERT INTO main.store_stock(article, position, code) VALUES (?1, ?2, ?3);

-- [remove the codes]
DELETE FROM main.store_stock WHERE article = ?1;

-- [rebuild the derived rows]
INSERT INTO main.store_fts(store_fts) VALUES ('rebuild');
DELETE FROM main.store_stock;
INSERT INTO main.store_stock
SELECT article.id, code.key, code.value FROM main.store AS article, json_each(article.stocks) AS code;

-- [forget the fingerprint]
UPDATE main.store SET fingerprint = NULL WHERE id = ?1;

-- [known files]
SELECT id, file, raw_file, fingerprint FROM main.store WHERE file > ?1 ORDER BY file;

-- [remove]
DELETE FROM main.store WHERE id = ?1;

-- [meta]
SELECT value FROM main.store_meta WHERE key = ?1;

-- [set meta]
INSERT OR REPLACE INTO main.store_meta(key, value) SELECT ?1, ?2 WHERE ?1 IS NOT NULL;
