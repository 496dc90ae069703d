// What hexo-front-matter, gray-matter and js-yaml make of the texts in delimiters.json, as JSON for delimiters.py.
//   node delimiters.mjs FOLDER_OF_NODE_MODULES CASES
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.argv[2] + "/");
const hexo = require("hexo-front-matter");
const grayMatter = require("gray-matter");
const yaml = require("js-yaml");

// Hexo gives it files with LF for CRLF and without a BOM (hexo-fs).
const asHexoReads = (text) => text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");

const readers = {
  hexo(one) {
    const { _content, ...fields } = hexo.parse(asHexoReads(one.text));
    return { fields, body: _content };
  },
  // A fresh object of options each time: with none, gray-matter answers from a cache.
  gray(one) {
    const { data, content } = grayMatter(one.text, {});
    return { fields: data, body: content };
  },
  // Every scalar as typed.
  yaml(one) {
    return one.yaml === undefined ? undefined : { fields: yaml.load(one.yaml, { schema: yaml.FAILSAFE_SCHEMA }) };
  },
};

const results = JSON.parse(readFileSync(process.argv[3], "utf8")).map((one) => {
  const result = {};
  for (const [name, read] of Object.entries(readers)) {
    try {
      result[name] = read(one);
    } catch (error) {
      result[name] = { error: String(error.message).split("\n")[0] };
    }
  }
  return result;
});
console.log(JSON.stringify(results));
