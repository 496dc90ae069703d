// An article: one file of a corpus, its parts read and taken apart as they are asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "articles/document.h"
#include "articles/markup.h"
#include "articles/metadata.h"
#include "articles/reader.h"
#include "articles/selector.h"
#include "articles/walk.h"

namespace articles {

struct ArticleOptions {
  std::uint64_t max_file_size = 67'108'864;  // bytes; a larger file is not read, and says so
  Markup markup = Markup::Auto;
  Zone zone;                               // of dates that state none
  std::shared_ptr<const Selector> remove;  // what text and stocks leave out; nullptr: nothing
  bool strict = false;                     // a file in which anything is wrong ends the query
};

// Reading goes by stages, each on demand and once: nothing, stat, the head (up to the end of the
// front matter), the whole file. What a stage says does not depend on which others were asked. The
// file is opened once and kept open until the article is reset, so that head and body are of one
// file even if the name is given to another meanwhile.
//
// A file that cannot be read has no values, and error() says why. With `strict` any problem found
// throws Error instead. Thread-compatible. Views and pointers live until reset().
class Article {
 public:
  // `options` must outlive the article; `directory` is the root as the user named it.
  Article(const ArticleOptions& options, std::string_view directory);

  // Takes another entry. With `strict`, throws Error if it is a directory that cannot be read.
  void reset(Entry entry);

  // --- no reading
  const std::string& file() const noexcept { return file_; }  // UTF-8
  // A 63-bit hash of directory and file: the same in every query, and another in another directory.
  std::int64_t rowid() const noexcept;

  // --- stat
  const FileStat* stat();  // nullptr: there is none

  // --- the head
  const Metadata* metadata();   // nullptr: the file cannot be read
  const Value* front_matter();  // a Map; nullptr: the file cannot be read

  // --- the whole file
  std::optional<std::string_view>
  body();  // behind the front matter, UTF-8; no value: the file cannot be read
  std::optional<std::string_view> html();  // the body if it is HTML, else rendered from Markdown
  std::optional<std::string_view> text();
  const std::vector<std::string>* stocks();  // nullptr: the file cannot be read
  std::string error();                       // describe() of all that is wrong; empty if nothing is

 private:
  void report(Problem problem);
  bool open();
  bool load_head();
  bool load_all();
  std::string_view shown_html();
  bool read_to(std::size_t size);
  Problem too_large() const;

  const ArticleOptions& options_;
  std::string directory_;
  Entry entry_;
  std::string file_;
  Problems problems_;

  // Which stages were reached; `unreadable_` is set when one failed, and then none further is
  // tried.
  bool stat_known_ = false;
  bool head_known_ = false;
  bool all_known_ = false;
  bool unreadable_ = false;
  std::optional<FileStat> stat_;
  std::optional<File> file_handle_;
  bool ended_ = false;  // bytes_ is all of the file
  std::string bytes_;
  std::size_t body_at_ = 0;
  int body_line_ = 1;
  FrontMatter front_matter_;
  Metadata metadata_;
  std::string repaired_body_;  // only where the body is no UTF-8
  std::string_view body_;
  std::optional<std::string> rendered_;  // only where the body is Markdown
  std::optional<std::string> cleared_;   // html() without what the option `remove` selects
  std::optional<std::string> text_;
  std::optional<std::vector<std::string>> stocks_;
};

}  // namespace articles
