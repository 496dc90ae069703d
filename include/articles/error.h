// What ends a query. A file that is bad is not an Error: see problem.h.
#pragma once

#include <stdexcept>
#include <string>

namespace articles {

// Its text is one sentence, UTF-8, that names what failed, where and why; the SQL layer shows it as
// it is.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace articles
