// A value out of a parser's events, which keep the order of the text as its trees do not.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

// Lists and maps may lie that deep in each other; what is deeper is rejected.
inline constexpr std::size_t kMaxFrontMatterDepth = 100;

// Of a key that stands twice the last value that is not null counts, and `notes` says so.
inline void replace_value(Member& known, Member again, Problems& notes) {
  notes.push_back({Severity::Lost, again.line, "a key stands twice, the last value counts"});
  if (!again.value.is_null()) known.value = std::move(again.value);
}

class ValueBuilder {
 public:
  // `notes` is told of keys that stand twice; it must outlive the builder.
  explicit ValueBuilder(Problems& notes) : notes_(notes) {}

  // Whether a value of so many levels would stand too deep here.
  bool is_too_deep(std::size_t levels = 1) const noexcept {
    return open_.size() + levels > kMaxFrontMatterDepth;
  }
  // Whether what comes next is a key of the innermost map.
  bool takes_key() const noexcept {
    return !open_.empty() && open_.back().value.kind == Value::Kind::Map && !open_.back().has_key;
  }

  // Begins a list or a map. What follows belongs to it, until close().
  void open(Value::Kind kind) {
    Level level;
    level.value.kind = kind;
    open_.push_back(std::move(level));
  }

  // Takes the innermost list or map out, to be given to add(). REQUIRES: one is open
  Value close() {
    Value value = std::move(open_.back().value);
    open_.pop_back();
    return value;
  }

  // The innermost list or map. REQUIRES: one is open
  Value& innermost() noexcept { return open_.back().value; }

  // REQUIRES: takes_key()
  void key(std::string key, int line) {
    open_.back().key = std::move(key);
    open_.back().key_line = line;
    open_.back().has_key = true;
  }

  // Adds to the innermost list, or under its key to the innermost map; or it is the root.
  // REQUIRES: !takes_key()
  void add(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Level& parent = open_.back();
    if (parent.value.kind == Value::Kind::List) {
      parent.value.items.push_back(std::move(value));
      return;
    }
    parent.has_key = false;
    Member member{std::move(parent.key), std::move(value), parent.key_line};
    const auto [known, is_new] = parent.keys.try_emplace(member.key, parent.keys.size());
    if (is_new)
      parent.value.members.push_back(std::move(member));
    else
      replace_value(parent.value.members[known->second], std::move(member), notes_);
  }

  Value take_root() { return std::move(root_); }

 private:
  struct Level {
    Value value;
    bool has_key = false;  // of a map: the next value belongs to `key`
    std::string key;
    int key_line = 0;
    std::unordered_map<std::string, std::size_t> keys;  // of a map: where each stands in it
  };

  Problems& notes_;
  Value root_;
  std::vector<Level> open_;  // the innermost last
};

}  // namespace articles
