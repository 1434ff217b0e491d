#include "kiosk/reading/client.h"

#include <chrono>
#include <utility>

#include "kiosk/eye/text_words.h"
#include "kiosk/reading/coverage.h"
#include "kiosk/reading/service.h"

namespace motlan {
namespace {

// Loading the model takes a third of a second, more on a busy machine.
constexpr std::chrono::seconds kStartPatience{20};
constexpr std::chrono::seconds kPagePatience = kReadingPatience + std::chrono::seconds{5};

Result<Child> start_child(const std::filesystem::path& program, const ReaderClient::Watch& watch) {
    // The library's threads make it five to ten times slower on two cores (capture design 7).
    auto child = Child::start(program, {"--text"}, {"OMP_THREAD_LIMIT=1"});
    if (!child) return child;
    if (watch) watch(child->number());
    const auto greeting = child->channel().receive(kStartPatience);
    if (!greeting || greeting->body.find("ready") == nullptr) return fail(Fault::EyeUnavailable);
    return child;
}

}  // namespace

bool PageReading::is_text_lost() const { return share < kLeastRead; }

Result<ReaderClient> ReaderClient::start(std::filesystem::path program, Watch watch) {
    auto child = start_child(program, watch);
    if (!child) return fail(child.error());
    return ReaderClient(std::move(program), std::move(watch), *std::move(child));
}

Result<PageReading> ReaderClient::read(const LegiblePage& page) {
    if (is_lost_) {
        auto child = start_child(program_, watch_);
        if (!child) return fail(child.error());
        child_ = *std::move(child);
    } else if (watch_) {
        watch_(child_.number());
    }
    auto memory = SharedMemory::copy_of(page.bits);
    if (!memory) return fail(Fault::EyeUnavailable);
    Message request{
        .body =
            Tree::Table{
                {"ask", "read"}, {"width", page.width}, {"height", page.height}, {"dpi", page.dpi}},
        .blocks = {}};
    request.blocks.push_back(*std::move(memory));
    is_lost_ = true;
    if (!child_.channel().send(request)) return fail(Fault::PictureUnreadable);
    const auto answer = child_.channel().receive(kPagePatience);
    if (!answer) return fail(Fault::PictureUnreadable);
    is_lost_ = false;
    if (answer->body.find("fault") != nullptr) return fail(Fault::PictureUnreadable);
    const Tree* words = answer->body.find("read");
    const double* share = words != nullptr ? words->real() : nullptr;
    if (answer->blocks.size() != 1 || share == nullptr) return fail(Fault::EyeUnavailable);
    auto text = text_of(answer->blocks.front().bytes());
    if (!text) return fail(Fault::EyeUnavailable);
    return PageReading{*std::move(text), *share};
}

}  // namespace motlan
