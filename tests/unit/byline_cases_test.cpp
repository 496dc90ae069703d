// The labelled fragments of tests/data/bylines.
#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "../support/labelled_fragments.h"
#include "articles/byline.h"

namespace articles {
namespace {

std::vector<LabelledFragment> read_cases() {
  return read_fragments(data_folder("bylines"));
}

std::vector<std::string> fields_of(const std::string& fragment) {
  const Byline byline = read_byline(fragment);
  std::vector<std::string> lines;
  const auto add = [&](const std::string& name, const std::optional<std::string>& value) {
    if (value) lines.push_back(name + " " + *value);
  };
  add("original_title", byline.original_title);
  add("source", byline.source);
  add("author", byline.author);
  add("editor", byline.editor);
  return lines;
}

TEST(BylineCases, EachFragmentGivesItsFields) {
  const std::vector<LabelledFragment> cases = read_cases();
  std::size_t negative = 0;
  for (const LabelledFragment& one : cases) {
    EXPECT_EQ(joined(fields_of(one.fragment)), joined(one.answers)) << one.name << "\n"
                                                                    << one.fragment;
    negative += one.answers.empty() ? 1 : 0;
  }
  std::cout << cases.size() << " fragments, " << negative << " of them without a byline\n";
  EXPECT_GE(cases.size(), 60U);
  EXPECT_EQ(negative * 2, cases.size()) << "half";
}

TEST(BylineCases, NamesAreUnique) {
  std::map<std::string, int> names;
  for (const LabelledFragment& one : read_cases()) EXPECT_EQ(++names[one.name], 1) << one.name;
}

}  // namespace
}  // namespace articles
