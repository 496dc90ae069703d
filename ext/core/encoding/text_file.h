// A file's bytes as UTF-8 text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "articles/error.h"
#include "articles/file_stat.h"
#include "articles/problem.h"
#include "encoding/declared.h"
#include "encoding/decoder.h"
#include "encoding/encodings.h"
#include "files/entry.h"
#include "files/file.h"

namespace articles {

// Where a text's body begins.
struct BodyPosition {
  std::size_t begin = 0;             // offset in the text
  std::size_t front_matter_end = 0;  // offset behind the front matter; 0 if there is none
  int line = 1;                      // 1-based line on which the body begins
};

// A file that is read from its beginning as far as needed, and decoded on the way. Its encoding is
// the first of: that of a byte order mark; the option; UTF-16 if the bytes have its NULs, and
// ISO-2022-JP if they have its escapes; what an HTML body declares; UTF-8 if the bytes are valid;
// GB18030 if they look like it; UTF-8. "The bytes" are the front matter if it is not ASCII, and
// else the body. A declaration does not count for valid UTF-8 that is not ASCII if it names an
// encoding of single bytes, or if a sequence has three or more bytes: pages that were converted to
// UTF-8 often keep their old declaration.
//
// All text is of one file, even if another takes its name: after close() the file is opened again
// only if it still begins with the bytes that were read. Thread-compatible.
class TextFile {
 public:
  // So many bytes are read first; they are what the guess of an encoding is based on.
  static constexpr std::size_t kFirstBytes = 4096;

  // `encoding` is the option: a name that iconv knows, or empty to detect the encoding. It must
  // outlive the file. A file of more than `max_size` bytes cannot be read.
  TextFile(const std::string& encoding, const std::uint64_t& max_size) noexcept
      : encoding_option_(encoding), max_size_(max_size) {}

  // open() and grow() throw Interrupted if `interrupted` says so.

  // Opens another file, whose text is empty until grow(). On failure adds a problem and returns
  // false.
  bool open(const Entry& entry, Problems& problems, const InterruptCheck& interrupted);

  // Reads on until `size` bytes of the file are read or it ends; opens it again after close(). On
  // failure adds a problem and returns false; then call nothing but open().
  // REQUIRES: open() returned true
  bool grow(const Entry& entry, std::size_t size, Problems& problems,
            const InterruptCheck& interrupted);

  // Closes the file descriptor and keeps the text.
  void close() noexcept { file_.reset(); }

  // As of the last time that the file was opened.
  const FileStat& stat() const noexcept { return stat_; }

  bool is_complete() const noexcept { return complete_; }  // the file was read to its end
  std::size_t bytes_read() const noexcept { return raw().size(); }

  // UTF-8, except for what is not valid in the file. Views of it are valid until the next grow().
  std::string_view text() const noexcept { return text_; }

  enum class Detection {
    Kept,       // the text stays as it is
    Decoded,    // the text was decoded anew, and so is another
    NeedsMore,  // the file must be read up to kDeclarationBytes of its body, and this called again
  };
  // Decides the encoding by the front matter. `file` is the name of the file.
  Detection detect_by_front_matter(std::string_view file, const BodyPosition& body,
                                   Problems& problems);

  // Adds a problem if something before the body could not be decoded.
  void check_head(const BodyPosition& body, Problems& problems) const;

  // The body as valid UTF-8; U+FFFD replaces what is not, and the first such place is added as a
  // problem. The view is valid until the next call of a non-const method. Call it once per file.
  // REQUIRES: is_complete()
  std::string_view decode_body(std::string_view file, const BodyPosition& body, Problems& problems);

  // The bytes of memory that the text takes.
  std::size_t memory() const noexcept;

  // Frees buffers larger than `kept` bytes. All views are invalid.
  void trim(std::size_t kept) noexcept;

 private:
  bool reopen(const Entry& entry, Problems& problems, const InterruptCheck& interrupted);
  const char* stated_encoding() const noexcept;
  bool is_to_be_detected() const noexcept;
  std::string_view first_lines() const noexcept;
  std::string_view front_matter_of(const BodyPosition& body) const noexcept;
  Detection start_decoding(const char* name, const char* iconv_name, Problems& problems);
  const Encoding* encoding_of_body(std::string_view file, const BodyPosition& body,
                                   bool is_valid) const noexcept;
  bool decode_body_as(const Encoding& encoding, const BodyPosition& body, Problems& problems);
  std::string_view body_of(const BodyPosition& body) const noexcept;
  void add_decoding_error(const BodyPosition& body, bool in_body, Problems& problems) const;
  const std::string& raw() const noexcept { return decoder_ ? raw_ : text_; }
  std::string& raw() noexcept { return decoder_ ? raw_ : text_; }

  const std::string& encoding_option_;
  const std::uint64_t& max_size_;
  std::optional<File> file_;
  FileStat stat_;
  bool complete_ = false;
  std::string text_;                // the file's bytes, or what the decoder made of raw_
  std::optional<Decoder> decoder_;  // only if the file is not read as UTF-8
  const char* encoding_ = "";       // the decoder's, as messages name it
  std::string raw_;                 // the file's bytes if there is a decoder
  std::string body_;                // only if the body is not UTF-8
};

}  // namespace articles
