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

TEST(OptionTokens, QuotedSettingWithoutAStringIsAnError) {
  for (const char* const text : {"glob=", "glob=\"*.md\"", "glob='a' 'b'", "glob=a/b"})
    EXPECT_EQ(message_of([&] { read_quoted_setting(text); }),
              "option glob: the value must be a string in single quotes, as in glob='…'")
        << text;
}

}  // namespace
}  // namespace articles::sql
