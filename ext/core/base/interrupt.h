// Looking at an InterruptCheck.
#pragma once

#include "articles/interrupt.h"

namespace articles {

// Throws Interrupted if `check` says that the work is to end.
inline void stop_if(const InterruptCheck& check) {
  if (check && check()) throw Interrupted();
}

}  // namespace articles
