#include "sqlite/table/declared_column.h"

#include <algorithm>

#include "articles/error.h"
#include "base/ascii.h"
#include "base/quote.h"
#include "sqlite/table/affinity.h"
#include "sqlite/table/columns.h"
#include "sqlite/table/option_tokens.h"

namespace articles::sql {
namespace {

constexpr std::string_view kTypes[] = {"TEXT", "INTEGER", "REAL", "NUMERIC", "BLOB"};

std::string read_type(const Token& token, const std::string& column) {
  if (token.kind == Token::Kind::End) return {};
  for (const std::string_view type : kTypes)
    if (token.kind == Token::Kind::Word && same_ignoring_case(type, token.text))
      return std::string(type);
  if (starts_with(token.text, ".") || starts_with(token.text, "-"))
    throw Error("column " + quote(column) + ": a key with '" + token.text.substr(0, 1) +
                "' in it needs double quotes");
  std::string types;
  for (const std::string_view type : kTypes)
    types += (types.empty() ? "" : ", ") + std::string(type);
  throw Error("column " + quote(column) + ": unknown type " + quote(token.text) +
              "; the types are " + types);
}

void refuse_known_name(const std::string& name, const std::vector<DeclaredColumn>& columns) {
  for (const Column& column : kColumns)
    if (same_ignoring_case(column.name, name))
      throw Error("column " + quote(name) + " is a standard column already");
  for (const DeclaredColumn& column : columns)
    if (same_ignoring_case(column.key, name))
      throw Error("column " + quote(name) + " is declared twice");
}

}  // namespace

void read_declared_column(std::string_view argument, std::vector<DeclaredColumn>& columns) {
  Tokenizer tokens(argument);
  const Token name = tokens.next();
  const bool is_name = name.kind == Token::Kind::Word || name.kind == Token::Kind::Identifier;
  const std::string neither =
      quote(argument) + " is neither an option (name='value') nor a column (name TYPE)";
  if (!is_name || name.text.empty()) throw Error(neither);
  const std::string type = read_type(tokens.next(), name.text);
  if (tokens.next().kind != Token::Kind::End) throw Error(neither);
  refuse_known_name(name.text, columns);
  columns.push_back({name.text, type});
}

Datum value_of(const DeclaredColumn& column, Article& article) {
  const FieldValue* const fields = article.front_matter();
  const FieldValue* const value = fields != nullptr ? find_field(*fields, column.key) : nullptr;
  if (value == nullptr || value->is_null()) return {};
  if (value->is_scalar()) return with_affinity(value->text, column.type);
  return Datum::json(to_json(*value));
}

}  // namespace articles::sql
