// The words beside a number that make it a code, and what is no name of a company.
#pragma once

#include <string>
#include <string_view>

#include "stocks/ranges.h"

namespace articles {

// Before a colon and a code; the head of a column of codes.
inline constexpr std::string_view kCodeWords[] = {"证券代码", "股票代码"};
// Heads a column of codes, and says too little before a colon.
inline constexpr std::string_view kColumnWord = "代码";
// In another head of the table: its numbers are those of funds.
inline constexpr std::string_view kFundWord = "基金";
// Heads of the column of names beside it.
inline constexpr std::string_view kNameWords[] = {"证券简称", "股票简称", "证券名称", "股票名称",
                                                  "公司简称", "公司名称", "基金简称", "基金名称",
                                                  "简称",     "名称"};

// Behind the code in brackets: links of portals.
inline constexpr std::string_view kPortalWords[] = {"股吧", "诊股"};

// The digits before it count something.
inline constexpr std::string_view kUnits[] = {"元", "万", "亿", "%", "人", "吨"};

// What ends in one of these is no name of a company: places, as of postal codes, numbers of things,
// amounts, dates.
inline constexpr std::string_view kNoNames[] = {
    "省",   "市",   "区",   "县", "镇", "乡", "村", "大街", "路",   "大道", "号",   "楼",   "室",
    "层",   "邮编", "码",   "编", "数", "额", "量", "价",   "万元", "亿元", "美元", "港元", "年",
    "月",   "日",   "期",   "第", "约", "共", "的", "了",   "为",   "是",   "至",   "到",   "群",
    "热线", "电话", "传真", "条", "章", "项", "表", "注",   "见",   "合计", "总计"};
// Nor is what ends in one of these a name: sums and sizes,
inline constexpr std::string_view kSums[] = {
    "人民币", "欧元", "日元", "英镑", "资产", "注册资本", "奖金", "积分", "收入", "总投资", "增加",
    "减少",   "面积", "价格", "人口", "共有", "以上",     "以下", "第一", "第二", "第三"};
// what a site counts, and how somebody is reached,
inline constexpr std::string_view kCounters[] = {
    "浏览", "阅读",   "点击", "评论", "转发", "点赞", "播放",   "下载", "用户", "订单",
    "运单", "身份证", "邮箱", "微信", "口令", "图片", "资料图", "海报", "来源"};
// towns by name alone, before a postal code.
inline constexpr std::string_view kTowns[] = {
    "北京", "上海",   "天津",     "重庆",     "武汉", "广州", "深圳", "南京", "杭州",
    "成都", "西安",   "沈阳",     "长沙",     "郑州", "济南", "福州", "合肥", "哈尔滨",
    "长春", "石家庄", "太原",     "南昌",     "昆明", "贵阳", "南宁", "海口", "兰州",
    "西宁", "银川",   "呼和浩特", "乌鲁木齐", "拉萨", "苏州", "无锡", "青岛", "大连",
    "厦门", "宁波",   "南开",     "和平",     "武昌", "汉口", "汉阳"};
// Funds that no exchange lists, whose numbers are those of shares, too.
inline constexpr std::string_view kOpenFunds[] = {"混合", "债券", "货币", "联接", "增强",
                                                  "股票", "配置", "理财", "定开", "指数",
                                                  "发起", "QDII", "FOF"};
// Houses of such funds, in whose names no company has one; but for those of an exchange's own.
inline constexpr std::string_view kFundHouses[] = {
    "中欧",     "天弘",     "易方达",     "嘉实",         "博时",     "富国",     "汇添富",
    "银华",     "鹏华",     "诺安",       "景顺长城",     "工银瑞信", "农银汇理", "信达澳银",
    "信达澳亚", "前海开源", "交银施罗德", "国投瑞银",     "上投摩根", "华宝兴业", "汇丰晋信",
    "浦银安盛", "民生加银", "光大保德信", "国海富兰克林", "泰达宏利", "华泰柏瑞", "申万菱信",
    "海富通",   "圆信永丰", "睿远",       "泓德"};
// What the names of indices with a number begin with: 沪深300, and not the fund that tracks it.
inline constexpr std::string_view kIndexStems[] = {"沪深", "中证",   "上证", "深证", "国证",
                                                   "科创", "创业板", "北证", "中小", "央视"};
// And what is a name for all that: 大秦铁路, 永辉超市.
inline constexpr std::string_view kNamesForAllThat[] = {"铁路", "超市"};

// Words before a name that are none of it.
inline constexpr std::string_view kBeforeName[] = {
    "以及", "包括", "其中", "与", "及", "或", "对", "将", "把", "被", "从", "在", "是", "称", "即"};

// What is done with shares, or said of them: no name ends in it, and one may begin behind it.
inline constexpr std::string_view kDeals[] = {
    "买入", "卖出", "增持", "减持", "加仓", "减仓", "建仓", "清仓", "重仓", "举牌", "认购",
    "调研", "关注", "看好", "持有", "推荐", "代码", "简称", "股票", "个股", "旗下"};

// What the text that ends at a bracket ends in.
Beside beside(std::string_view before);

// The name that `before` ends in: the characters behind the last punctuation; "" where these are
// none or too many for a short name. Brackets that stand around it are not part of it.
std::string name_at_end(std::string_view before);

// The same where nothing stands between name and code: 贵州茅台SH600519. A short one is more likely
// a verb.
std::string glued_name(std::string_view before);

// A text that is beside a code in markup, as a name: tags are gone already; brackets around it and
// a code in brackets behind it go here. "": it is none.
std::string clean_name(std::string_view text);

}  // namespace articles
