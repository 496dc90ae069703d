// File name patterns: which paths of a directory are articles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace articles {

// A pattern for whole paths, parts separated by `/`:
//   *       any characters but `/`           [a-z]  one character of a set, [!a-z] one not of it
//   ?       one character but `/`            {a,b}  either; not nested
//   **/     any number of directories        **     at the end: all that is below
// Anything else stands for itself. A character is a UTF-8 sequence, as in SQL's GLOB; a byte that
// belongs to none is one too.
class Glob {
 public:
  enum class Case : std::uint8_t { Exact, IgnoreAscii };

  // Throws Error, naming the pattern and the place, if a bracket or a brace is not closed or braces
  // are nested.
  explicit Glob(std::string_view pattern, Case letter_case = Case::Exact);

  // Linear in path.size() × pattern.size(), whatever the pattern.
  bool matches(std::string_view path) const;

  const std::string& pattern() const noexcept { return pattern_; }

  // What every matching path begins with.
  std::string_view literal_prefix() const noexcept { return literal_prefix_; }

 private:
  friend class GlobCompiler;

  struct Range {
    char32_t least, most;
  };
  struct State {
    enum class Kind : std::uint8_t { Character, AnyButSlash, Any, Set, NotSet, Split, Match };
    Kind kind;
    char32_t code = 0;  // Character
    std::size_t next = 0;
    std::size_t other = 0;      // Split: the second way on
    std::vector<Range> ranges;  // Set, NotSet
  };

  bool matches_by_states(std::string_view path) const;
  void add_state(std::size_t state, std::vector<std::size_t>& set, std::vector<char>& in_set) const;
  bool steps(const State& state, char32_t code) const;

  std::string pattern_;
  Case case_;
  std::string literal_prefix_;
  std::vector<std::string>
      suffixes_;  // `**/*SUFFIX`, the common form, matched directly; empty for any other
  std::vector<State> states_;  // the last is Match
};

}  // namespace articles
