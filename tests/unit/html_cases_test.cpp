// The cases of tests/data/html: what a browser gives as innerText, save where a `! reason` says
// otherwise. See make_expected.py there.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "articles/html.h"
#include "base/utf8.h"

namespace articles {
namespace {

struct HtmlCase {
  std::string file;
  std::string name;
  std::string html;
  std::string text;
};

unsigned hex4(const std::string& text, std::size_t at) {
  return static_cast<unsigned>(std::stoul(text.substr(at, 4), nullptr, 16));
}

// A line that is one JSON string.
std::string unquoted(const std::string& line) {
  std::string result;
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    if (line[i] != '\\') {
      result += line[i];
      continue;
    }
    const char c = line[++i];
    static const std::string kShort = "\"\\/bfnrt";
    static const std::string kMeaning = "\"\\/\b\f\n\r\t";
    if (c != 'u') {
      result += kMeaning.at(kShort.find(c));
      continue;
    }
    char32_t code = hex4(line, i + 1);
    i += 4;
    if (code >= 0xD800 && code < 0xDC00) {
      code = 0x10000 + ((code - 0xD800) << 10) + (hex4(line, i + 3) - 0xDC00);
      i += 6;
    }
    append_utf8(result, code);
  }
  return result;
}

std::vector<HtmlCase> read_cases() {
  std::vector<HtmlCase> cases;
  const char* const source = std::getenv("ARTICLES_SOURCE");
  const std::filesystem::path folder =
      std::filesystem::path(source != nullptr ? source : ".") / "tests/data/html";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path());
    HtmlCase one;
    int strings = 0;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.front() == '!') continue;
      if (line.front() == '#') {
        one = {entry.path().filename().string(), line.substr(2), "", ""};
        strings = 0;
      } else if (++strings == 1) {
        one.html = unquoted(line);
      } else {
        one.text = unquoted(line);
        cases.push_back(one);
      }
    }
  }
  return cases;
}

TEST(HtmlCases, AreAsABrowserShowsThem) {
  const std::vector<HtmlCase> cases = read_cases();
  ASSERT_GE(cases.size(), 1000U);
  for (const HtmlCase& one : cases)
    EXPECT_EQ(strip_html(one.html), one.text) << one.file << ": " << one.name << "\n" << one.html;
}

}  // namespace
}  // namespace articles
