// The words that occur beside codes: labels, units, and what is and is not the name of a company.
#pragma once

#include <string_view>

namespace articles {

// The end of every label of a code (see code_labels.h). Alone it heads a column of codes, and
// counts within brackets behind a name: 贵州茅台（代码：600519）.
inline constexpr std::string_view kCodeWord = "代码";
// A column head with this word makes the table one of funds: its other numbers do not count.
inline constexpr std::string_view kFundWord = "基金";
// Heads of a column of company names.
inline constexpr std::string_view kNameWords[] = {"证券简称", "股票简称", "证券名称", "股票名称",
                                                  "公司简称", "公司名称", "基金简称", "基金名称",
                                                  "简称",     "名称"};

// Words that portals put into the brackets behind a code: links to their own pages.
inline constexpr std::string_view kPortalWords[] = {"股吧", "诊股"};

// Units: digits before one of these are an amount, not a code.
inline constexpr std::string_view kUnits[] = {"元", "万", "亿", "%", "人", "吨"};

// Endings of places (before a postal code), numbers, amounts, dates and function words; text ending
// in one is not a company name.
inline constexpr std::string_view kNonNameEndings[] = {
    "省",   "市",   "区",   "县", "镇", "乡", "村", "大街", "路",   "大道", "号",   "楼",   "室",
    "层",   "邮编", "码",   "编", "数", "额", "量", "价",   "万元", "亿元", "美元", "港元", "年",
    "月",   "日",   "期",   "第", "约", "共", "的", "了",   "为",   "是",   "至",   "到",   "群",
    "热线", "电话", "传真", "条", "章", "项", "表", "注",   "见",   "合计", "总计"};
// Words that end a sum or a size; text ending in one is not a company name.
inline constexpr std::string_view kSumWords[] = {
    "人民币", "欧元", "日元", "英镑", "资产", "注册资本", "奖金", "积分", "收入", "总投资", "增加",
    "减少",   "面积", "价格", "人口", "共有", "以上",     "以下", "第一", "第二", "第三"};
// What a site counts, and ways to reach a person; text ending in one is not a company name.
inline constexpr std::string_view kCounterWords[] = {
    "浏览", "阅读",   "点击", "评论", "转发", "点赞", "播放",   "下载", "用户", "订单",
    "运单", "身份证", "邮箱", "微信", "口令", "图片", "资料图", "海报", "来源"};
// Towns, whose postal codes look like stock codes; text ending in one is not a company name.
inline constexpr std::string_view kTowns[] = {
    "北京", "上海",   "天津",     "重庆",     "武汉", "广州", "深圳", "南京", "杭州",
    "成都", "西安",   "沈阳",     "长沙",     "郑州", "济南", "福州", "合肥", "哈尔滨",
    "长春", "石家庄", "太原",     "南昌",     "昆明", "贵阳", "南宁", "海口", "兰州",
    "西宁", "银川",   "呼和浩特", "乌鲁木齐", "拉萨", "苏州", "无锡", "青岛", "大连",
    "厦门", "宁波",   "南开",     "和平",     "武昌", "汉口", "汉阳"};
// Endings of open-end funds. These are not listed on an exchange, and their numbers overlap with
// those of shares.
inline constexpr std::string_view kOpenFundEndings[] = {"混合", "债券", "货币", "联接", "增强",
                                                        "股票", "配置", "理财", "定开", "指数",
                                                        "发起", "QDII", "FOF"};
// Managers of open-end funds: a name that begins with one is that of a fund.
inline constexpr std::string_view kFundManagers[] = {
    "中欧",     "天弘",     "易方达",     "嘉实",         "博时",     "富国",     "汇添富",
    "银华",     "鹏华",     "诺安",       "景顺长城",     "工银瑞信", "农银汇理", "信达澳银",
    "信达澳亚", "前海开源", "交银施罗德", "国投瑞银",     "上投摩根", "华宝兴业", "汇丰晋信",
    "浦银安盛", "民生加银", "光大保德信", "国海富兰克林", "泰达宏利", "华泰柏瑞", "申万菱信",
    "海富通",   "圆信永丰", "睿远",       "泓德"};
// Beginnings of the names of indices that end in a number: 沪深300. A fund that tracks the index
// begins with its manager's name instead.
inline constexpr std::string_view kIndexStems[] = {"沪深", "中证",   "上证", "深证", "国证",
                                                   "科创", "创业板", "北证", "中小", "央视"};
// Exceptions to kNonNameEndings: endings that do occur in company names, such as 大秦铁路 and
// 永辉超市.
inline constexpr std::string_view kCompanyEndings[] = {"铁路", "超市"};

// Function words that precede a name without a space and are not part of it.
inline constexpr std::string_view kLeadingWords[] = {
    "以及", "包括", "其中", "与", "及", "或", "对", "将", "把", "被", "从", "在", "是", "称", "即"};

// What is done with shares or said of them. A name does not end in one of these, and it may begin
// directly behind one: 易方达增持五粮液.
inline constexpr std::string_view kDealWords[] = {
    "买入", "卖出", "增持", "减持", "加仓", "减仓", "建仓", "清仓", "重仓", "举牌", "认购",
    "调研", "关注", "看好", "持有", "推荐", "代码", "简称", "股票", "个股", "旗下"};

}  // namespace articles
