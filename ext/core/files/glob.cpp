#include "articles/glob.h"

#include <algorithm>
#include <cassert>

#include "articles/error.h"
#include "base/ascii.h"
#include "base/quote.h"
#include "base/utf8.h"

namespace articles {
namespace {

constexpr std::string_view kSpecial = "*?[{";
constexpr char32_t kStrayByte = 0x110000;  // added to a byte that belongs to no UTF-8 sequence

// The character at `at`, or kStrayByte plus the byte there. Moves `at` behind it.
char32_t character(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  const char32_t code = next_code_point(text, at);
  if (code != kReplacement || text.substr(begin, 3) == kReplacementBytes) return code;
  at = begin + 1;
  return kStrayByte + static_cast<unsigned char>(text[begin]);
}

char32_t fold(char32_t code, Glob::Case letter_case) {
  const bool upper = code >= 'A' && code <= 'Z';
  return upper && letter_case == Glob::Case::IgnoreAscii ? code + ('a' - 'A') : code;
}

}  // namespace

// Turns the pattern into the states of a nondeterministic automaton (Thompson's construction),
// which matches without backtracking.
class GlobCompiler {
 public:
  explicit GlobCompiler(Glob& glob) : glob_(glob), pattern_(glob.pattern_) {}

  void compile() {
    sequence(pattern_.size(), false);
    add(State::Kind::Match);
  }

 private:
  using State = Glob::State;

  std::size_t add(State::Kind kind) {
    State state;
    state.kind = kind;
    state.next = glob_.states_.size() + 1;
    glob_.states_.push_back(std::move(state));
    return glob_.states_.size() - 1;
  }

  [[noreturn]] void fail(std::size_t at, const char* reason) const {
    throw Error("glob " + quote(glob_.pattern_) + ": " + reason + " at byte " +
                std::to_string(at + 1));
  }

  void sequence(std::size_t end, bool in_braces) {
    while (at_ < end) {
      switch (pattern_[at_]) {
        case '*':
          star();
          break;
        case '?':
          ++at_, add(State::Kind::AnyButSlash);
          break;
        case '[':
          set();
          break;
        case '{':
          if (in_braces) fail(at_, "braces within braces");
          braces();
          break;
        default:
          literal();
          break;
      }
    }
  }

  void literal() {
    const char32_t code = character(pattern_, at_);
    const std::size_t state = add(State::Kind::Character);
    glob_.states_[state].code = fold(code, glob_.case_);
  }

  // Adds a loop over one state of `kind`.
  void repeat(State::Kind kind) {
    const std::size_t split = add(State::Kind::Split);
    const std::size_t body = add(kind);
    glob_.states_[body].next = split;
    glob_.states_[split].next = body;
    glob_.states_[split].other = glob_.states_.size();
  }

  void star() {
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && pattern_[at_] == '*') ++at_;
    const bool doubled = at_ - begin >= 2;
    const bool whole_part = begin == 0 || pattern_[begin - 1] == '/';
    if (doubled && whole_part && at_ == pattern_.size()) return repeat(State::Kind::Any);
    if (!doubled || !whole_part || pattern_[at_] != '/') return repeat(State::Kind::AnyButSlash);
    ++at_;  // `**/` matches nothing, or anything that ends in a slash
    const std::size_t split = add(State::Kind::Split);
    glob_.states_[split].next = glob_.states_.size();
    repeat(State::Kind::Any);
    const std::size_t slash = add(State::Kind::Character);
    glob_.states_[slash].code = '/';
    glob_.states_[split].other = glob_.states_.size();
  }

  void set() {
    const std::size_t begin = at_++;
    const bool negated = at_ < pattern_.size() && (pattern_[at_] == '!' || pattern_[at_] == '^');
    if (negated) ++at_;
    std::vector<Glob::Range> ranges;
    for (bool first = true; at_ >= pattern_.size() || pattern_[at_] != ']' || first;
         first = false) {
      if (at_ >= pattern_.size()) fail(begin, "a bracket is not closed");
      const char32_t least = fold(character(pattern_, at_), glob_.case_);
      char32_t most = least;
      if (at_ + 1 < pattern_.size() && pattern_[at_] == '-' && pattern_[at_ + 1] != ']') {
        ++at_;
        most = fold(character(pattern_, at_), glob_.case_);
      }
      ranges.push_back({least, most});
    }
    ++at_;
    const std::size_t state = add(negated ? State::Kind::NotSet : State::Kind::Set);
    glob_.states_[state].ranges = std::move(ranges);
  }

  void braces() {
    const std::size_t begin = at_++;
    const std::size_t close = pattern_.find('}', at_);
    if (close == std::string_view::npos) fail(begin, "a brace is not closed");
    std::vector<std::size_t> ends;
    for (;;) {
      const std::size_t end = std::min(pattern_.find(',', at_), close);
      const std::size_t split = add(State::Kind::Split);
      sequence(end, true);
      ends.push_back(add(State::Kind::Split));
      glob_.states_[split].other = glob_.states_.size();  // the next alternative
      at_ = end + 1;
      if (end != close) continue;
      glob_.states_[split].other = split + 1;
      break;
    }
    for (const std::size_t end : ends)
      glob_.states_[end].next = glob_.states_[end].other = glob_.states_.size();
  }

