// Fragments with the answers that they must give, from the text files of a folder of tests/data:
//
//   # a name, unique among all files
//   the fragment, in one line; \n is a line feed
//   an answer, one a line, none or more; then an empty line
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace articles {

struct LabelledFragment {
  std::string name;
  std::string fragment;
  std::vector<std::string> answers;
};

inline std::filesystem::path data_folder(const std::string& name) {
  const char* const source = std::getenv("ARTICLES_SOURCE");
  return std::filesystem::path(source != nullptr ? source : ".") / "tests/data" / name;
}

inline std::string with_line_feeds(std::string line) {
  for (std::size_t at = line.find("\\n"); at != std::string::npos; at = line.find("\\n", at))
    line.replace(at, 2, "\n");
  return line;
}

inline std::vector<LabelledFragment> read_fragments(const std::filesystem::path& folder) {
  std::vector<LabelledFragment> fragments;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path());
    std::string line;
    while (std::getline(file, line)) {
      if (line.rfind("# ", 0) != 0) continue;
      LabelledFragment one{line.substr(2), {}, {}};
      std::getline(file, line);
      one.fragment = with_line_feeds(line);
      while (std::getline(file, line) && !line.empty()) one.answers.push_back(line);
      fragments.push_back(std::move(one));
    }
  }
  return fragments;
}

inline std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace articles
