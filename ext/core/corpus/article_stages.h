// What is made of a file, stage by stage.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/article.h"
#include "articles/document.h"
#include "articles/file_stat.h"
#include "articles/html_document.h"
#include "articles/markdown.h"
#include "articles/metadata.h"
#include "articles/problem.h"
#include "corpus/lazy.h"
#include "encoding/text_file.h"
#include "files/entry.h"

namespace articles {

struct StatOfFile {
  std::optional<FileStat> stat;
  Problems problems;  // why there is no stat
};

// The file up to the end of its front matter.
struct Head {
  bool readable = false;  // false: the problems say why, and the rest has no meaning
  Problems problems;      // of the file, and of the front matter
  FieldValue fields;      // a Map
  BodyPosition body;
};

struct DatesOfHead {
  Dates dates;
  Problems problems;
};

struct Body {
  bool readable = false;  // false: the problems of the head or of the body say why
  Problems problems;
  std::string_view text;  // UTF-8
};

// What the option `remove` selects.
struct Removal {
  Problems problems;                             // of parsing the HTML
  std::unique_ptr<const HtmlDocument> document;  // nullptr: nothing
  std::vector<std::size_t> elements;
};

struct ShownText {
  Problems problems;  // of parsing the HTML; at most one
  std::string text;
};

struct Stocks {
  Problems problems;  // of parsing the HTML, for the option `remove`
  std::vector<std::string> codes;
};

// The stages of one file: each is made when it or a later one is first asked for, and knows the one
// before by its result only. Thread-compatible. References are valid until reset().
class ArticleStages {
 public:
  // Both must outlive this. Any stage may throw Interrupted if `interrupted` says so; it is made
  // anew when it is asked for again.
  ArticleStages(const ArticleOptions& options, const InterruptCheck& interrupted);
  ArticleStages(const ArticleStages&) = delete;  // the stages refer to each other
  ArticleStages& operator=(const ArticleStages&) = delete;

  // Takes another entry, and gives the old one in exchange, so that its memory is used again.
  void reset(Entry& entry);

  const Entry& entry() const noexcept { return entry_; }
  const std::string& file() const noexcept;  // shown_path() of the entry
  const Problems& name_problems() const noexcept { return name_problems_; }

  const StatOfFile& stat();
  const Head& head() { return head(kHeadOnly); }
  Metadata& metadata();  // REQUIRES: head().readable
  const DatesOfHead& dates();
  const Body& body();

  // REQUIRES for these four: body().readable
  std::string_view html();
  const Problems& html_problems();  // of rendering Markdown
  const ShownText& text();
  const Stocks& stocks();

  // Makes the parts now, and the parts that they depend on, and closes the file. Meanwhile asks
  // `interrupted` instead of the check given to the constructor.
  void prepare(Parts parts, const InterruptCheck& interrupted);

  // About how many bytes of memory the stages hold.
  std::size_t memory() const noexcept;

  // Frees large buffers. Everything that was returned is invalid until reset().
  void trim() noexcept;

 private:
  // A hint how much of the file to read at first; the result does not depend on it.
  enum Wanted { kHeadOnly, kWholeFile };

  const Head& head(Wanted wanted);
  void prepare(Parts parts);
  void read_head(Head& head, Wanted wanted);
  std::optional<Document> split(Problems& problems);
  void read_body(Body& body);
  void render(RenderedMarkdown& rendered);
  const Removal& removal();
  void free_removal() noexcept;
  void set_lines(Problems& html_problems) const noexcept;

  const ArticleOptions& options_;
  const InterruptCheck& own_interrupted_;
  const InterruptCheck* interrupted_;  // the check that is asked at the moment
  Entry entry_;
  std::string repaired_file_;  // only if the path is not UTF-8
  Problems name_problems_;
  TextFile text_file_;

  Lazy<StatOfFile> stat_;
  Lazy<Head> head_;
  Lazy<Metadata> metadata_;
  Lazy<DatesOfHead> dates_;
  Lazy<Body> body_;
  Lazy<RenderedMarkdown> rendered_;  // of a body that is Markdown
  Lazy<std::string_view> html_;
  Lazy<Removal> removal_;  // large: prepare() frees it
  Lazy<ShownText> text_;
  Lazy<Stocks> stocks_;
};

}  // namespace articles
