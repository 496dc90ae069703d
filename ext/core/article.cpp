#include "articles/article.h"

#include <algorithm>
#include <system_error>

#include "articles/error.h"
#include "articles/hash.h"
#include "articles/html.h"
#include "articles/html_document.h"
#include "articles/markdown.h"
#include "articles/stock_code.h"
#include "articles/utf8.h"

namespace articles {
namespace {

constexpr std::size_t kHeadBytes = 4096;

}  // namespace

Article::Article(const ArticleOptions& options, std::string_view directory)
    : options_(options), directory_(directory) {}

void Article::reset(Entry entry) {
  entry_ = std::move(entry);
  file_ = shown_path(entry_);
  problems_.clear();
  stat_known_ = head_known_ = all_known_ = unreadable_ = ended_ = false;
  stat_.reset();
  file_handle_.reset();
  bytes_.clear();
  rendered_.reset();
  cleared_.reset();
  text_.reset();
  stocks_.reset();
  if (file_ != entry_.path) report({Severity::Lost, 0, "the name is not UTF-8"});
  if (entry_.error != 0) {
    stat_known_ = unreadable_ = true;
    report({Severity::Lost, 0,
            "cannot read the directory: " + std::system_category().message(entry_.error)});
  }
}

std::int64_t Article::rowid() const noexcept {
  return rowid_hash(directory_, entry_.path);
}

void Article::report(Problem problem) {
  problems_.push_back(std::move(problem));
  if (options_.strict)
    throw Error("'" + file_ + "' in '" + directory_ + "': " + describe(problems_));
}

const FileStat* Article::stat() {
  if (!stat_known_) {
    stat_known_ = true;
    const Result<FileStat> status = stat_file(entry_);
    if (status.ok()) stat_ = status.value();  // else open() will say why
  }
  return stat_ ? &*stat_ : nullptr;
}

Problem Article::too_large() const {
  return {Severity::Lost, 0,
          "larger than max_file_size (" + std::to_string(options_.max_file_size) + " bytes)"};
}

bool Article::open() {
  if (unreadable_) return false;
  if (file_handle_) return true;
  Result<File> file = File::open(entry_);
  unreadable_ = true;
  if (!file.ok()) return report(file.problem()), false;
  if (static_cast<std::uint64_t>(file.value().stat().size) > options_.max_file_size)
    return report(too_large()), false;
  unreadable_ = false;
  if (!stat_known_) stat_ = file.value().stat(), stat_known_ = true;
  file_handle_ = std::move(file.value());
  return true;
}

// Reads on until bytes_ holds `size` bytes or the file ends. false: it cannot be read, or has grown
// too large.
bool Article::read_to(std::size_t size) {
  const auto limit = static_cast<std::size_t>(options_.max_file_size);
  const Result<bool> ended = file_handle_->read_to(std::min(size, limit + 1), bytes_);
  if (ended.ok() && bytes_.size() <= limit) {
    ended_ = ended.value();
    return true;
  }
  unreadable_ = true;
  report(ended.ok() ? too_large() : ended.problem());
  return false;
}

bool Article::load_head() {
  if (head_known_) return true;
  if (!open()) return false;
  std::optional<Document> document;
  for (std::size_t wanted = kHeadBytes; !document; wanted *= 4) {
    if (!read_to(wanted)) return false;
    document = read_document(bytes_, ended_);
  }
  head_known_ = true;
  body_at_ = document->body;
  body_line_ = document->body_line;
  front_matter_ = std::move(document->front_matter);
  metadata_ = read_metadata(front_matter_.fields, file_, options_.zone, front_matter_.problems);
  for (Problem& problem : front_matter_.problems) report(std::move(problem));
  return true;
}

bool Article::load_all() {
  if (all_known_ || !load_head()) return all_known_ && !unreadable_;
  all_known_ = true;
  while (!ended_) {
    const auto size = static_cast<std::size_t>(file_handle_->stat().size);
    const std::size_t wanted =
        std::max(size, bytes_.size()) + 1;  // one more byte tells that the file ends
    if (!read_to(wanted)) return false;
  }
  body_ = std::string_view(bytes_).substr(std::min(body_at_, bytes_.size()));
  if (const std::size_t bad = invalid_utf8_at(body_); bad < body_.size()) {
    const auto lines = std::count(body_.begin(), body_.begin() + bad, '\n');
    repaired_body_ = repair_utf8(body_);
    body_ = repaired_body_;
    report({Severity::Lost, body_line_ + static_cast<int>(lines), "not UTF-8"});
  }
  return true;
}

const Metadata* Article::metadata() {
  return load_head() ? &metadata_ : nullptr;
}

const Value* Article::front_matter() {
  return load_head() ? &front_matter_.fields : nullptr;
}

std::optional<std::string_view> Article::body() {
  if (!load_all()) return std::nullopt;
  return body_;
}

std::optional<std::string_view> Article::html() {
  if (!load_all()) return std::nullopt;
  Markup markup = options_.markup;
  if (markup == Markup::Auto) markup = detect_markup(file_, body_);
  if (markup == Markup::Html) return body_;
  if (!rendered_) rendered_ = markdown_html(body_);
  return *rendered_;
}

// The HTML of which text and stocks are made.
std::string_view Article::shown_html() {
  if (options_.remove == nullptr) return *html();
  if (!cleared_) cleared_ = HtmlDocument(*html()).without(*options_.remove);
  return *cleared_;
}

std::optional<std::string_view> Article::text() {
  if (!load_all()) return std::nullopt;
  if (!text_) text_ = strip_html(shown_html());
  return *text_;
}

const std::vector<std::string>* Article::stocks() {
  if (!load_all()) return nullptr;
  if (!stocks_) stocks_ = stock_codes(shown_html());
  return &*stocks_;
}

std::string Article::error() {
  load_all();
  return describe(problems_);
}

}  // namespace articles
