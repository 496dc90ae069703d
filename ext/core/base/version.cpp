#include "articles/version.h"

namespace articles {

std::string_view version() noexcept {
  return ARTICLES_VERSION;
}

std::string build_facts() {
  std::string text = "articles: ";
  text += version();
  text += "\ncompiler: " __VERSION__ "\n";
#ifdef NDEBUG
  text += "assertions: off\n";
#else
  text += "assertions: on\n";
#endif
#if defined(__SANITIZE_ADDRESS__)
  text += "sanitizer: address\n";
#elif defined(__SANITIZE_THREAD__)
  text += "sanitizer: thread\n";
#endif
  return text;
}

}  // namespace articles
