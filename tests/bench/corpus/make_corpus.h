// A corpus like the first user's, the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace bench {

struct CorpusShape {
  std::size_t files = 20'000;
  std::size_t bytes = 7'000;  // of a file on average
};

// What queries over the corpus must answer.
struct CorpusFacts {
  std::size_t files = 0;
  std::uint64_t bytes = 0;
  std::size_t path_bytes = 0;      // of all paths below the root
  std::size_t title_bytes = 0;     // of all titles
  std::size_t august = 0;          // articles dated in August 2021
  std::size_t stocks = 0;          // codes, each once an article
  std::size_t text_bytes = 0;      // of all texts
  std::filesystem::path one_file;  // some file below the root
  std::string one_title;           // and its title
};

// Writes the corpus below `root` unless it is there already, and returns its facts. Every third
// title is malformed as the generator of the real corpus malforms it. Throws std::runtime_error.
CorpusFacts make_corpus(const std::filesystem::path& root, const CorpusShape& shape);

}  // namespace bench
