// The HTML bodies that benchmarks in memory read: those of ARTICLES_CORPORA/rsshub, or else of
// examples/posts, repeated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "articles/corpus.h"

using Bodies = std::vector<std::string>;

inline Bodies read_bodies() {
  const char* const corpora = std::getenv("ARTICLES_CORPORA");
  const char* const source = std::getenv("ARTICLES_SOURCE");
  std::filesystem::path folder =
      std::filesystem::path(corpora != nullptr ? corpora : "") / "rsshub";
  if (!std::filesystem::is_directory(folder))
    folder = std::filesystem::path(source != nullptr ? source : ".") / "examples/posts";
  std::cerr << "bodies of " << folder.filename() << '\n';
  Bodies bodies;
  const articles::CorpusOptions options;
  articles::Scan scan(folder.string(), options, {});
  while (scan.next()) bodies.emplace_back(scan.article().html().value_or(""));
  return bodies;
}

// As many as have at least that many bytes together.
inline Bodies repeated_bodies(std::size_t bytes_wanted) {
  static const Bodies once = read_bodies();
  Bodies many;
  for (std::size_t bytes = 0, i = 0; bytes < bytes_wanted; bytes += many.back().size(), ++i)
    many.push_back(once[i % once.size()]);
  return many;
}

inline std::int64_t bytes_of(const Bodies& bodies) {
  std::size_t bytes = 0;
  for (const std::string& body : bodies) bytes += body.size();
  return static_cast<std::int64_t>(bytes);
}
