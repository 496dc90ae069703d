// An article: one file of a corpus, its parts read and taken apart as they are asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "articles/document.h"
#include "articles/metadata.h"
#include "articles/selector.h"
#include "encoding/decoder.h"
#include "files/file.h"
#include "files/walk.h"
#include "html/syntax/markup.h"

namespace articles {

struct ArticleOptions {
  std::uint64_t max_file_size = 67'108'864;  // bytes; a larger file is not read, and says so
  Markup markup = Markup::Auto;
  std::string encoding;  // of files without a BOM, as iconv names it; empty: found out of each
  Zone zone;             // of dates that state none
  std::shared_ptr<const Selector> remove;  // what text and stocks leave out; nullptr: nothing
  bool strict = false;                     // a file in which anything is wrong ends the query
};

// What can be asked of an article beside its name, as bits. What a later one rests on is read with
// it.
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

// Reading goes by stages, each on demand and once: nothing, stat, the head (up to the end of the
// front matter), the whole file. What a stage says does not depend on which others were asked, nor
// on what was prepared. Head and body are of one file even if the name is given to another
// meanwhile: the file is kept open until all of it is read, prepare() ends or the article is reset;
// and where it must be opened again and is another by then, the body is lost and error() says so.
//
// A file that cannot be read has no values, and error() says why. With `strict` any problem that
// concerns what is asked throws Error instead. Thread-compatible. Views and pointers live until
// reset().
class Article {
 public:
  // `options` must outlive the article; `directory` is the root as the user named it.
  Article(const ArticleOptions& options, std::string_view directory);
  Article(const Article&) = delete;  // it points into itself
  Article& operator=(const Article&) = delete;

  // Takes another entry and leaves the old one in its place, so that its memory is used again.
  void reset(Entry& entry);

  // Does now what asking for the parts would do later, and throws what that would.
  void prepare(Parts parts);

  // The parts asked for since reset(); what was only prepared is not among them.
  Parts asked() const noexcept { return asked_; }

  // About how many bytes of memory the article holds.
  std::size_t memory() const noexcept;

  // Gives back memory that most articles do not need: one large file shall not cost it for good.
  // All that was asked for is void until reset().
  void trim() noexcept;

  // --- no reading
  // UTF-8. With `strict`, throws Error if the entry is a directory that cannot be read, or the name
  // is not UTF-8.
  const std::string& file();
  // A 53-bit hash of directory and file, never 0: the same in every query, and another in another directory.
  std::int64_t rowid() const noexcept;

  // --- stat
  const FileStat* stat();  // nullptr: there is none

  // --- the head
  Metadata* metadata();         // nullptr: the file cannot be read
  const Dates* dates();         // nullptr: the file cannot be read
  const Value* front_matter();  // a Map; nullptr: the file cannot be read

  // --- the whole file
  std::optional<std::string_view>
  body();  // behind the front matter, UTF-8; no value: the file cannot be read
  std::optional<std::string_view> html();  // the body if it is HTML, else rendered from Markdown
  std::optional<std::string_view> text();
  const std::vector<std::string>* stocks();  // nullptr: the file cannot be read
  std::string error();                       // describe() of all that is wrong; empty if nothing is

 private:
  const std::string& shown_file() const noexcept;
  void ask(Part part) noexcept;
  void require_none(const Problems& problems) const;
  bool open();
  bool reopen();
  void read_stat();
  bool load_head(bool all_is_wanted);
  bool load_dates();
  bool load_all();
  void repair_body();
  std::string_view load_html();
  std::string_view load_shown_html();
  std::string_view load_text();
  const std::vector<std::string>& load_stocks();
  bool read_to(std::size_t size, Problems& problems);
  std::optional<Document> split();
  const char* stated_encoding() const noexcept;
  bool may_be_gb18030() const noexcept;
  std::string_view first_lines() const noexcept;
  void start_decoding(const char* encoding);
  bool decode_body();
  void add_decoding_problem(bool of_body, Problems& problems);
  Problem too_large() const;

  static constexpr std::size_t kHeadBytes = 4096;  // that are read of a file at first

  const ArticleOptions& options_;
  std::string directory_;
  Entry entry_;
  std::string repaired_file_;  // only where the name is no UTF-8
  Parts asked_ = 0;

  Problems name_problems_;
  Problems head_problems_;  // of reading the head, and of the front matter
  Problems date_problems_;
  Problems body_problems_;

  // Which stages were reached; `unreadable_` is set when one failed, and then none further is
  // tried.
  bool stat_known_ = false;
  bool head_known_ = false;
  bool dates_known_ = false;
  bool all_known_ = false;
  bool html_known_ = false;
  bool cleared_known_ = false;
  bool text_known_ = false;
  bool stocks_known_ = false;
  bool unreadable_ = false;
  std::optional<FileStat> stat_;
  std::optional<File> file_handle_;
  FileStat opened_;                 // of the file that the head was read from
  bool ended_ = false;              // bytes_ is all of the file
  std::string bytes_;               // of the file, or what the decoder made of raw_
  std::optional<Decoder> decoder_;  // only where the file is not read as UTF-8
  std::string encoding_;            // the decoder's
  std::string raw_;
  std::size_t front_matter_end_ = 0;
  std::size_t body_at_ = 0;
  int body_line_ = 1;
  FrontMatter front_matter_;
  Metadata metadata_;
  Dates dates_;
  std::string repaired_body_;  // only where the body is no UTF-8
  std::string_view body_;
  std::string rendered_;  // only where the body is Markdown
  std::string_view html_;
  std::string cleared_;  // html() without what the option `remove` selects
  std::string text_;
  std::vector<std::string> stocks_;
};

}  // namespace articles
