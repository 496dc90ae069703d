// Which files of a directory are articles.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace articles {

// A pattern for a whole path, whose parts are separated by `/`:
//   *       any characters but `/`           [a-z]  one character of a set, [!a-z] one not of it
//   ?       one character but `/`            {a,b}  either; not nested
//   **/     any number of directories        **     at the end: everything below
// Anything else stands for itself. A character is a UTF-8 sequence, as in SQL's GLOB, or a byte
// that belongs to no valid sequence. Immutable: any thread may use it.
class Glob {
 public:
  enum class Case : std::uint8_t { Exact, IgnoreAscii };

  // Throws Error, naming the pattern and the place, if a bracket or a brace is not closed or braces
  // are nested.
  explicit Glob(std::string_view pattern, Case letter_case = Case::Exact);

  // Linear in path.size() × pattern.size(), whatever the pattern.
  bool matches(std::string_view path) const;

  const std::string& pattern() const noexcept { return pattern_; }

  // A text that every matching path begins with.
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

  void find_suffixes();
  bool matches_by_states(std::string_view path) const;
  void add_state(std::size_t state, std::vector<std::size_t>& set, std::vector<char>& in_set) const;
  bool steps(const State& state, char32_t code) const;

  std::string pattern_;
  Case case_;
  std::string literal_prefix_;
  // Of a pattern of the form `**/*SUFFIX` or `**/*STEM{a,b}`, which is matched directly; empty for
  // any other pattern.
  std::vector<std::string> suffixes_;
  std::vector<State> states_;  // the last is Match
};

// `**/*.{md,markdown,mdx,html,htm,xhtml,txt}`, ASCII case ignored.
std::shared_ptr<const Glob> default_glob();

// Which files of a directory are articles. Cheap to copy.
struct WalkOptions {
  std::shared_ptr<const Glob> glob = default_glob();  // never nullptr
  std::shared_ptr<const Glob> exclude;                // nullptr: nothing is excluded
  bool hidden = false;                                // include names that begin with a dot

  // Whether glob and exclude select the file. Does not look at `hidden`.
  bool selects_file(std::string_view path) const;

  // Whether a directory can hold files that are selected.
  // REQUIRES: path ends in '/'
  bool may_select_below(std::string_view path) const;
};

}  // namespace articles
