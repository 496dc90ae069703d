// Why YAML rejects a block, in words of this project.
#pragma once

#include <string_view>

namespace articles {

// The reason for a message of yaml-cpp (YAML::ErrorMsg), which may go on with a quotation after a
// colon. Valid for the life of the process.
std::string_view yaml_reason(std::string_view message) noexcept;

}  // namespace articles
