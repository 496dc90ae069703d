#include "make_corpus.h"

#include <array>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace bench {
namespace {

// Raised when what is written changes: an older corpus is then made anew.
constexpr int kVersion = 2;

constexpr std::array<std::string_view, 8> kFeeds{"国内", "国际", "股市", "基金",
                                                 "期货", "外汇", "科技", "宏观"};
constexpr std::array<std::string_view, 24> kWords{
    "市场", "公司", "季度", "营收",   "增长", "投资者", "分析师", "预计",
    "行业", "政策", "银行", "证券",   "科技", "能源",   "消费",   "医药",
    "上涨", "回落", "同比", "净利润", "公告", "交易",   "资金",   "板块"};
constexpr std::array<std::string_view, 6> kCodes{"sh600519", "sz300959", "sz000001",
                                                 "sh601318", "sz300750", "sh688981"};
constexpr std::size_t kBytesOfParagraph = 460;

// Not std::uniform_int_distribution: that gives other numbers with another library.
class Dice {
 public:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

 private:
  std::mt19937_64 engine_{20'210'801};
};

struct Post {
  std::string path;
  std::string title;
  std::string content;
  std::string text;
  std::set<std::string_view> codes;
  bool august = false;
};

std::string words(Dice& dice, std::size_t count) {
  std::string text;
  while (count-- > 0) text += kWords[dice.below(kWords.size())];
  return text;
}

std::string quoted(const std::string& title, std::size_t number) {
  const std::string plain = "'" + title + "'";
  if (number % 3 != 0) return plain;
  const std::string quotes(7 + 2 * (number / 3 % 3), '"');
  return quotes + plain + quotes;
}

void add_front_matter(Post& post, std::size_t number, std::string_view feed) {
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::size_t month = number % kMonths.size();
  post.august = month == 7;
  const std::string day = std::to_string(10 + number % 18);
  const std::string image = "https://img.example/" + std::to_string(number) + ".jpg";
  post.content = "\n---\ntitle: " + quoted(post.title, number) +
                 "\ncategories: \n    - 金融\n    - " + std::string(feed) +
                 " - 要闻\n\nheadimg: '" + image + "'\nauthor: " + std::string(feed) +
                 "\ncomments: false\ndate: " + day + ' ' + kMonths[month] +
                 " 2021 03:58:04 GMT\nthumbnail: '" + image + "'\n---\n\n";
}

// A paragraph that names a stock, as the pages mark it up.
void add_paragraph(Post& post, Dice& dice) {
  const std::string_view code = kCodes[dice.below(kCodes.size())];
  const std::string before = words(dice, 8);
  const std::string name = words(dice, 2);
  const std::string after = words(dice, 12);
  post.codes.insert(code);
  post.content += "<p cms-style=\"font-L\">　　" + before + "<span id=\"stock_" +
                  std::string(code) +
                  "\"><a href=\"https://finance.sina.com.cn/realstock/company/" +
                  std::string(code) + "/nc.shtml\" class=\"keyword\" target=\"_blank\">" + name +
                  "</a></span>" + after + "。</p>\n";
  if (!post.text.empty()) post.text += "\n\n";
  post.text += "　　" + before + name + after + "。";
}

Post make_post(std::size_t number, Dice& dice, const CorpusShape& shape) {
  const std::string_view feed = kFeeds[number % kFeeds.size()];
  Post post;
  post.title = words(dice, 6) + std::to_string(number);
  post.path = "source/_posts/金融/" + std::string(feed) + "/" +
              std::to_string(number / 1'000 % 10) + "/" + post.title + ".md";
  add_front_matter(post, number, feed);
  post.content += "<div>   \n";
  // From a quarter to seven quarters of the average.
  const std::size_t wanted = shape.bytes / 4 + dice.below(shape.bytes * 3 / 2);
  do add_paragraph(post, dice);
  while (post.content.size() + kBytesOfParagraph < wanted);
  post.content += "<!-- news_keyword_pub,stock, -->\n</div>\n" + std::string(12, '\n');
  return post;
}

void write(const std::filesystem::path& file, std::string_view content) {
  std::ofstream out(file, std::ios::binary);
  out << content;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

CorpusFacts make_corpus(const std::filesystem::path& root, const CorpusShape& shape) {
  const std::filesystem::path stamp = root / ".made";
  const std::string wanted = std::to_string(kVersion) + ' ' + std::to_string(shape.files) + ' ' +
                             std::to_string(shape.bytes);
  std::ifstream in(stamp);
  const std::string found{std::istreambuf_iterator<char>(in), {}};
  const bool is_made = found == wanted;
  if (!is_made) std::filesystem::remove_all(root);
  Dice dice;
  CorpusFacts facts;
  std::set<std::filesystem::path> folders;
  for (std::size_t i = 0; i < shape.files; ++i) {
    const Post post = make_post(i, dice, shape);
    ++facts.files;
    facts.bytes += post.content.size();
    facts.path_bytes += post.path.size();
    facts.title_bytes += post.title.size();
    facts.august += post.august ? 1 : 0;
    facts.stocks += post.codes.size();
    facts.text_bytes += post.text.size();
    facts.one_file = post.path;
    facts.one_title = post.title;
    if (is_made) continue;
    const std::filesystem::path file = root / post.path;
    if (folders.insert(file.parent_path()).second)
      std::filesystem::create_directories(file.parent_path());
    write(file, post.content);
  }
  if (!is_made) write(stamp, wanted);
  return facts;
}

}  // namespace bench
