// Counts titles and texts of a directory of articles with other tools; peers.sh runs it.
//   node peers.mjs POSTS OURS.json
import { DuckDBInstance } from "@duckdb/node-api";
import { load } from "cheerio";
import matter from "gray-matter";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [posts, ours] = process.argv.slice(2);
const report = JSON.parse(readFileSync(ours, "utf8"));

async function duckdbGlob() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const files = `${posts}/**/*.md`.replaceAll("'", "''");
  const reader = await connection.runAndReadAll(`SELECT count(*) FROM glob('${files}')`);
  return Number(reader.getRows()[0][0]);
}

// The first line that begins with `title:`, without quotes: right for this corpus, wrong for YAML in general.
async function duckdb() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const files = `${posts}/**/*.md`.replaceAll("'", "''");
  const reader = await connection.runAndReadAll(`
    SELECT count(*) FROM read_text('${files}')
    WHERE regexp_extract(content, '(?m)^title: ["'']*(.+?)["'']*$', 1) <> ''`);
  return Number(reader.getRows()[0][0]);
}

// The text between tags, because DuckDB has no function that parses HTML.
async function duckdbText() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const files = `${posts}/**/*.md`.replaceAll("'", "''");
  const reader = await connection.runAndReadAll(`
    SELECT count(*) FROM read_text('${files}')
    WHERE trim(regexp_replace(content, '(?s)<!--.*?-->|<[^>]*>', '', 'g')) <> ''`);
  return Number(reader.getRows()[0][0]);
}

function* documents() {
  for (const entry of readdirSync(posts, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name.endsWith(".md")) yield readFileSync(join(entry.parentPath, entry.name), "utf8");
}

// gray-matter expects the front matter on the first line, and caches results unless it is given
// options. A document that it cannot parse has no title.
function parsed(document) {
  try {
    return matter(document.trimStart(), {});
  } catch {
    return { data: {}, content: document };
  }
}

function grayMatter() {
  let titles = 0;
  for (const document of documents()) if (parsed(document).data.title) ++titles;
  return titles;
}

function cheerio() {
  let texts = 0;
  for (const document of documents()) {
    const page = load(parsed(document).content);
    page("style, script").remove();
    if (page.text().trim() !== "") ++texts;
  }
  return texts;
}

const peers = [
  ["file", "DuckDB glob", duckdbGlob],
  ["title", "DuckDB read_text, regexp", duckdb],
  ["text", "DuckDB read_text, regexp_replace", duckdbText],
  ["title", "gray-matter", grayMatter],
  ["text", "gray-matter, cheerio", cheerio],
];
for (const [column, name, run] of peers) {
  const start = performance.now();
  const answer = await run();
  const taken = performance.now() - start;
  const mine = report.queries.find((query) => query.sql.includes(`octets(${column})`)).ms;
  const verdict = answer === report.files ? "right" : `wrong: ${answer} of ${report.files}`;
  const times = (taken / mine).toFixed(1).padStart(6);
  console.log(`${`${column}: ${name}`.padEnd(40)} ${taken.toFixed(0).padStart(9)} ms, ${times} x sqlite-articles, ${verdict}`);
}
