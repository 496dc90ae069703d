// The system's time zone files: TZif, RFC 8536, versions 1 to 4 (4 is RFC 9636).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "articles/problem.h"
#include "dates/zone_table.h"

namespace articles {

// The zone in the bytes of a TZif file, of which the 64-bit data count where there are any. A file
// without a rule for what comes after its last transition stays at that. Not ok for what is no such
// file, is damaged, or counts leap seconds. Time and memory are linear in the bytes.
Result<std::shared_ptr<const ZoneTable>> parse_tz_file(std::string_view bytes);

// Whether it may name a zone file: letters, digits, `_+-/`, a letter first; so no `.`, and nothing
// outside the directory.
bool is_zone_name(std::string_view name) noexcept;

struct ZoneFile {
  enum class Outcome : std::uint8_t {
    Found,
    Unknown,  // no zone of that name
    NoFiles,  // none of the directories is there
    Damaged,  // or not to be read
  };
  Outcome outcome = Outcome::Unknown;
  std::shared_ptr<const ZoneTable> table;  // where it is Found
  std::string reason;                      // where it is Damaged: the file and what is wrong
};

// Where systems keep them.
const std::vector<std::string>& zone_directories();

// Looks the name up, in the first of the directories that is there. Reads the file each time.
ZoneFile load_zone(std::string_view name,
                   const std::vector<std::string>& directories = zone_directories());

// The same for the names that dates have in them: each thread reads a file once and keeps what was
// found, or that nothing was, until another name is asked for. The reference lives until then.
const ZoneFile& known_zone(std::string_view name);

}  // namespace articles
