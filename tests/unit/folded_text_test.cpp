#include "base/folded_text.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

TEST(FoldedText, MapsOffsetsToTheTextAsWritten) {
  const std::string written = "a（６）&#40;b&amp;&bogus;&#x110000;中";
  FoldedText folded(written, 0);
  EXPECT_EQ(folded.text(), "a(6)(b&&bogus;&#x110000;中");
  EXPECT_EQ(folded.written_at(0), 0U);
  EXPECT_EQ(folded.written_at(1), written.find("（"));
  EXPECT_EQ(folded.written_at(2), written.find("６"));
  EXPECT_EQ(folded.written_at(4), written.find("&#40;"));
  EXPECT_EQ(folded.written_at(5), written.find('b'));
  EXPECT_EQ(folded.written_at(6), written.find("&amp;"));
  EXPECT_EQ(folded.written_at(7), written.find("&bogus;"));
  EXPECT_EQ(folded.written_at(folded.text().find("中")), written.find("中"));
}

TEST(FoldedText, DoesNotFoldTheKeptBytes) {
  FoldedText folded("（６（６", 6);
  EXPECT_EQ(folded.text(), "（６(6");
  EXPECT_EQ(folded.written_at(7), 9U);
}

TEST(FoldedText, FoldsWidthAndWideSpaces) {
  EXPECT_EQ(fold_width("ＡＺａｚ０９．：＄～　\u00A0中"), "AZaz09.:$~  中");
  EXPECT_EQ(fold_width("\xEF\xBC"), "\xEF\xBC");
  EXPECT_EQ(trim_wide_spaces("　\n\u00A0 a b　 "), "a b");
  EXPECT_EQ(trim_wide_spaces("　"), "");
}

TEST(FoldedText, DecodesReferences) {
  EXPECT_EQ(decode_references("&lpar;&rpar;&colon;&period;&dollar;&nbsp;&copy;"), "():.$\u00A0©");
  EXPECT_EQ(decode_references("&lang;a&rang;"), "\u27E8a\u27E9") << "as in HTML, not HTML 4";
  EXPECT_EQ(decode_references("& &; &# &#; &#x; &#xZ; &amp &#0; &#xD800;"),
            "& &; &# &#; &#x; &#xZ; &amp &#0; &#xD800;");
}

}  // namespace
}  // namespace articles