  Glob& glob_;
  std::string_view pattern_;
  std::size_t at_ = 0;
};

Glob::Glob(std::string_view pattern, Case letter_case) : pattern_(pattern), case_(letter_case) {
  GlobCompiler(*this).compile();
  const std::size_t special = std::min(pattern_.find_first_of(kSpecial), pattern_.size());
  if (letter_case == Case::Exact) literal_prefix_ = pattern_.substr(0, special);
  find_suffixes();
}

void Glob::find_suffixes() {
  constexpr std::string_view kAnywhere = "**/*";
  if (!starts_with(pattern_, kAnywhere)) return;
  const std::string_view rest = std::string_view(pattern_).substr(kAnywhere.size());
  const std::size_t brace = rest.find('{');
  const std::string_view stem = rest.substr(0, brace);
  if (stem.find_first_of("*?[/") != std::string_view::npos) return;
  std::string_view ends = brace == std::string_view::npos ? "" : rest.substr(brace + 1);
  if (brace != std::string_view::npos) {
    if (ends.find_first_of("*?[{/") != std::string_view::npos || ends.find('}') != ends.size() - 1)
      return;
    ends.remove_suffix(1);
  }
  for (bool more = true; more;) {
    const std::size_t comma = std::min(ends.find(','), ends.size());
    std::string suffix(stem);
    suffix += ends.substr(0, comma);
    suffixes_.push_back(case_ == Case::Exact ? suffix : ascii_lower(suffix));
    more = comma < ends.size();
    ends.remove_prefix(std::min(comma + 1, ends.size()));
  }
}

bool Glob::matches(std::string_view path) const {
  if (suffixes_.empty()) return matches_by_states(path);
  // No suffix contains a slash, so a suffix of the path is a suffix of the file's name.
  return std::any_of(suffixes_.begin(), suffixes_.end(), [&](const std::string& suffix) {
    if (path.size() < suffix.size()) return false;
    const std::string_view end = path.substr(path.size() - suffix.size());
    return case_ == Case::Exact ? end == suffix : same_ignoring_case(end, suffix);
  });
}

bool Glob::steps(const State& state, char32_t code) const {
  const auto in_ranges = [&] {
    return std::any_of(state.ranges.begin(), state.ranges.end(), [&](const Range& range) {
      return range.least <= code && code <= range.most;
    });
  };
  switch (state.kind) {
    case State::Kind::Character:
      return code == state.code;
    case State::Kind::AnyButSlash:
      return code != '/';
    case State::Kind::Any:
      return true;
    case State::Kind::Set:
      return code != '/' && in_ranges();
    case State::Kind::NotSet:
      return code != '/' && !in_ranges();
    case State::Kind::Split:
    case State::Kind::Match:
      break;
  }
  return false;
}

void Glob::add_state(std::size_t state, std::vector<std::size_t>& set,
                     std::vector<char>& in_set) const {
  std::vector<std::size_t> to_add{state};
  while (!to_add.empty()) {
    const std::size_t added = to_add.back();
    to_add.pop_back();
    if (in_set[added] != 0) continue;
    in_set[added] = 1;
    if (states_[added].kind == State::Kind::Split) {
      to_add.push_back(states_[added].next);
      to_add.push_back(states_[added].other);
    } else {
      set.push_back(added);
    }
  }
}

bool Glob::matches_by_states(std::string_view path) const {
  std::vector<std::size_t> now;
  std::vector<std::size_t> then;
  std::vector<char> in_set(states_.size(), 0);
  add_state(0, now, in_set);
  for (std::size_t at = 0; at < path.size() && !now.empty();) {
    const char32_t code = fold(character(path, at), case_);
    then.clear();
    std::fill(in_set.begin(), in_set.end(), 0);
    for (const std::size_t state : now)
      if (steps(states_[state], code)) add_state(states_[state].next, then, in_set);
    now.swap(then);
  }
  return std::find(now.begin(), now.end(), states_.size() - 1) != now.end();
}

std::shared_ptr<const Glob> default_glob() {
  static const auto glob = std::make_shared<const Glob>("**/*.{md,markdown,mdx,html,htm,xhtml,txt}",
                                                        Glob::Case::IgnoreAscii);
  return glob;
}

bool WalkOptions::selects_file(std::string_view path) const {
  return glob->matches(path) && !(exclude && exclude->matches(path));
}

// An exclude pattern like `drafts/**` matches the directory itself, and so everything below it.
bool WalkOptions::may_select_below(std::string_view path) const {
  assert(!path.empty() && path.back() == '/');
  const std::string_view literal = glob->literal_prefix();
  const std::size_t known = std::min(path.size(), literal.size());
  if (path.substr(0, known) != literal.substr(0, known)) return false;
  return !(exclude && exclude->matches(path));
}

}  // namespace articles
