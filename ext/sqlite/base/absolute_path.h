// Names of directories that must mean the same from another working directory.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>

namespace articles::sql {

// The path from the root, without `.`, doubled slashes and a slash at its end, which do not change
// what it names (`a/..` does, if `a` is a symlink). `directory` itself if it is empty or the
// working directory is unknown.
inline std::string absolute_path(const std::string& directory) {
  std::error_code error;
  std::filesystem::path path;
  if (!directory.empty()) path = std::filesystem::absolute(directory, error);
  if (error || directory.empty()) return directory;
  if (std::find(path.begin(), path.end(), "..") == path.end()) path = path.lexically_normal();
  const std::string text = path.string();
  return text.size() > 1 && text.back() == '/' ? text.substr(0, text.size() - 1) : text;
}

}  // namespace articles::sql
