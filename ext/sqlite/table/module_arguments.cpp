#include "sqlite/table/module_arguments.h"

#include "articles/error.h"

namespace articles::sql {
namespace {

std::string read_directory(std::string_view argument) {
  Tokenizer tokens(argument);
  const Token directory = tokens.next();
  if (directory.kind != Token::Kind::String || tokens.next().kind != Token::Kind::End)
    throw Error(
        "the first argument must be the directory in single quotes, as in articles('posts')");
  return directory.text;
}

}  // namespace

ModuleArguments read_module_arguments(const std::vector<std::string_view>& arguments) {
  if (arguments.empty())
    throw Error("the directory is missing: CREATE VIRTUAL TABLE temp.news USING articles('posts')");
  ModuleArguments result;
  OptionSetter setter(result.options);
  result.directory = read_directory(arguments.front());
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (const std::optional<Setting> setting = read_quoted_setting(arguments[i]))
      setter.set(*setting);
    else
      read_declared_column(arguments[i], result.columns);
  }
  return result;
}

}  // namespace articles::sql
