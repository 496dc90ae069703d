#include "sqlite/table/options.h"

#include "connection.h"
#include "sqlite/table/module_arguments.h"

namespace articles::sql {
namespace {

TEST(Options, SetterFillsTheOptions) {
  TableOptions options;
  OptionSetter setter(options);
  setter.set({"glob", "*.md"});
  setter.set({"EXCLUDE", "drafts/**"});
  setter.set({"hidden", "1"});
  setter.set({"max_file_size", "1048576"});
  setter.set({"threads", "3"});
  setter.set({"pushdown", "0"});
  EXPECT_EQ(options.walk.glob->pattern(), "*.md");
  EXPECT_EQ(options.walk.exclude->pattern(), "drafts/**");
  EXPECT_TRUE(options.walk.hidden);
  EXPECT_EQ(options.article.max_file_size, 1'048'576U);
  EXPECT_EQ(options.threads, 3U);
  EXPECT_FALSE(options.pushdown);
}

TEST(Options, EachAtMostOnce) {
  TableOptions options;
  OptionSetter setter(options);
  setter.set({"hidden", "1"});
  EXPECT_EQ(message_of([&] { setter.set({"Hidden", "0"}); }), "option hidden: it is given twice");
}

TEST(Options, NamesAreUniqueAndUsageBeginsWithTheName) {
  std::set<std::string> names;
  for (const Option& option : options()) {
    EXPECT_TRUE(names.insert(option.name).second) << option.name;
    EXPECT_EQ(std::string(option.usage).rfind(std::string(option.name) + "=", 0), 0U);
    EXPECT_EQ(read_quoted_setting(option.usage)->name, option.name);
  }
}

TEST(ModuleArguments, OptionsAndColumnsInAnyOrder) {
  const ModuleArguments read =
      read_module_arguments({"'my ''posts'''", "slug TEXT", "glob='*.md'", "\"page-type\"",
                             "hidden=1", "[views] integer"});
  EXPECT_EQ(read.directory, "my 'posts'");
  EXPECT_EQ(read.options.walk.glob->pattern(), "*.md");
  EXPECT_TRUE(read.options.walk.hidden);
  ASSERT_EQ(read.columns.size(), 3U);
  EXPECT_EQ(read.columns[0].key, "slug");
  EXPECT_EQ(read.columns[0].type, "TEXT");
  EXPECT_EQ(read.columns[1].key, "page-type");
  EXPECT_EQ(read.columns[1].type, "");
  EXPECT_EQ(read.columns[2].key, "views");
  EXPECT_EQ(read.columns[2].type, "INTEGER");
}

}  // namespace
}  // namespace articles::sql
