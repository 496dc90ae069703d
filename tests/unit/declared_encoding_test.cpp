#include "encoding/declared.h"

#include <gtest/gtest.h>

#include <string>

namespace articles {
namespace {

// The name of the encoding that the page declares; empty if none counts.
std::string declared(std::string_view page) {
  const Encoding* const encoding = declared_encoding(page);
  return encoding == nullptr ? "" : encoding->name;
}

std::string labelled(std::string_view label) {
  const Encoding* const encoding = encoding_of_label(label);
  return encoding == nullptr ? "" : encoding->iconv_name;
}

TEST(EncodingLabels, HaveTheMeaningOfTheStandard) {
  EXPECT_EQ(labelled("iso-8859-1"), "CP1252");
  EXPECT_EQ(labelled("ascii"), "CP1252");
  EXPECT_EQ(labelled("windows-1252"), "CP1252");
  EXPECT_EQ(labelled("shift_jis"), "CP932");
  EXPECT_EQ(labelled("euc-kr"), "CP949");
  EXPECT_EQ(labelled("ks_c_5601-1987"), "CP949");
  EXPECT_EQ(labelled("big5"), "BIG5-HKSCS");
  EXPECT_EQ(labelled("gbk"), "GB18030");
  EXPECT_EQ(labelled("gb2312"), "GB18030");
  EXPECT_EQ(labelled("gb18030"), "GB18030");
  EXPECT_EQ(labelled("euc-jp"), "EUC-JP-MS");
  EXPECT_EQ(labelled("iso-8859-9"), "CP1254");
  EXPECT_EQ(labelled("tis-620"), "CP874");
  EXPECT_EQ(labelled("x-mac-ukrainian"), "MAC-UK");
  EXPECT_EQ(labelled(" \t\nGB2312\r\f"), "GB18030") << "any case, white space around it";
}

TEST(EncodingLabels, OthersDoNotCount) {
  for (const char* const label :
       {"", " ", "utf-8", "utf8", "utf-16le", "iso-2022-jp", "replacement", "x-user-defined",
        "klingon", "gbk gb2312", "cp936", "gbk\xC2\xA0"})
    EXPECT_EQ(labelled(label), "") << label;
}

TEST(DeclaredEncoding, MetaCharset) {
  EXPECT_EQ(declared("<meta charset=gbk>"), "GBK");
  EXPECT_EQ(declared("<!DOCTYPE html><HTML><Head><META\nCHARSET = 'Big5' ></head>"), "Big5");
  EXPECT_EQ(declared("<meta/charset=\"shift_jis\"/>"), "Shift_JIS");
  EXPECT_EQ(declared("<meta name=a charset=euc-kr content=b>"), "EUC-KR");
  EXPECT_EQ(declared("<meta charset=big5 charset=gbk>"), "Big5") << "the first attribute counts";
  EXPECT_EQ(declared("<metadata charset=gbk>"), "");
  EXPECT_EQ(declared("</meta charset=gbk>"), "");
  EXPECT_EQ(declared("meta charset=gbk"), "");
}

TEST(DeclaredEncoding, MetaContentNeedsItsPragma) {
  EXPECT_EQ(declared("<meta http-equiv=Content-Type content='text/html; charset=gb2312'>"), "GBK");
  EXPECT_EQ(declared("<meta content='text/html;charset = \"big5\"' http-equiv=content-type>"),
            "Big5");
  EXPECT_EQ(declared("<meta http-equiv=content-type content='a charset b charset=gbk;c'>"), "GBK");
  EXPECT_EQ(declared("<meta content='text/html; charset=gbk'>"), "");
  EXPECT_EQ(declared("<meta http-equiv=refresh content='0; charset=gbk'>"), "");
  EXPECT_EQ(declared("<meta http-equiv=content-type content='text/html; charset=\"gbk'>"), "");
  EXPECT_EQ(declared("<meta http-equiv=content-type content='text/html; charset='>"), "");
  EXPECT_EQ(declared("<meta http-equiv=content-type content='charset=gbk' charset=big5>"), "Big5");
  EXPECT_EQ(declared("<meta http-equiv=content-type charset=klingon content='charset=gbk'>"), "");
}

TEST(DeclaredEncoding, TheFirstOneThatTheStandardKnowsCounts) {
  EXPECT_EQ(declared("<meta charset=utf-8><meta charset=gbk>"), "");
  EXPECT_EQ(declared("<meta charset=iso-2022-kr><meta charset=gbk>"), "");
  EXPECT_EQ(declared("<meta charset=klingon><meta charset=gbk>"), "GBK");
}

TEST(DeclaredEncoding, CommentsAndAttributesDeclareNothing) {
  EXPECT_EQ(declared("<!-- <meta charset=gbk> --><meta charset=big5>"), "Big5");
  EXPECT_EQ(declared("<!--><meta charset=big5>"), "Big5") << "a comment of four characters";
  EXPECT_EQ(declared("<!-- <meta charset=gbk>"), "");
  EXPECT_EQ(declared("<p title='<meta charset=gbk>'><meta charset=big5>"), "Big5");
  EXPECT_EQ(declared("<?php <meta charset=gbk><meta charset=big5>"), "Big5");
  EXPECT_EQ(declared("<script>'<meta charset=gbk>'</script>"), "GBK") << "as the standard says";
  EXPECT_EQ(declared("1 < 2 <<meta charset=gbk>"), "GBK");
}

TEST(DeclaredEncoding, XmlDeclarationIsTheLastResort) {
  EXPECT_EQ(declared("<?xml version='1.0' encoding='gbk'?><html></html>"), "GBK");
  EXPECT_EQ(declared("<?xml version=\"1.0\" encoding = \"Big5\" ?>"), "Big5");
  EXPECT_EQ(declared("<?xml encoding='gbk'?><meta charset=big5>"), "Big5");
  EXPECT_EQ(declared("<?xml encoding='gbk'?><meta charset=utf-8>"), "");
  for (const char* const page :
       {" <?xml encoding='gbk'?>", "<?xml encoding='gbk'", "<?xml encoding=gbk?>",
        "<?xml encoding?>", "<?xml encoding=' gbk'?>", "<?xml encoding='gbk?>",
        "<?xml version='1.0'?>"})
    EXPECT_EQ(declared(page), "") << page;
}

TEST(DeclaredEncoding, OnlyTheFirst1024BytesCount) {
  const std::string meta = "<meta charset=gbk>";
  EXPECT_EQ(declared(std::string(1024 - meta.size(), ' ') + meta), "GBK");
  EXPECT_EQ(declared(std::string(1025 - meta.size(), ' ') + meta), "");
}

TEST(DeclaredEncoding, IsLookedForInPagesOnly) {
  const std::string page = "<html><meta charset=gbk></html>";
  EXPECT_TRUE(may_declare_encoding("a.md", page));
  EXPECT_TRUE(may_declare_encoding("a.md", "<!-- note -->\n" + page));
  EXPECT_TRUE(may_declare_encoding("a.md", "<?xml version='1.0'?>" + page));
  EXPECT_TRUE(may_declare_encoding("a.HTM", "text " + page));
  EXPECT_FALSE(may_declare_encoding("a.md", "text " + page));
  EXPECT_FALSE(may_declare_encoding("a.md", "<https://example.org> " + page));
  EXPECT_FALSE(may_declare_encoding("a.md", "<!-- " + std::string(1024, ' ') + "-->" + page));
}

}  // namespace
}  // namespace articles
