// Finds and reads the time zone files of the system.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dates/zone_table.h"

namespace articles {

// Whether `name` can name a zone file: at most 64 letters, digits and `_+-/`, the first a letter.
// Such a name has no `.`, and so cannot lead out of a directory.
bool is_zone_name(std::string_view name) noexcept;

struct ZoneFile {
  enum class Outcome : std::uint8_t {
    Found,
    Unknown,  // there is no zone of that name
    NoFiles,  // none of the directories exists
    Damaged,  // the file cannot be read, or is damaged
  };
  Outcome outcome = Outcome::Unknown;
  std::shared_ptr<const ZoneTable> table;  // set if Found
  std::string reason;                      // set if Damaged: names the file
};

// The directories in which systems keep zone files.
const std::vector<std::string>& zone_directories();

// Reads the zone of that name from the first of the directories that exists. Each call reads the
// file.
ZoneFile load_zone(std::string_view name,
                   const std::vector<std::string>& directories = zone_directories());

// As load_zone(), for names within dates: each thread keeps the result of the last name, also if no
// zone was found. The reference is valid until the thread asks for another name.
const ZoneFile& known_zone(std::string_view name);

}  // namespace articles
