#include "kiosk/reading/service.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "kiosk/eye/sandbox.h"
#include "kiosk/eye/text_words.h"
#include "kiosk/reading/coverage.h"
#include "kiosk/reading/dotted_lines.h"

namespace motlan {
namespace {

constexpr std::int64_t kLongestSide = 1 << 15;
constexpr std::int64_t kHighestDpi = 4800;
// A small page that is read before the sandbox closes: whatever the library loads late is there
// then. No scan has so few dots per inch, so that it complains once and opens where it does so.
constexpr int kTrialSide = 256;
constexpr int kTrialDpi = 1;

Message refusal(Fault fault) { return {.body = Tree::Table{{"fault", code(fault)}}, .blocks = {}}; }

Result<LegiblePage> page_in(const Message& request) {
    const std::int64_t width = request.body.number_at("width");
    const std::int64_t height = request.body.number_at("height");
    const std::int64_t dpi = request.body.number_at("dpi");
    const bool is_sound = std::min({width, height, dpi}) > 0 &&
                          std::max(width, height) <= kLongestSide && dpi <= kHighestDpi;
    if (request.body.text_at("ask") != "read" || request.blocks.size() != 1 || !is_sound) {
        return fail(Fault::MessageMalformed);
    }
    return LegiblePage{static_cast<int>(width), static_cast<int>(height), static_cast<int>(dpi),
                       request.blocks.front().bytes()};
}

Result<Message> read(const Message& request, Recogniser& recogniser) {
    const auto page = page_in(request);
    if (!page) return fail(page.error());
    if (!page->is_sound()) return fail(Fault::PictureUnreadable);
    const Bytes print = without_dotted_lines(*page);
    const LegiblePage legible{page->width, page->height, page->dpi, print};
    auto text = recogniser.read(legible, kReadingLimit);
    if (!text) return fail(text.error());
    text->is_heading_unread = is_heading_unread(legible, *text);
    auto memory = SharedMemory::copy_of(words_of(*text));
    if (!memory) return fail(memory.error());
    Message message{.body = Tree::Table{{"read", read_share(legible, *text)}}, .blocks = {}};
    message.blocks.push_back(*std::move(memory));
    return message;
}

void try_once(Recogniser& recogniser) {
    Bytes bits(std::size_t{kTrialSide / 8} * kTrialSide);
    for (int y = 100; y < 130; ++y) {
        for (int x = 4; x < 24; x += 2)
            bits[static_cast<std::size_t>(y * kTrialSide / 8 + x)] = 0x7E;
    }
    (void)recogniser.read({kTrialSide, kTrialSide, kTrialDpi, bits}, kReadingLimit);
}

}  // namespace

Message answer(const Message& request, Recogniser& recogniser) {
    auto answered = read(request, recogniser);
    return answered ? *std::move(answered) : refusal(answered.error());
}

void serve_reader(Channel& channel, Recogniser& recogniser) {
    if (!channel.send({.body = Tree::Table{{"ready", true}}, .blocks = {}})) return;
    while (true) {
        const auto request = channel.receive(std::chrono::hours(1));
        if (!request && request.error() == Fault::LinkUnavailable) return;
        if (!request && request.error() == Fault::SourceSilent) continue;
        ::alarm(static_cast<unsigned>(kReadingPatience.count()));
        const bool is_sent =
            channel.send(request ? answer(*request, recogniser) : refusal(request.error()))
                .has_value();
        ::alarm(0);
        if (!is_sent) return;
    }
}

bool live_as_reader(Channel& channel) {
    // A tenth of what others get. With the lowest, a twentieth of that, two pages took longer than
    // a visit on a busy machine (measured: three seconds of work in three minutes).
    constexpr int kLowPriority = 10;
    auto recogniser = Recogniser::load();
    if (!recogniser) return false;
    try_once(*recogniser);
    // From here on: somebody does wait for the start.
    if (::setpriority(PRIO_PROCESS, 0, kLowPriority) != 0) return false;
    if (!enter_sandbox(channel.descriptor())) return false;
    serve_reader(channel, *recogniser);
    return true;
}

}  // namespace motlan
