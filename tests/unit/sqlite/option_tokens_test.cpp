#include "sqlite/table/option_tokens.h"

#include "connection.h"

namespace articles::sql {
namespace {

std::string tokens_of(std::string_view argument) {
  constexpr const char* kNames[] = {"end", "word", "identifier", "string", "other"};
  Tokenizer tokens(argument);
  std::string text;
  for (Token token = tokens.next(); token.kind != Token::Kind::End; token = tokens.next())
    text += std::string(kNames[static_cast<int>(token.kind)]) + "<" + token.text + ">";
  return text;
}

TEST(OptionTokens, WordsQuotesAndOtherCharacters) {
  EXPECT_EQ(tokens_of(""), "");
  EXPECT_EQ(tokens_of(" slug  TEXT "), "word<slug>word<TEXT>");
  EXPECT_EQ(tokens_of("glob='**/*.md'"), "word<glob>other<=>string<**/*.md>");
  EXPECT_EQ(tokens_of("\"a b\" `c` [d]"), "identifier<a b>identifier<c>identifier<d>");
  EXPECT_EQ(tokens_of("价格 -1 -x"), "word<价格>word<-1>other<->word<x>");
}

TEST(OptionTokens, DoubledQuotesStandForOne) {
  EXPECT_EQ(tokens_of("'it''s'"), "string<it's>");
  EXPECT_EQ(tokens_of("\"a\"\"b\""), "identifier<a\"b>");
  EXPECT_EQ(tokens_of("[a]]"), "identifier<a>other<]>");
}

TEST(OptionTokens, OpenQuoteIsAnError) {
  for (const char* const text : {"'a", "\"a", "`a", "[a", "'a''", "'"})
    EXPECT_EQ(message_of([&] { tokens_of(text); }), "a quote is not closed") << text;
}

TEST(OptionTokens, QuotedSetting) {
  const std::optional<Setting> setting = read_quoted_setting("Glob = '**/*.md'");
  ASSERT_TRUE(setting);
  EXPECT_EQ(setting->name, "Glob");
  EXPECT_EQ(setting->value, "**/*.md");
  EXPECT_EQ(read_quoted_setting("threads=1")->value, "1");
  EXPECT_FALSE(read_quoted_setting("slug TEXT"));
  EXPECT_FALSE(read_quoted_setting("\"glob\"='x'"));
  EXPECT_FALSE(read_quoted_setting(""));
}

std::string settings_of(std::string_view text) {
  std::string shown;
  for (const Setting& setting : read_setting_list(text))
    shown += setting.name + "<" + setting.value + ">";
  return shown;
}

TEST(OptionTokens, SettingList) {
  EXPECT_EQ(settings_of(""), "");
  EXPECT_EQ(settings_of("  "), "");
  EXPECT_EQ(settings_of("timezone=+08:00, exclude=drafts/**"),
            "timezone<+08:00>exclude<drafts/**>");
  EXPECT_EQ(settings_of(" a = b c ,d="), "a<b c>d<>");
  EXPECT_EQ(settings_of("remove=\".a, .b\", hidden=1"), "remove<.a, .b>hidden<1>");
  EXPECT_EQ(settings_of("a=\"x\"\"y,\"\"\",b=1"), "a<x\"y,\">b<1>");
  EXPECT_EQ(settings_of("remove=a[title=\"x\"],b=[c]"), "remove<a[title=\"x\"]>b<[c]>");
}

TEST(OptionTokens, SettingListErrors) {
  const auto message = [](const char* text) { return message_of([&] { settings_of(text); }); };
  EXPECT_EQ(message("a=\"x"), "a quote is not closed");
  EXPECT_EQ(message("a=\"x\" y"), "option a: text follows the closing quote");
  EXPECT_EQ(message("a='x'"), "option a: the value is written without single quotes, as in a=…");
  for (const char* const text : {",", "a=1,", ",a=1", "a=1,,b=2", "a", "=1", "slug TEXT"})
    EXPECT_NE(message(text).find(" is not an option (name=value)"), std::string::npos) << text;
}

TEST(OptionTokens, BareSettingKeepsTheWholeValue) {
  EXPECT_EQ(read_bare_setting("remove = .a, .b ")->value, ".a, .b");
  EXPECT_EQ(read_bare_setting("glob=")->value, "");
  EXPECT_FALSE(read_bare_setting("slug TEXT"));
  EXPECT_FALSE(read_bare_setting("=x"));
}

TEST(OptionTokens, QuotedSettingWithoutAStringIsAnError) {
  for (const char* const text : {"glob=", "glob=\"*.md\"", "glob='a' 'b'", "glob=a/b"})
    EXPECT_EQ(message_of([&] { read_quoted_setting(text); }),
              "option glob: the value must be a string in single quotes, as in glob='…'")
        << text;
}

}  // namespace
}  // namespace articles::sql
