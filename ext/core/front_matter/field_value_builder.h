// Builds a value from a parser's events, which keep the order of the text; its trees do not.
#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

// Lists and maps may be nested this deep; a deeper value is rejected.
inline constexpr std::size_t kMaxFrontMatterDepth = 100;

// The key of `field` occurs again: the last value that is not null counts. Adds a problem.
inline void replace_value(Field& field, Field again, Problems& notes) {
  notes.push_back({Severity::Lost, again.line,
                   quoted_in_reason(field.key) + " occurs twice: the last value counts", field.key,
                   to_text(again.value)});
  if (!again.value.is_null()) field.value = std::move(again.value);
}

class FieldValueBuilder {
 public:
  // Keys that occur twice are reported in `notes`, which must outlive the builder.
  explicit FieldValueBuilder(Problems& notes) : notes_(notes) {}

  // Whether a value with this many levels would be nested too deep here.
  bool is_too_deep(std::size_t levels = 1) const noexcept {
    return open_.size() + levels > kMaxFrontMatterDepth;
  }
  // Whether a key of the innermost map comes next.
  bool takes_key() const noexcept {
    return !open_.empty() && open_.back().value.kind == FieldValue::Kind::Map &&
           !open_.back().has_key;
  }

  // Begins a list or a map. Everything until close() belongs to it.
  void open(FieldValue::Kind kind) {
    open_.emplace_back();
    open_.back().value.kind = kind;
  }

  // Ends the innermost list or map and returns it, for add().
  // REQUIRES: one is open
  FieldValue close() {
    assert(!open_.empty());
    FieldValue value = std::move(open_.back().value);
    open_.pop_back();
    return value;
  }

  // The innermost list or map.
  // REQUIRES: one is open
  FieldValue& innermost() noexcept {
    assert(!open_.empty());
    return open_.back().value;
  }

  // REQUIRES: takes_key()
  void key(std::string key, int line) {
    assert(takes_key());
    open_.back().key = std::move(key);
    open_.back().key_line = line;
    open_.back().has_key = true;
  }

  // Adds the value to the innermost list, or to the innermost map under the last key. If nothing is
  // open, it becomes the root.
  // REQUIRES: !takes_key()
  void add(FieldValue value) {
    assert(!takes_key());
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Level& parent = open_.back();
    if (parent.value.kind == FieldValue::Kind::List) {
      parent.value.items.push_back(std::move(value));
      return;
    }
    parent.has_key = false;
    Field field{std::move(parent.key), std::move(value), parent.key_line};
    const auto [index, is_new] = parent.keys.try_emplace(field.key, parent.keys.size());
    if (is_new)
      parent.value.members.push_back(std::move(field));
    else
      replace_value(parent.value.members[index->second], std::move(field), notes_);
  }

  FieldValue take_root() { return std::move(root_); }

 private:
  struct Level {
    FieldValue value;
    bool has_key = false;  // of a map: the next value belongs to `key`
    std::string key;
    int key_line = 0;
    std::unordered_map<std::string, std::size_t> keys;  // of a map: the index of each member
  };

  Problems& notes_;
  FieldValue root_;
  std::vector<Level> open_;  // the innermost last
};

}  // namespace articles
