// An article: one file of a corpus, taken apart as far as it is asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/date.h"
#include "articles/error.h"
#include "articles/field_value.h"
#include "articles/file_stat.h"
#include "articles/metadata.h"
#include "articles/problem.h"
#include "articles/selector.h"

namespace articles {

class ArticleStages;
struct Entry;
enum class Markup : std::uint8_t;

struct ArticleOptions {
  // Bytes. A larger file is not read, and has a problem that says so.
  std::uint64_t max_file_size = 67'108'864;
  // What bodies are; by default each body is looked at (Markup::Auto).
  Markup markup{};
  // Encoding of files without a byte order mark, a name that iconv knows. Empty: detect it.
  std::string encoding;
  // Time zone of dates that state none.
  Zone zone;
  // Elements left out of text and stocks; nullptr: none.
  std::shared_ptr<const Selector> remove;
  // Whether a problem of a file is thrown as an Error.
  bool strict = false;
};

// What can be asked of an article besides its name, as bits. Loading a part also loads the parts
// that it depends on.
enum class Part : std::uint8_t {
  Stat = 1,
  Head = 2,
  Dates = 4,
  Body = 8,
  Html = 16,
  Text = 32,
  Stocks = 64
};
using Parts = std::uint8_t;
constexpr int kPartCount = 7;
constexpr Parts operator|(Part a, Part b) noexcept {
  return static_cast<Parts>(static_cast<Parts>(a) | static_cast<Parts>(b));
}

// Each part is made when it is first asked for, and once. What it says does not depend on which
// other parts were asked for or prepared. Head and body are of the same file even if another file
// takes its name in the meantime; if the file must be opened again and has changed, the body is
// missing and error() says so.
//
// The parts of a file that cannot be read have no value (nullptr or no value), and error() says
// why. With the option `strict`, a problem of the part that is asked for is thrown as Error, which
// names the file. All text is UTF-8. Thread-compatible. Views and pointers are valid until the scan
// moves on.
class Article {
 public:
  // `options` and `interrupted` must outlive the article. `directory` is the root as the user named
  // it. Any part may throw Interrupted if `interrupted` says so.
  Article(const ArticleOptions& options, std::string_view directory,
          const InterruptCheck& interrupted);
  ~Article();
  Article(const Article&) = delete;
  Article& operator=(const Article&) = delete;

  // The path below the root. In strict mode throws Error if the entry is a directory that cannot be
  // read, or if the name is not UTF-8.
  const std::string& file();

  // The same as the bytes of the names, which need not be UTF-8. The path of a directory that
  // cannot be read ends in '/'.
  const std::string& path() const noexcept;

  // errno of what kept the part from being made (see Problem::system_error); 0: it was made, or
  // reading the file again would not help.
  int failure(Part part);

  // A 53-bit hash of directory and file, never 0: the same in every query.
  std::int64_t rowid() const noexcept;

  const FileStat* stat();
  Metadata* metadata();
  const Dates* dates();
  const FieldValue* front_matter();          // a Map
  std::optional<std::string_view> body();    // what follows the front matter
  std::optional<std::string_view> html();    // the body if it is HTML, else rendered from Markdown
  std::optional<std::string_view> text();    // strip_html() of html() without `remove`
  const std::vector<std::string>* stocks();  // stock_codes() of the same
  Problems problems();  // all that is wrong with the file, its columns error and problems

  // --- For the scan that gives the article

  // Takes another entry, and gives the old one in exchange, so that its memory is used again.
  void reset(Entry& entry);

  // Makes the parts now, so that asking for them later costs nothing. Any thread may call it;
  // `interrupted` is asked instead of the article's own check. Throws bad_alloc and Interrupted.
  void prepare(Parts parts, const InterruptCheck& interrupted = {});

  // The parts that were asked for since reset(), whether or not they were prepared.
  Parts asked() const noexcept { return asked_; }

  // About how many bytes of memory the article holds.
  std::size_t memory() const noexcept;

  // Frees large buffers. Everything that was returned is invalid until reset().
  void trim() noexcept;

 private:
  void ask(Part part) noexcept;
  void throw_if_strict(const Problems& problems) const;

  const ArticleOptions& options_;
  std::string directory_;
  std::unique_ptr<ArticleStages> stages_;
  Parts asked_ = 0;
};

}  // namespace articles
