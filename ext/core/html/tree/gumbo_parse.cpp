#include "html/tree/gumbo_parse.h"

#include <csetjmp>
#include <exception>

#include "html/tree/input_limits.h"

namespace articles {
namespace {

// gumbo allocates through this. Where it must end, the allocator leaves it by a jump over its
// frames, which are plain C. No object in these frames has a destructor: the jump would skip it.
struct Run {
  Arena& arena;
  const InterruptCheck& interrupted;
  std::jmp_buf leave;
  GumboParse result;
  std::size_t unchecked = 0;    // bytes since `interrupted` was asked
  std::exception_ptr thrown{};  // by `interrupted`
  bool stack_grew = false;      // the next memory that is freed may be the stack before it grew
};

// gumbo's stacks begin with room for 10 or 5 pointers and double: their sizes in bytes are 5 times
// a power of two. The vectors of children and attributes have powers of two. The buffers of text
// have such sizes, too; their contents tell them apart.
constexpr std::size_t kGrownStackBytes = 2 * kMostParserElements * sizeof(void*);

constexpr std::size_t kBytesPerCheck = 1 << 20;

bool is_interrupted(Run& run) noexcept {
  try {
    stop_if(run.interrupted);
    return false;
  } catch (...) {
    run.thrown = std::current_exception();
    return true;
  }
}

void* allocate(void* user_data, std::size_t size) {
  Run& run = *static_cast<Run*>(user_data);
  run.unchecked += size;
  if (run.unchecked >= kBytesPerCheck) {
    run.unchecked = 0;
    if (is_interrupted(run)) std::longjmp(run.leave, 1);
  }
  void* const memory = run.arena.allocate(size);
  if (memory == nullptr) {
    run.result.end = GumboParse::End::OutOfMemory;
    std::longjmp(run.leave, 1);
  }
  run.stack_grew = size == kGrownStackBytes;
  return memory;
}

// Whether these are the bytes of a pointer. Text has none that are zero; the third of gumbo's
// stacks has small numbers.
bool is_pointer(const void* value) {
  constexpr std::uintptr_t kSmallest = 1 << 16;
  constexpr int kAddressBits = 48;
  const auto bits = reinterpret_cast<std::uintptr_t>(value);
  return bits >= kSmallest && bits >> kAddressBits == 0;
}

// A vector that grows is copied, then the old one is freed, which was full.
void deallocate(void* user_data, void* memory) {
  Run& run = *static_cast<Run*>(user_data);
  if (!run.stack_grew) return;
  run.stack_grew = false;
  auto* const* const stack = static_cast<GumboNode* const*>(memory);
  if (!is_pointer(stack[0])) return;
  run.result.end = GumboParse::End::TooDeep;
  run.result.deep_tag = stack[kMaxOpenElements]->v.element.start_pos.offset;
  std::longjmp(run.leave, 1);
}

}  // namespace

GumboParse gumbo_parse(Arena& arena, const char* text, std::size_t size, GumboTag context,
                       const InterruptCheck& interrupted) {
  Run run{arena, interrupted, {}, {}};
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = &run;
  options.max_errors = 0;  // each error would copy the stack of open elements
  options.fragment_context = context;
  if (setjmp(run.leave) == 0) run.result.output = gumbo_parse_with_options(&options, text, size);
  if (run.thrown) std::rethrow_exception(run.thrown);
  return run.result;
}

}  // namespace articles
