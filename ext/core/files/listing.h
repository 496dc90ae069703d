// The names in a directory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/error.h"
#include "files/directory.h"

namespace articles {

enum class EntryType : std::uint8_t { File, Directory, Other, Unknown };

// What is known of a name.
struct NameType {
  EntryType type = EntryType::Other;
  int error = 0;  // errno of stat if the type is Unknown
};

// Whether errno says that there is no such file or directory, or (if a symlink is not followed)
// that it is something else.
bool is_gone(int error) noexcept;

// The type of the name by stat; Other if it is gone. Throws Interrupted.
NameType type_by_stat(const Directory& directory, const char* name,
                      const InterruptCheck& interrupted);

// Names in the order of their bytes as shown (see shown_path), a directory as its name plus '/'.
class Listing {
 public:
  struct Name {
    std::uint64_t first_bytes;  // of the shown name, big-endian: they decide most comparisons
    std::size_t at;             // offset of the shown name in bytes_
    std::uint16_t shown_size;
    std::uint16_t raw_size;  // 0: the name is shown as it is; else it stands before the shown name
    std::uint16_t error;     // errno of a file whose type is unknown
  };

  // Adds a name. Call sort() after the last one.
  void add(std::string_view name, bool is_directory, int error = 0);
  void sort();

  std::size_t size() const noexcept { return names_.size(); }
  const Name& operator[](std::size_t i) const noexcept { return names_[i]; }
  std::string_view shown(const Name& name) const noexcept;
  std::string_view raw(const Name& name) const noexcept;  // as it is in the directory

 private:
  bool is_before(const Name& a, const Name& b) const noexcept;

  std::string bytes_;
  std::vector<Name> names_;
};

// Calls each(name, NameType) for each name in the directory but `.` and `..`, in any order. Returns
// errno, 0 on success. Throws Interrupted.
using NameVisitor = std::function<void(std::string_view, NameType)>;
int for_each_name(const Directory& directory, const InterruptCheck& interrupted,
                  const NameVisitor& each);

}  // namespace articles
