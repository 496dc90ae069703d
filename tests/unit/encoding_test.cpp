#include "encoding/decoder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "../support/temp_folder.h"
#include "articles/corpus.h"
#include "articles/error.h"
#include "base/utf8.h"

namespace articles {
namespace {

using namespace std::string_literals;

// "关于我们的说明文档", in GB18030
const std::string kAbout =
    "\xB9\xD8\xD3\xDA\xCE\xD2\xC3\xC7\xB5\xC4\xCB\xB5\xC3\xF7\xCE\xC4\xB5\xB5";

class EncodingTest : public TempFolder {
 protected:
  Article& article(const std::string& content, const std::string& file = "a.md") {
    std::filesystem::remove_all(root_);
    write(file, content);
    scan_.emplace(root_.string(), options_, Selection{});
    EXPECT_TRUE(scan_->next());
    return scan_->article();
  }

  CorpusOptions options_;
  std::optional<Scan> scan_;
};

std::string utf16(const std::string& ascii, bool little) {
  std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : ascii) bytes += little ? c + "\0"s : "\0"s + c;
  return bytes;
}

TEST_F(EncodingTest, FrontMatterInGb18030IsDetected) {
  Article& one = article("---\ntitle: " + kAbout + "\n---\n<p>\xD7\xD6</p>\n");
  EXPECT_EQ(one.metadata()->title(), "关于我们的说明文档");
  EXPECT_EQ(one.body(), "<p>字</p>\n");
  EXPECT_EQ(describe(one.problems()), "");
}

TEST_F(EncodingTest, BodyInGb18030IsDetectedIfFrontMatterIsAscii) {
  EXPECT_EQ(article("---\ntitle: A\n---\n" + kAbout).body(), "关于我们的说明文档");
  EXPECT_EQ(describe(scan_->article().problems()), "");
  EXPECT_EQ(article(kAbout).body(), "关于我们的说明文档") << "no front matter at all";
}

TEST_F(EncodingTest, LineDrawingCountsNeitherForNorAgainstChinese) {
  const std::string lines = "\xA9\xC0\xA9\xA4\xA9\xA4 a\n\xA9\xA6\xA8\x54\xA8\x8A b\n";  // ├── │═▕
  EXPECT_EQ(article(kAbout + "\n" + lines + lines).body(),
            "关于我们的说明文档\n├── a\n│═▕ b\n├── a\n│═▕ b\n");
  EXPECT_EQ(describe(scan_->article().problems()), "");
  EXPECT_EQ(describe(article(lines).problems()), "line 1: not UTF-8") << "no evidence";
}

TEST_F(EncodingTest, APageSaysItsEncoding) {
  const std::string furniture = "\xBC\xD2\xBE\xD3";  // "家居", too short to guess
  const std::string page = "<meta charset=gbk><p>" + furniture + "</p>";
  EXPECT_EQ(article(page).body(), "<meta charset=gbk><p>家居</p>");
  EXPECT_EQ(describe(scan_->article().problems()), "");
  EXPECT_EQ(article("---\ntitle: A\n---\n" + page).body(), "<meta charset=gbk><p>家居</p>");
  EXPECT_EQ(article("see " + page, "a.html").body(), "see <meta charset=gbk><p>家居</p>");
  EXPECT_EQ(describe(article("see " + page).problems()), "line 1: not UTF-8")
      << "no page by name or by body";
  EXPECT_EQ(describe(article("<meta charset=klingon>" + furniture).problems()),
            "line 1: not UTF-8");
  EXPECT_EQ(describe(article("<meta charset=utf-8>" + furniture).problems()), "line 1: not UTF-8");
}

TEST_F(EncodingTest, ADeclarationDecidesForTheFrontMatter) {
  const std::string wine = "\xC3\xA9\xCC\xA8";  // "茅台", which is valid UTF-8 by chance
  Article& one = article("---\ntitle: " + wine + "\n---\n<meta charset=gbk>\xBC\xD2\xBE\xD3\n");
  EXPECT_EQ(one.metadata()->title(), "茅台");
  EXPECT_EQ(one.body(), "<meta charset=gbk>家居\n");
  EXPECT_EQ(describe(one.problems()), "");
  EXPECT_EQ(article("---\ntitle: caf\xE9\n---\n<meta charset=iso-8859-1>").metadata()->title(),
            "café");
  EXPECT_EQ(describe(article("---\ntitle: 字\n---\n<meta charset=gbk>\xBC\xD2").problems()),
            "line 4: not UTF-8")
      << "the front matter is UTF-8, so the file is";
}

// What is read of the body depends on its encoding, not on the columns.
TEST_F(EncodingTest, ADeclarationBehindTheFirst4KbIsRead) {
  const std::string comment = "# " + std::string(4'060, 'x') + "\n";
  const std::string page = "<p>" + std::string(900, 'y') + "<meta charset=gbk>";
  Article& one = article("---\ntitle: \xC3\xA9\xCC\xA8\n" + comment + "---\n" + page);
  EXPECT_EQ(one.metadata()->title(), "茅台");
  EXPECT_EQ(one.body(), page);
}

TEST_F(EncodingTest, ConvertedPagesKeepTheirOldDeclaration) {
  for (const std::string body : {"<meta charset=gbk>家居", "<meta charset=windows-1252>caf\u00E9",
                                 "<meta charset=gbk>caf\u00E9\u2019s"}) {
    EXPECT_EQ(article(body).body(), body);
    EXPECT_EQ(describe(scan_->article().problems()), "");
    EXPECT_EQ(article("---\ntitle: 字\n---\n" + body).body(), body);
  }
}

TEST_F(EncodingTest, WhatIsNotInTheDeclaredEncodingIsReported) {
  EXPECT_EQ(article("---\nt: a\n---\n<meta charset=shift_jis>\n\x83J\x83\n").body(),
            "<meta charset=shift_jis>\nカ\uFFFD\n");
  EXPECT_EQ(describe(scan_->article().problems()), "line 5: not Shift_JIS");
}

TEST_F(EncodingTest, Iso2022JpIsKnownByItsEscapes) {
  const std::string stocks = "\x1B$B3t2A\x1B(B";  // "株価"
  EXPECT_EQ(article("---\ntitle: " + stocks + "\n---\n" + stocks + "\n").metadata()->title(),
            "株価");
  EXPECT_EQ(scan_->article().body(), "株価\n");
  EXPECT_EQ(describe(scan_->article().problems()), "");
  EXPECT_EQ(article("---\ntitle: A\n---\n" + stocks).body(), "株価");
  EXPECT_EQ(article(stocks).body(), "株価");
  EXPECT_EQ(article("a" + std::string(9'000, ' ') + stocks).body(),
            "a" + std::string(9'000, ' ') + "株価");
  EXPECT_EQ(article("\x1B(I6\x1B(B").body(), "ｶ");
  EXPECT_EQ(article("{\"title\": \"\x1B$B!V\x1B(B\"}\nb").metadata()->title(), "「");
}

TEST_F(EncodingTest, OtherEscapesAreNotIso2022Jp) {
  const std::string terminal = "\x1B[31mred\x1B(B\x1B[m";
  EXPECT_EQ(article(terminal).body(), terminal);
  EXPECT_EQ(describe(scan_->article().problems()), "");
  EXPECT_EQ(article("字 \x1B$B3t").body(), "字 \x1B$B3t") << "UTF-8";
  EXPECT_EQ(describe(article("a\n\x1B$B3t\x1B$(Zxx\x1B(B").problems()), "line 2: not ISO-2022-JP")
      << "never passed through in silence";
}

TEST_F(EncodingTest, WideEncodingsAreDetectedWithAndWithoutBom) {
  const std::string text = "---\ntitle: T\n---\nbody";
  const auto wide = [&](std::size_t bytes, bool little) {
    std::string result;
    for (const char c : text) {
      std::string one(bytes, '\0');
      one[little ? 0 : bytes - 1] = c;
      result += one;
    }
    return result;
  };
  for (const std::string& content : {wide(2, true), wide(2, false), "\xFF\xFE\0\0"s + wide(4, true),
                                     "\0\0\xFE\xFF"s + wide(4, false)}) {
    Article& one = article(content);
    EXPECT_EQ(one.metadata()->title(), "T");
    EXPECT_EQ(one.body(), "body");
    EXPECT_EQ(describe(one.problems()), "");
  }
}

TEST_F(EncodingTest, AsciiInFirst4KbIsNoEvidence) {
  Article& one = article("---\nd: " + std::string(5'000, 'x') + "\ntitle: " + kAbout + "\n---\nb");
  EXPECT_EQ(one.metadata()->title(), "关于我们的说明文档");
  EXPECT_EQ(describe(one.problems()), "");
}

TEST_F(EncodingTest, ShortTitleIsDecodedByTheEvidenceOfFollowingLines) {
  // "插件", whose bytes are also Korean in EUC-KR
  const std::string title = "---\ntitle: \xB2\xE5\xBC\xFE\n---\n";
  EXPECT_EQ(article(title + kAbout).metadata()->title(), "插件");
  EXPECT_EQ(article(title + kAbout).body(), "关于我们的说明文档");
  EXPECT_EQ(article(title).metadata()->title(), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(describe(scan_->article().problems()), "line 2: not UTF-8");
}

TEST_F(EncodingTest, FrontMatterInUtf8DecidesForTheBody) {
  Article& one = article("---\ntitle: 字\n---\n" + kAbout);
  EXPECT_EQ(one.metadata()->title(), "字");
  EXPECT_EQ(describe(one.problems()), "line 4: not UTF-8");
}

TEST_F(EncodingTest, InvalidGb18030IsReportedWithItsLine) {
  Article& one = article("---\ntitle: " + kAbout + "\n---\na\nb\xFF\n");
  EXPECT_EQ(one.body(), "a\nb\uFFFD\n");
  EXPECT_EQ(one.metadata()->title(), "关于我们的说明文档");
  EXPECT_EQ(describe(one.problems()), "line 5: not GB18030");
}

TEST_F(EncodingTest, Utf16WithBom) {
  for (const bool little : {true, false}) {
    Article& one = article(utf16("---\ntitle: T\n---\nbo\0dy\n"s, little));
    EXPECT_EQ(one.metadata()->title(), "T");
    EXPECT_EQ(one.body(), "bo\0dy\n"s);
    EXPECT_EQ(describe(one.problems()), "");
  }
  EXPECT_EQ(article("\xFF\xFE").body(), "");
  EXPECT_EQ(article("\xFF\xFE"s + "a\0\n\0b"s).body(), "a\n\uFFFD")
      << "the file ends within a character";
  EXPECT_EQ(describe(scan_->article().problems()), "line 2: not UTF-16LE");
  EXPECT_EQ(article("\xFF\xFE"s + "\0\xDC"s + "a\0"s).body(), "\uFFFDa") << "half a surrogate pair";
}

TEST_F(EncodingTest, LongFileIsDecodedInPieces) {
  const std::string text = "---\ndescription: " + std::string(30'001, 'd') + "\ntitle: T\n---\n" +
                           std::string(2'000'001, 'x');
  Article& one = article(utf16(text, true));
  EXPECT_EQ(one.metadata()->title(), "T");
  EXPECT_EQ(one.body()->size(), 2'000'001U);
  EXPECT_EQ(describe(one.problems()), "");
  std::string chinese = "---\ntitle: " + kAbout + "\n---\nx";  // characters at odd offsets
  for (int i = 0; i < 20'000; ++i) chinese += kAbout;
  article(chinese).metadata();
  EXPECT_EQ(scan_->article().body()->size(), 1 + 20'000 * 27U);
  EXPECT_EQ(describe(scan_->article().problems()), "");
}

TEST_F(EncodingTest, OptionAppliesToFilesWithoutBom) {
  options_.article.encoding = "CP1252";
  EXPECT_EQ(article("---\ntitle: caf\xE9\n---\n\x80").metadata()->title(), "café");
  EXPECT_EQ(scan_->article().body(), "€");
  EXPECT_EQ(article("\xEF\xBB\xBF字").body(), "字");
  EXPECT_EQ(article(utf16("x", false)).body(), "x");
  options_.article.encoding = "UTF-8";
  EXPECT_EQ(describe(article("---\ntitle: A\n---\n" + kAbout).problems()), "line 4: not UTF-8");
}

TEST_F(EncodingTest, MaxFileSizeLimitsTheUndecodedBytes) {
  options_.article.max_file_size = 22;
  EXPECT_EQ(article(utf16("0123456789", true)).body(), "0123456789");
  EXPECT_EQ(describe(article(utf16("0123456789a", true)).problems()),
            "larger than max_file_size (22 bytes)");
}

TEST_F(EncodingTest, StrictThrowsOnlyForTheUndecodablePart) {
  options_.article.strict = true;
  Article& one = article("---\ntitle: " + kAbout + "\n---\n\xFF");
  EXPECT_EQ(one.metadata()->title(), "关于我们的说明文档");
  EXPECT_THROW(one.body(), Error);
}

TEST(Decoder, OpensOnlyNamesThatIconvKnows) {
  for (const char* const name : {"GB18030", "gbk", "BIG5", "SHIFT_JIS", "EUC-KR", "UTF-32LE"})
    EXPECT_TRUE(Decoder::open(name).has_value()) << name;
  for (const char* const name : {"", " ", "no-such", "GBK//IGNORE", "ASCII//TRANSLIT"})
    EXPECT_FALSE(Decoder::open(name).has_value()) << name;
}

TEST(Decoder, ErrorSkipsOneUnit) {
  Decoder decoder = *Decoder::open("UTF-32LE");
  std::string text;
  decoder.decode("\0\0\x11\0a\0\0"s, false, text);
  decoder.decode("\0b"s, true, text);
  EXPECT_EQ(text, "\uFFFDa\uFFFD");
  EXPECT_EQ(decoder.first_error(), 0U);
}

// Characters at the borders of the encoding, and malformed ones.
TEST(Decoder, Gb18030IsStrict) {
  Decoder decoder = *Decoder::open("GB18030");
  std::string text;
  decoder.decode("\x81\x30\x81\x30\xFE\x50\xA2\xE3\x84\x31\xA4\x39", true, text);
  EXPECT_EQ(text, "\u0080\u2E81\u20AC\uFFFF") << "four bytes, two, and the last of the plane";
  EXPECT_FALSE(decoder.first_error().has_value());
  for (const std::string bad : {"\xFF", "\x80", "\xB9\x7F", "\xB9 ", "\xFE\x39\xFE\x39"}) {
    Decoder strict = *Decoder::open("GB18030");
    std::string repaired;
    strict.decode(bad, true, repaired);
    EXPECT_TRUE(strict.first_error().has_value()) << repaired;
    EXPECT_TRUE(is_utf8(repaired));
  }
}

}  // namespace
}  // namespace articles
