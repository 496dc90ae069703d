#include <gtest/gtest.h>

#include "articles/error.h"
#include "articles/search.h"
#include "base/utf8.h"

namespace articles {
namespace {

using namespace std::string_literals;

// The tokens, separated by blanks.
std::string tokens_of(std::string_view text, const TokenizerOptions& options = {}) {
  std::string tokens;
  Tokenizer(options).tokens(text, [&](const Token& token) {
    tokens += (tokens.empty() ? "" : " ") + std::string(token.text);
    return true;
  });
  return tokens;
}

// What the offsets of the tokens mark in the text.
std::vector<std::string> marked(std::string_view text) {
  std::vector<std::string> parts;
  Tokenizer().tokens(text, [&](const Token& token) {
    parts.emplace_back(text.substr(token.begin, token.end - token.begin));
    return true;
  });
  return parts;
}

using Parts = std::vector<std::string>;

TEST(Tokenizer, EachCjkCharacterIsOneToken) {
  EXPECT_EQ(tokens_of("贵州茅台"), "贵 州 茅 台");
  EXPECT_EQ(tokens_of("ひらカター한글"), "ひ ら カ タ ー 한 글");
  EXPECT_EQ(tokens_of("々〇𠀀𪛖鿿"), "々 〇 𠀀 𪛖 鿿");
  EXPECT_EQ(tokens_of("ㄅㄆ"), "ㄅ ㄆ");
}

TEST(Tokenizer, WordsBreakBesideCjkCharacters) {
  EXPECT_EQ(tokens_of("茅台600519涨停"), "茅 台 600519 涨 停");
  EXPECT_EQ(tokens_of("PCB板 A股 5G时代"), "pcb 板 a 股 5g 时 代");
}

TEST(Tokenizer, OtherWordsAreThoseOfUnicode61) {
  EXPECT_EQ(tokens_of("Hello, World! 38.101 x_y"), "hello world 38 101 x y");
  EXPECT_EQ(tokens_of("Crème Brûlée ΑΒΓ Привет"), "creme brulee αβγ привет");
  EXPECT_EQ(tokens_of("Stra\u00dfe \u0130stanbul \ufb01n"), "stra\u00dfe istanbul \ufb01n");
}

TEST(Tokenizer, RemoveDiacriticsIsThatOfUnicode61) {
  EXPECT_EQ(tokens_of("\u00c9 e\u0301 \u1ea4", {0, false}), "\u00e9 e\u0301 \u1ea5");
  EXPECT_EQ(tokens_of("\u00c9 e\u0301 \u1ea4", {1, false}), "e e \u1ea5");
  EXPECT_EQ(tokens_of("\u00c9 e\u0301 \u1ea4", {2, false}), "e e a");
}

TEST(Tokenizer, ADiacriticAloneSeparates) {
  EXPECT_EQ(tokens_of("\u0301 \u0301a"), "a");
  EXPECT_EQ(tokens_of("茅\u0301台"), "茅 | 台");
}

TEST(Tokenizer, WideAndCompatibilityFormsAreFolded) {
  EXPECT_EQ(tokens_of("ＰＣＢ１２"), "pcb12");
  EXPECT_EQ(tokens_of("ＰCb"), "pcb");
  EXPECT_EQ(tokens_of("ｶﾀｶﾅ"), "カ タ カ ナ");
  EXPECT_EQ(tokens_of("\uf9dc\U0002f800"), "隆 丽") << "compatibility ideographs";
  EXPECT_EQ(tokens_of("\u2f00\u2ed3"), "一 长") << "radicals";
  EXPECT_EQ(tokens_of("ｶﾞ"), "カ \u3099") << "one to one, also where two make a character";
}

TEST(Tokenizer, SimplifiedFoldsTraditionalCharacters) {
  EXPECT_EQ(tokens_of("國內憂鬱的烏龜", {1, true}), "国 内 忧 郁 的 乌 龟");
  EXPECT_EQ(tokens_of("國內", {1, false}), "國 內");
  EXPECT_EQ(tokens_of("發髮发", {1, true}), "发 发 发");
  EXPECT_EQ(tokens_of("苧苎薴", {1, true}), "苎 苎 苎") << "an exchange in ICU's table";
  EXPECT_EQ(tokens_of("\u2fd4", {1, true}), "龟") << "a radical of a traditional character";
}

TEST(Tokenizer, ASeparatorTokenStandsOnlyBetweenCjkCharacters) {
  EXPECT_EQ(tokens_of("茅台，五粮"), "茅 台 | 五 粮");
  EXPECT_EQ(tokens_of("茅台。\n\n——五粮"), "茅 台 | 五 粮");
  EXPECT_EQ(tokens_of("茅\n台"), "茅 | 台");
  EXPECT_EQ(tokens_of("茅\t台"), "茅 | 台");
  EXPECT_EQ(tokens_of("「茅台」。"), "茅 台");
  EXPECT_EQ(tokens_of("茅，a，台"), "茅 a 台");
  EXPECT_EQ(tokens_of("hello, world. 茅!"), "hello world 茅");
  EXPECT_EQ(tokens_of("！！！"), "");
}

TEST(Tokenizer, SpacesDoNotSeparateCjkCharacters) {
  EXPECT_EQ(tokens_of("一 心\u00a0堂\u3000!"), "一 心 堂");
  EXPECT_EQ(tokens_of("一 ， 心"), "一 | 心");
  EXPECT_EQ(tokens_of("a b"), "a b");
}

TEST(Tokenizer, BytesThatAreNotUtf8Separate) {
  EXPECT_EQ(tokens_of("茅\xFF台 a\xE8\x8C\x62"), "茅 | 台 a b");
  EXPECT_EQ(tokens_of("\xE8\x8C"), "");
  EXPECT_EQ(tokens_of("a\xED\xA0\x80z"), "a z") << "a surrogate";
  EXPECT_EQ(tokens_of("a\0z茅\0台"s), "a z 茅 | 台");
  EXPECT_EQ(tokens_of("a\uFFFDz"), "a z");
}

TEST(Tokenizer, OffsetsMarkTheTextAsWritten) {
  EXPECT_EQ(marked("ＰＣＢ板，板 e\u0301."), (Parts{"ＰＣＢ", "板", "，", "板", "e\u0301"}));
  EXPECT_EQ(marked("𠀀ｶ\u0130"), (Parts{"𠀀", "ｶ", "\u0130"}));
}

TEST(Tokenizer, EmitStopsTheWork) {
  int calls = 0;
  const bool finished = Tokenizer().tokens("a b 茅 台", [&](const Token&) { return ++calls < 3; });
  EXPECT_FALSE(finished);
  EXPECT_EQ(calls, 3);
  EXPECT_TRUE(Tokenizer().tokens("", [](const Token&) { return false; }));
}

// The characters that the tokenizer decodes itself are those of the general decoder.
TEST(Tokenizer, EveryCodePointBetweenLettersKeepsItsBorders) {
  for (char32_t code = 1; code <= 0x10FFFF; ++code) {
    if (code == 0xD800) code = 0xE000;
    std::string text = "a";
    append_utf8(text, code);
    const std::size_t end = text.size();
    text += 'b';
    Tokenizer().tokens(text, [&](const Token& token) {
      EXPECT_TRUE(token.begin == 0 || token.begin == 1 || token.begin == end) << text;
      EXPECT_TRUE(token.end == 1 || token.end == end || token.end == text.size()) << text;
      return true;
    });
  }
}

TEST(TokenizerOptions, AreReadFromNamesAndValues) {
  EXPECT_EQ(read_tokenizer_options({}).remove_diacritics, 1);
  EXPECT_FALSE(read_tokenizer_options({}).simplified);
  const TokenizerOptions options =
      read_tokenizer_options({"simplified", "1", "remove_diacritics", "2"});
  EXPECT_EQ(options.remove_diacritics, 2);
  EXPECT_TRUE(options.simplified);
}

TEST(TokenizerOptions, AnErrorNamesWhatIsWrong) {
  const auto message = [](const std::vector<std::string_view>& arguments) -> std::string {
    try {
      read_tokenizer_options(arguments);
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  };
  EXPECT_EQ(message({"tokenchars", "#"}),
            "unknown option 'tokenchars'; the options are remove_diacritics, simplified");
  EXPECT_EQ(message({""}), "unknown option ''; the options are remove_diacritics, simplified");
  EXPECT_EQ(message({"simplified"}), "option 'simplified' has no value");
  EXPECT_EQ(message({"simplified", "2"}), "simplified is '2', but must be from 0 to 1");
  EXPECT_EQ(message({"remove_diacritics", "1x"}),
            "remove_diacritics is '1x', but must be from 0 to 2");
  EXPECT_EQ(message({"remove_diacritics", ""}), "remove_diacritics is '', but must be from 0 to 2");
}

}  // namespace
}  // namespace articles
