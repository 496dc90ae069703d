#include "corpus/article_stages.h"

#include <algorithm>
#include <cassert>
#include <system_error>
#include <utility>

#include "articles/error.h"
#include "articles/html.h"
#include "articles/markdown.h"
#include "articles/stock_mentions.h"
#include "files/file.h"
#include "html/query/selector_filter.h"
#include "html/syntax/markup.h"

namespace articles {
namespace {

// A file smaller than this is read at once if all of it is wanted.
constexpr std::size_t kReadAtOnceBytes = 1'048'576;

// Buffers larger than this are freed when the article is done with, so that one large file does not
// cost memory until the end of the scan.
constexpr std::size_t kKeptBytes = 262'144;

constexpr bool has(Parts parts, Part part) {
  return (parts & static_cast<Parts>(part)) != 0;
}

BodyPosition body_position(const Document& document) {
  return {document.body, document.front_matter_end, document.body_line};
}

}  // namespace

ArticleStages::ArticleStages(const ArticleOptions& options, const InterruptCheck& interrupted)
    : options_(options),
      own_interrupted_(interrupted),
      interrupted_(&interrupted),
      text_file_(options.encoding, options.max_file_size) {}

// Each stage clears its own value when it is made anew, which may be on another thread: that
// thread has the memory in its cache.
void ArticleStages::reset(Entry& entry) {
  std::swap(entry_, entry);
  text_file_.close();
  stat_.reset(), head_.reset(), metadata_.reset(), dates_.reset(), body_.reset();
  rendered_.reset(), html_.reset(), removal_.reset(), text_.reset(), stocks_.reset();
  name_problems_.clear();
  repaired_file_.clear();
  if (!entry_.utf8) {
    repaired_file_ = shown_path(entry_);
    name_problems_.push_back({Severity::Lost, 0, "the name is not UTF-8"});
  }
  if (entry_.error != 0)
    name_problems_.push_back(
        {Severity::Lost,
         0,
         std::string(failed_action(entry_)) + ": " + std::system_category().message(entry_.error),
         {},
         {},
         entry_.error});
}

const std::string& ArticleStages::file() const noexcept {
  return repaired_file_.empty() ? entry_.path : repaired_file_;
}

const StatOfFile& ArticleStages::stat() {
  return stat_.get([&](StatOfFile& made) {
    made.stat.reset();
    made.problems.clear();
    if (entry_.error != 0) return;
    if (head_.is_made() && head_.value().readable) {
      made.stat = text_file_.stat();
      return;
    }
    const Result<FileStat> status = stat_file(entry_, *interrupted_);
    if (status.ok())
      made.stat = status.value();
    else
      made.problems.push_back(status.problem());
  });
}

const Head& ArticleStages::head(Wanted wanted) {
  return head_.get([&](Head& head) { read_head(head, wanted); });
}

void ArticleStages::read_head(Head& head, Wanted wanted) {
  head.readable = false;
  head.problems.clear();
  if (entry_.error != 0 || !text_file_.open(entry_, head.problems, *interrupted_)) return;
  const auto file_size = static_cast<std::size_t>(text_file_.stat().size);
  const bool at_once = wanted == kWholeFile && file_size < kReadAtOnceBytes;
  std::size_t size = at_once ? file_size + 1 : TextFile::kFirstBytes;
  std::optional<Document> document;
  for (; !document; size = std::max(size * 4, TextFile::kFirstBytes)) {
    if (!text_file_.grow(entry_, size, head.problems, *interrupted_)) return;
    document = split(head.problems);
  }
  head.readable = true;
  head.fields = std::move(document->front_matter.fields);
  head.body = body_position(*document);
  text_file_.check_head(head.body, head.problems);
  Problems& found = document->front_matter.problems;
  if (head.problems.empty())
    head.problems.swap(found);
  else
    head.problems.insert(head.problems.end(), found.begin(), found.end());
}

// The document that the text begins with; no value: more text is needed.
std::optional<Document> ArticleStages::split(Problems& problems) {
  std::optional<Document> document = read_document(text_file_.text(), text_file_.is_complete());
  if (!document) return document;
  switch (text_file_.detect_by_front_matter(file(), body_position(*document), problems)) {
    case TextFile::Detection::Kept:
      return document;
    case TextFile::Detection::NeedsMore:
      return std::nullopt;
    case TextFile::Detection::Decoded:
      break;
  }
  return read_document(text_file_.text(), text_file_.is_complete());
}

Metadata& ArticleStages::metadata() {
  assert(head().readable);
  return metadata_.get([&](Metadata& metadata) { metadata.reset(head().fields, file()); });
}

const DatesOfHead& ArticleStages::dates() {
  return dates_.get([&](DatesOfHead& dates) {
    dates.problems.clear();
    if (head().readable) dates.dates = Dates::read(metadata(), options_.zone, dates.problems);
  });
}

const Body& ArticleStages::body() {
  return body_.get([&](Body& body) { read_body(body); });
}

void ArticleStages::read_body(Body& body) {
  body.readable = false;
  body.problems.clear();
  if (!head(kWholeFile).readable) return;
  while (!text_file_.is_complete()) {
    const auto file_size = static_cast<std::size_t>(text_file_.stat().size);
    // One byte more than there is, to see the end of the file.
    const std::size_t size = std::max(file_size, text_file_.bytes_read()) + 1;
    if (!text_file_.grow(entry_, size, body.problems, *interrupted_)) return;
  }
  text_file_.close();
  body.readable = true;
  body.text = text_file_.decode_body(file(), head().body, body.problems);
}

std::string_view ArticleStages::html() {
  assert(body().readable);
  return html_.get([&](std::string_view& html) {
    Markup markup = options_.markup;
    if (markup == Markup::Auto) markup = detect_markup(file(), body().text);
    if (markup == Markup::Html) {
      html = body().text;
      return;
    }
    html = rendered_.get([&](RenderedMarkdown& rendered) { render(rendered); }).html;
  });
}

const Problems& ArticleStages::html_problems() {
  static const Problems none;
  html();
  return rendered_.is_made() ? rendered_.value().problems : none;
}

void ArticleStages::render(RenderedMarkdown& rendered) {
  rendered = render_markdown(body().text, *interrupted_);
  for (Problem& problem : rendered.problems) problem.line += head().body.line - 1;
}

const Removal& ArticleStages::removal() {
  return removal_.get([&](Removal& removal) {
    removal = {};
    if (options_.remove == nullptr || !may_match(options_.remove->list(), html())) return;
    auto document = std::make_unique<const HtmlDocument>(html(), *interrupted_);
    removal.elements = document->select(*options_.remove, *interrupted_);
    removal.problems = document->problems();
    set_lines(removal.problems);
    if (!removal.elements.empty()) removal.document = std::move(document);
  });
}

const ShownText& ArticleStages::text() {
  return text_.get([&](ShownText& shown) {
    const Removal& removed = removal();
    Problems problems;
    shown.text = removed.document ? removed.document->text_without(removed.elements)
                                  : strip_html(html(), problems, *interrupted_);
    set_lines(problems);
    shown.problems = removed.problems.empty() ? problems : removed.problems;
  });
}

const Stocks& ArticleStages::stocks() {
  return stocks_.get([&](Stocks& stocks) {
    const Removal& removed = removal();
    stocks.problems = removed.problems;
    stocks.codes = removed.document ? stock_codes(removed.document->without(removed.elements))
                                    : stock_codes(html());
  });
}

// Makes lines of the HTML lines of the file. HTML that was rendered has none.
void ArticleStages::set_lines(Problems& html_problems) const noexcept {
  const int before = head_.value().body.line - 1;
  for (Problem& problem : html_problems)
    problem.line = rendered_.is_made() ? 0 : problem.line + before;
}

void ArticleStages::prepare(Parts parts, const InterruptCheck& interrupted) {
  interrupted_ = &interrupted;
  try {
    prepare(parts);
  } catch (...) {
    interrupted_ = &own_interrupted_;
    throw;
  }
  interrupted_ = &own_interrupted_;
}

void ArticleStages::prepare(Parts parts) {
  // The body first: then the file is read at once.
  if (parts >= static_cast<Parts>(Part::Body)) body();
  if (has(parts, Part::Head)) head();
  if (has(parts, Part::Dates)) dates();
  if (has(parts, Part::Stat)) stat();
  text_file_.close();
  if (parts < static_cast<Parts>(Part::Html) || !body().readable) return;
  if (has(parts, Part::Html)) html();
  stop_if(*interrupted_);
  if (has(parts, Part::Text)) text();
  stop_if(*interrupted_);
  if (has(parts, Part::Stocks)) stocks();
  free_removal();
}

void ArticleStages::free_removal() noexcept {
  removal_.value() = {};
  removal_.reset();
}

std::size_t ArticleStages::memory() const noexcept {
  std::size_t bytes = head_.is_made() ? text_file_.memory() : 0;
  if (rendered_.is_made()) bytes += rendered_.value().html.size();
  if (text_.is_made()) bytes += text_.value().text.size();
  return bytes;
}

void ArticleStages::trim() noexcept {
  text_file_.trim(kKeptBytes);
  free_removal();
  for (std::string* const buffer : {&rendered_.value().html, &text_.value().text})
    if (buffer->capacity() > kKeptBytes) *buffer = {};
}

}  // namespace articles
