// Prints how hexo-front-matter, gray-matter and js-yaml read the texts of delimiters.json, as JSON for delimiters.py.
//   node delimiters.mjs FOLDER_OF_NODE_MODULES CASES
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.argv[2] + "/");
const hexo = require("hexo-front-matter");
const grayMatter = require("gray-matter");
const yaml = require("js-yaml");

// Hexo (hexo-fs) removes the BOM and replaces CRLF by LF before it parses a file.
const asHexoReads = (text) => text.replace(/^\uFEFF/, "").replace(/\r\n/g, "\n");

const readers = {
  hexo(one) {
    const { _content, ...fields } = hexo.parse(asHexoReads(one.text));
    return { fields, body: _content };
  },
  // A new options object each time: without one, gray-matter returns a cached result.
  gray(one) {
    const { data, content } = grayMatter(one.text, {});
    return { fields: data, body: content };
  },
  // Every scalar stays a string, as typed.
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
