// TagScanner against the reference tokenizer, and the table of elements.
#include "html/syntax/tag_scanner.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "../support/tag_scanner_reference.h"

namespace articles {
namespace {

void compare(std::string_view html) {
  EXPECT_TRUE(scanned_tokens(html) == ReferenceTokenizer(html).run()) << html;
}

// Compares the tokens of every string of `length` pieces.
void compare_all(const std::vector<std::string>& pieces, std::size_t length) {
  std::vector<std::size_t> number(length, 0);
  for (;;) {
    std::string html;
    for (const std::size_t i : number) html += pieces[i];
    compare(html);
    if (testing::Test::HasFailure()) return;
    std::size_t digit = 0;
    while (digit < length && ++number[digit] == pieces.size()) number[digit++] = 0;
    if (digit == length) return;
  }
}

TEST(TagScanner, AgreesWithTheReferenceOnAllShortStringsOfCharacters) {
  std::vector<std::string> pieces;
  for (const char c : std::string("<>a/!-= '\"?\n")) pieces.emplace_back(1, c);
  compare_all(pieces, 6);
}

TEST(TagScanner, AgreesWithTheReferenceOnAllShortStringsOfComments) {
  compare_all({"<!--", "-", "--", "!", ">", "<!", "a", "-->"}, 6);
}

TEST(TagScanner, AgreesWithTheReferenceOnAllShortStringsOfRawText) {
  compare_all({"<script>", "</script>", "</script", "</SCRIPT >", "<style a>", "</style/", "<p>",
               "<plaintext>", "<textarea/>", "a"},
              5);
}

TEST(TagScanner, AgreesWithTheReferenceOnNamesOfAllLengthsAndEnds) {
  for (const std::string_view name : {"p",
                                      "P",
                                      "h1",
                                      "DIV",
                                      "td",
                                      "wbr",
                                      "span",
                                      "TABLE",
                                      "strong",
                                      "section",
                                      "figure-",
                                      "blockquote",
                                      "abcdefgh",
                                      "abcdefghi",
                                      "sixteen-letters-",
                                      "seventeen-letters",
                                      "x-y",
                                      "p\x01",
                                      "p{",
                                      "p\u00e9",
                                      "P@",
                                      "h\x11",
                                      "p\xFF"})
    for (const std::string_view end :
         {">", "/>", " >", "\t>", "\n>", "\f>", "\r>", " a>", "/", "", "<", "-", "=1>"})
      for (const std::string_view after : {"", "b", "b c", "text behind </p> it"})
        for (const std::string_view slash : {"", "/"}) {
          std::string html = "<";
          html.append(slash).append(name).append(end).append(after);
          compare(html);
          compare("a" + html);
        }
}

TEST(TagScanner, ReadsAttributesThatContainTheEndOfATag) {
  const std::string_view html = "a<a x='>' y=\"<b>\" z>c";
  TagScanner scanner(html);
  ASSERT_TRUE(scanner.next());
  EXPECT_EQ(scanner.begin(), 1U);
  EXPECT_EQ(scanner.end(), html.size() - 1);
  EXPECT_EQ(scanner.attribute_count(), 3U);
  EXPECT_FALSE(scanner.next());
}

TEST(Elements, NamesAreUniqueLowerCaseAndFound) {
  std::set<std::string_view> names;
  for (const Element& element : kElements) {
    EXPECT_TRUE(names.insert(element.name).second) << element.name;
    EXPECT_EQ(ascii_lower(element.name), element.name);
    EXPECT_LE(element.name.size(), PackedName::kLongest);
    EXPECT_EQ(&element_named(element.name), &element);
  }
}

TEST(Elements, NamesAreFoundInAnyCaseAndOnlyAsAWhole) {
  EXPECT_EQ(element_named("BlockQuote").name, "blockquote");
  EXPECT_EQ(element_named("blockquot").name, "");
  EXPECT_EQ(element_named("blockquotes").name, "");
  EXPECT_EQ(element_named("").name, "");
  EXPECT_EQ(element_named(std::string(40, 'p')).name, "");
}

TEST(Elements, VoidElementsHoldNothingAndTextElementsHoldNoTags) {
  EXPECT_TRUE(element_named("br").has(kVoid));
  EXPECT_FALSE(element_named("p").has(kVoid));
  EXPECT_TRUE(element_named("title").holds_text_only());
  EXPECT_FALSE(element_named("title").has(kRawText));
  EXPECT_TRUE(element_named("script").has(kRawText));
  for (const Element& element : kElements)
    EXPECT_FALSE(element.has(kVoid) && element.holds_text_only()) << element.name;
}

}  // namespace
}  // namespace articles
