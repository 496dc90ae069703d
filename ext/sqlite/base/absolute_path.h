// Names of directories that must mean the same from another working directory.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>

namespace articles::sql {

// The path from the root; `directory` itself if it is empty or the working directory is unknown.
inline std::string absolute_path(const std::string& directory) {
  std::error_code error;
  std::filesystem::path path;
  if (!directory.empty()) path = std::filesystem::absolute(directory, error);
  return error || directory.empty() ? directory : path.string();
}

}  // namespace articles::sql
