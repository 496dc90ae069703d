// Parser of time zone files: TZif, versions 1 to 3 (RFC 8536) and 4 (RFC 9636).
#pragma once

#include <memory>
#include <string_view>

#include "articles/problem.h"
#include "dates/zone_table.h"

namespace articles {

// The zone that the bytes of a TZif file describe: by its 64-bit data if the version has them. A
// file without a rule for the time after its last transition keeps the last offset. The Problem
// says why bytes are not a zone: they are not a TZif file, are damaged, or count leap seconds. Time
// and memory are linear in the bytes.
Result<std::shared_ptr<const ZoneTable>> parse_tz_file(std::string_view bytes);

}  // namespace articles
