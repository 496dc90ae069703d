#include "articles/article.h"

#include "articles/error.h"
#include "base/hash.h"
#include "corpus/article_stages.h"

namespace articles {

Article::Article(const ArticleOptions& options, std::string_view directory,
                 const InterruptCheck& interrupted)
    : options_(options),
      directory_(directory),
      stages_(std::make_unique<ArticleStages>(options, interrupted)) {}

Article::~Article() = default;

void Article::reset(Entry& entry) {
  stages_->reset(entry);
  asked_ = 0;
}

void Article::prepare(Parts parts, const InterruptCheck& interrupted) {
  stages_->prepare(parts, interrupted);
}

std::size_t Article::memory() const noexcept {
  return stages_->memory();
}

void Article::trim() noexcept {
  stages_->trim();
}

void Article::ask(Part part) noexcept {
  asked_ = static_cast<Parts>(asked_ | static_cast<Parts>(part));
}

void Article::throw_if_strict(const Problems& problems) const {
  if (!options_.strict || problems.empty()) return;
  throw Error("'" + stages_->file() + "' in '" + directory_ + "': " + describe(problems));
}

const std::string& Article::file() {
  throw_if_strict(stages_->name_problems());
  return stages_->file();
}

const std::string& Article::path() const noexcept {
  return stages_->entry().path;
}

int Article::failure(Part part) {
  ask(part);
  const auto first_error = [](const Problems& problems) {
    for (const Problem& problem : problems)
      if (problem.system_error != 0) return problem.system_error;
    return 0;
  };
  if (const int error = first_error(stages_->name_problems())) return error;
  if (part == Part::Stat) return first_error(stages_->stat().problems);
  if (const int error = first_error(stages_->head().problems)) return error;
  return part == Part::Head || part == Part::Dates ? 0 : first_error(stages_->body().problems);
}

std::int64_t Article::rowid() const noexcept {
  return rowid_hash(directory_, stages_->entry().path);
}

const FileStat* Article::stat() {
  ask(Part::Stat);
  const StatOfFile& made = stages_->stat();
  throw_if_strict(made.problems);
  return made.stat ? &*made.stat : nullptr;
}

Metadata* Article::metadata() {
  ask(Part::Head);
  const Head& head = stages_->head();
  throw_if_strict(head.problems);
  if (options_.strict) dates();  // so that the same problems count whatever the columns
  return head.readable ? &stages_->metadata() : nullptr;
}

const Dates* Article::dates() {
  ask(Part::Head);
  ask(Part::Dates);
  const Head& head = stages_->head();
  const DatesOfHead& dates = stages_->dates();
  throw_if_strict(head.problems);
  throw_if_strict(dates.problems);
  return head.readable ? &dates.dates : nullptr;
}

const FieldValue* Article::front_matter() {
  return metadata() != nullptr ? &stages_->head().fields : nullptr;
}

std::optional<std::string_view> Article::body() {
  ask(Part::Body);
  const Body& body = stages_->body();
  if (options_.strict) dates();  // as in metadata()
  throw_if_strict(body.problems);
  if (!body.readable) return std::nullopt;
  return body.text;
}

std::optional<std::string_view> Article::html() {
  if (!body()) return std::nullopt;
  ask(Part::Html);
  throw_if_strict(stages_->html_problems());
  return stages_->html();
}

std::optional<std::string_view> Article::text() {
  if (!body()) return std::nullopt;
  ask(Part::Text);
  throw_if_strict(stages_->html_problems());
  const ShownText& shown = stages_->text();
  throw_if_strict(shown.problems);
  return shown.text;
}

const std::vector<std::string>* Article::stocks() {
  if (!body()) return nullptr;
  ask(Part::Stocks);
  throw_if_strict(stages_->html_problems());
  const Stocks& stocks = stages_->stocks();
  throw_if_strict(stocks.problems);
  return &stocks.codes;
}

Problems Article::problems() {
  text();  // for its problems
  dates();
  Problems all = stages_->name_problems();
  // If the file cannot be opened either, that problem says why.
  if (stages_->head().readable) {
    const Problems& problems = stages_->stat().problems;
    all.insert(all.end(), problems.begin(), problems.end());
  }
  for (const Problems* const problems :
       {&stages_->head().problems, &stages_->dates().problems, &stages_->body().problems})
    all.insert(all.end(), problems->begin(), problems->end());
  if (stages_->body().readable)
    for (const Problems* const problems : {&stages_->html_problems(), &stages_->text().problems})
      all.insert(all.end(), problems->begin(), problems->end());
  return all;
}

}  // namespace articles
