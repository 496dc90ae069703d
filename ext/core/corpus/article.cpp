#include "articles/article.h"

#include <algorithm>
#include <system_error>

#include "articles/error.h"
#include "articles/html.h"
#include "articles/html_document.h"
#include "articles/markdown.h"
#include "articles/stock_mentions.h"
#include "base/hash.h"
#include "base/utf8.h"

namespace articles {
namespace {

// A file up to that size is read at once where all of it is wanted.
constexpr std::size_t kReadAtOnceBytes = 1'048'576;

// What a buffer may hold beyond its article: one large file shall not cost memory for good.
constexpr std::size_t kKeptBytes = 262'144;

constexpr bool has(Parts parts, Part part) {
  return (parts & static_cast<Parts>(part)) != 0;
}

}  // namespace

Article::Article(const ArticleOptions& options, std::string_view directory)
    : options_(options), directory_(directory) {}

void Article::reset(Entry& entry) {
  std::swap(entry_, entry);
  asked_ = 0;
  // The rest is cleared by the stage that fills it, and so by the thread that has the memory.
  name_problems_.clear();
  stat_known_ = head_known_ = dates_known_ = all_known_ = unreadable_ = ended_ = false;
  html_known_ = cleared_known_ = text_known_ = stocks_known_ = false;
  file_handle_.reset();
  repaired_file_.clear();
  if (!entry_.utf8) {
    repaired_file_ = shown_path(entry_);
    name_problems_.push_back({Severity::Lost, 0, "the name is not UTF-8"});
  }
  if (entry_.error != 0) {
    unreadable_ = true;
    name_problems_.push_back(
        {Severity::Lost, 0,
         "cannot read the directory: " + std::system_category().message(entry_.error)});
  }
}

void Article::prepare(Parts parts) {
  if (has(parts, Part::Body)) load_all();
  if (has(parts, Part::Head)) load_head(false);
  if (has(parts, Part::Dates)) load_dates();
  if (has(parts, Part::Stat)) read_stat();
  file_handle_.reset();  // not to be kept open until the row's turn comes
  if (parts < static_cast<Parts>(Part::Html) || !load_all()) return;
  if (has(parts, Part::Html)) load_html();
  if (has(parts, Part::Text)) load_text();
  if (has(parts, Part::Stocks)) load_stocks();
}

std::size_t Article::memory() const noexcept {
  return (head_known_ ? bytes_.size() + raw_.size() : 0) +
         (all_known_ ? repaired_body_.size() : 0) + (html_known_ ? rendered_.size() : 0) +
         (cleared_known_ ? cleared_.size() : 0) + (text_known_ ? text_.size() : 0);
}

void Article::trim() noexcept {
  for (std::string* buffer : {&bytes_, &raw_, &repaired_body_, &rendered_, &cleared_, &text_})
    if (buffer->capacity() > kKeptBytes) *buffer = {};
}

const std::string& Article::shown_file() const noexcept {
  return repaired_file_.empty() ? entry_.path : repaired_file_;
}

void Article::ask(Part part) noexcept {
  asked_ = static_cast<Parts>(asked_ | static_cast<Parts>(part));
}

void Article::require_none(const Problems& problems) const {
  if (!options_.strict || problems.empty()) return;
  throw Error("'" + shown_file() + "' in '" + directory_ + "': " + describe(problems));
}

Problem Article::too_large() const {
  return {Severity::Lost, 0,
          "larger than max_file_size (" + std::to_string(options_.max_file_size) + " bytes)"};
}

void Article::read_stat() {
  if (stat_known_) return;
  stat_known_ = true;
  stat_.reset();
  if (entry_.error != 0) return;
  const Result<FileStat> status = stat_file(entry_);
  if (status.ok()) stat_ = status.value();  // else open() will say why
}

bool Article::open() {
  if (unreadable_) return false;
  if (file_handle_) return true;
  Result<File> file = File::open(entry_);
  unreadable_ = true;
  if (!file.ok()) return head_problems_.push_back(file.problem()), false;
  if (static_cast<std::uint64_t>(file.value().stat().size) > options_.max_file_size)
    return head_problems_.push_back(too_large()), false;
  unreadable_ = false;
  if (!stat_known_) stat_ = file.value().stat(), stat_known_ = true;
  opened_ = file.value().stat();
  file_handle_ = std::move(file.value());
  return true;
}

// Opens the file again to read what follows the head: if it still begins with that.
bool Article::reopen() {
  if (file_handle_) return true;
  Result<File> file = File::open(entry_);
  unreadable_ = true;
  if (!file.ok()) return body_problems_.push_back(file.problem()), false;
  if (!(file.value().stat() == opened_)) {
    const std::string& raw = decoder_ ? raw_ : bytes_;
    std::string again;
    const Result<bool> ended = file.value().read_to(raw.size(), again);
    if (!ended.ok()) return body_problems_.push_back(ended.problem()), false;
    if (again != raw) {
      body_problems_.push_back({Severity::Lost, 0, "the file was changed while it was read"});
      return false;
    }
  }
  unreadable_ = false;
  opened_ = file.value().stat();
  file_handle_ = std::move(file.value());
  return true;
}

// Reads on until `size` bytes of the file are read or it ends. false: it cannot be read, or has
// grown too large.
bool Article::read_to(std::size_t size, Problems& problems) {
  std::string& raw = decoder_ ? raw_ : bytes_;
  const std::size_t before = raw.size();
  const auto limit = static_cast<std::size_t>(options_.max_file_size);
  const Result<bool> ended = file_handle_->read_to(std::min(size, limit + 1), raw);
  if (ended.ok() && raw.size() <= limit) {
    ended_ = ended.value();
    if (decoder_) decoder_->decode(std::string_view(raw).substr(before), ended_, bytes_);
    return true;
  }
  unreadable_ = true;
  problems.push_back(ended.ok() ? too_large() : ended.problem());
  return false;
}

bool Article::load_head(bool all_is_wanted) {
  if (head_known_) return !front_matter_.fields.is_null();
  head_known_ = true;
  for (Problems* problems : {&head_problems_, &date_problems_, &body_problems_}) problems->clear();
  front_matter_ = {};
  bytes_.clear();
  raw_.clear();
  decoder_.reset();
  const bool readable = open() && [&] {
    const auto size = static_cast<std::size_t>(file_handle_->stat().size);
    std::size_t wanted = all_is_wanted && size < kReadAtOnceBytes ? size + 1 : kHeadBytes;
    for (std::optional<Document> document; !document; wanted = std::max(wanted * 4, kHeadBytes)) {
      const bool first = bytes_.empty() && !decoder_;
      if (!read_to(wanted, head_problems_)) return false;
      if (const char* const stated = first ? stated_encoding() : nullptr) start_decoding(stated);
      document = split();
      if (!document) continue;
      front_matter_end_ = document->front_matter_end;
      body_at_ = document->body;
      body_line_ = document->body_line;
      front_matter_ = std::move(document->front_matter);
    }
    return true;
  }();
  if (!readable) return false;
  add_decoding_problem(false, head_problems_);
  if (head_problems_.empty())
    head_problems_.swap(front_matter_.problems);
  else
    head_problems_.insert(head_problems_.end(), front_matter_.problems.begin(),
                          front_matter_.problems.end());
  metadata_.reset(front_matter_.fields, shown_file());
  return true;
}

// The document that bytes_ begins with; no value: more is needed to tell. By then its front matter
// has said what the file's encoding is, if it is not ASCII.
std::optional<Document> Article::split() {
  std::optional<Document> document = read_document(bytes_, ended_);
  // What is no UTF-8 is a problem of any front matter: so one without costs no further look.
  if (!document || document->front_matter.problems.empty() || !may_be_gb18030()) return document;
  const std::string_view head = std::string_view(bytes_).substr(0, document->front_matter_end);
  if (is_utf8(head) || !guess_gb18030(first_lines()).value_or(is_gb18030(head))) return document;
  start_decoding(kGb18030);
  return read_document(bytes_, ended_);
}

bool Article::load_dates() {
  if (!load_head(false)) return false;
  if (!dates_known_) dates_ = Dates::read(metadata_, options_.zone, date_problems_);
  dates_known_ = true;
  return true;
}

bool Article::load_all() {
  if (all_known_) return !unreadable_;
  all_known_ = true;
  if (!load_head(true)) return false;
  while (!ended_) {
    if (!reopen()) return false;
    const auto size = static_cast<std::size_t>(opened_.size);
    const std::size_t wanted = std::max(size, (decoder_ ? raw_ : bytes_).size()) +
                               1;  // one more byte tells that the file ends
    if (!read_to(wanted, body_problems_)) return false;
  }
  file_handle_.reset();
  body_ = std::string_view(bytes_).substr(std::min(body_at_, bytes_.size()));
  repair_body();
  return true;
}

void Article::repair_body() {
  add_decoding_problem(true, body_problems_);
  const std::size_t bad = invalid_utf8_at(body_);
  if (bad == body_.size() || decode_body()) return;
  const auto lines = std::count(body_.begin(), body_.begin() + bad, '\n');
  repaired_body_ = repair_utf8(body_);
  body_ = repaired_body_;
  body_problems_.push_back({Severity::Lost, body_line_ + static_cast<int>(lines), "not UTF-8"});
}

// The rest REQUIRES: load_all()

std::string_view Article::load_html() {
  if (html_known_) return html_;
  html_known_ = true;
  Markup markup = options_.markup;
  if (markup == Markup::Auto) markup = detect_markup(shown_file(), body_);
  if (markup == Markup::Html) return html_ = body_;
  rendered_ = markdown_html(body_);
  return html_ = rendered_;
}

// The HTML of which text and stocks are made.
std::string_view Article::load_shown_html() {
  if (options_.remove == nullptr) return load_html();
  if (!cleared_known_) cleared_ = HtmlDocument(load_html()).without(*options_.remove);
  cleared_known_ = true;
  return cleared_;
}

std::string_view Article::load_text() {
  if (!text_known_) text_ = strip_html(load_shown_html());
  text_known_ = true;
  return text_;
}

const std::vector<std::string>& Article::load_stocks() {
  if (!stocks_known_) stocks_ = stock_codes(load_shown_html());
  stocks_known_ = true;
  return stocks_;
}

// --- What callers ask

const std::string& Article::file() {
  require_none(name_problems_);
  return shown_file();
}

std::int64_t Article::rowid() const noexcept {
  return rowid_hash(directory_, entry_.path);
}

const FileStat* Article::stat() {
  ask(Part::Stat);
  read_stat();
  return stat_ ? &*stat_ : nullptr;
}

Metadata* Article::metadata() {
  ask(Part::Head);
  const bool known = load_head(false);
  require_none(head_problems_);
  if (options_.strict) dates();  // so that it does not depend on the columns which problems count
  return known ? &metadata_ : nullptr;
}

const Dates* Article::dates() {
  ask(Part::Head);
  ask(Part::Dates);
  const bool known = load_dates();
  require_none(head_problems_);
  require_none(date_problems_);
  return known ? &dates_ : nullptr;
}

const FieldValue* Article::front_matter() {
  return metadata() != nullptr ? &front_matter_.fields : nullptr;
}

std::optional<std::string_view> Article::body() {
  ask(Part::Body);
  const bool known = load_all();
  if (options_.strict) dates();  // as in metadata()
  require_none(body_problems_);
  if (!known) return std::nullopt;
  return body_;
}

std::optional<std::string_view> Article::html() {
  if (!body()) return std::nullopt;
  ask(Part::Html);
  return load_html();
}

std::optional<std::string_view> Article::text() {
  if (!body()) return std::nullopt;
  ask(Part::Text);
  return load_text();
}

const std::vector<std::string>* Article::stocks() {
  if (!body()) return nullptr;
  ask(Part::Stocks);
  return &load_stocks();
}

std::string Article::error() {
  body();
  dates();
  Problems all = name_problems_;
  for (const Problems* problems : {&head_problems_, &date_problems_, &body_problems_})
    all.insert(all.end(), problems->begin(), problems->end());
  return describe(all);
}

}  // namespace articles
