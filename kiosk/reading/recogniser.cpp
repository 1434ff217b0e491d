#include "kiosk/reading/recogniser.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <memory>
#include <utility>
#include <vector>

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include "kiosk/core/utf8.h"
#include "kiosk/reading/coverage.h"
#include "kiosk/reading/reading_order.h"

namespace motlan {
namespace {

constexpr int kLeastSide = 16;
// A part of the page that was left unread is read once more with this much around it.
constexpr double kMarginMm = 1;
constexpr double kMillimetresPerInch = 25.4;
// A line whose letters have less confidence on average was guessed; lines of print have over 80.
constexpr std::size_t kGuess = 50;

using CpuTime = std::chrono::milliseconds;

// What this process has computed so far. A busy machine takes longer without doing more.
CpuTime cpu_time() {
    timespec spent{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return std::chrono::duration_cast<CpuTime>(std::chrono::seconds(spent.tv_sec) +
                                               std::chrono::nanoseconds(spent.tv_nsec));
}

struct Free {
    void operator()(char* text) const { delete[] text; }
};

// What the library has found, block by block, as it would print them.
class FoundWords {
public:
    FoundWords(tesseract::ResultIterator* words, const LegiblePage& page)
        : words_(words), page_(page) {}

    std::vector<BlockOfLines> blocks() {
        std::vector<BlockOfLines> found;
        if (words_ == nullptr) return found;
        do {
            if (words_->Empty(tesseract::RIL_WORD)) continue;
            if (words_->IsAtBeginningOf(tesseract::RIL_BLOCK) || found.empty())
                found.emplace_back();
            BlockOfLines& block = found.back();
            if (words_->IsAtBeginningOf(tesseract::RIL_TEXTLINE) || block.empty())
                block.emplace_back();
            add_word(block.back());
        } while (words_->Next(tesseract::RIL_WORD));
        return found;
    }

private:
    void add_word(LineOfWords& line) {
        const std::unique_ptr<char, Free> letters(words_->GetUTF8Text(tesseract::RIL_WORD));
        if (letters == nullptr) return;
        const auto word = to_nfc(letters.get());
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        if (!word || trimmed(*word).empty() ||
            !words_->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) {
            return;
        }
        line.push_back({.text = trimmed(*word),
                        .left = std::clamp(left, 0, page_.width),
                        .top = std::clamp(top, 0, page_.height),
                        .width = std::clamp(right, left, page_.width) - left,
                        .height = std::clamp(bottom, top, page_.height) - top,
                        .confidence = std::clamp(
                            static_cast<int>(words_->Confidence(tesseract::RIL_WORD)), 0, 100)});
    }

    tesseract::ResultIterator* words_;
    const LegiblePage& page_;
};

bool is_guessed(const LineOfWords& line) {
    std::size_t letters = 0;
    std::size_t sureness = 0;
    for (const PageWord& word : line) {
        letters += word.text.size();
        sureness += word.text.size() * static_cast<std::size_t>(word.confidence);
    }
    return sureness < letters * kGuess;
}

// A signature or writing by hand makes lines of nothing but guesses: they are no text.
std::vector<BlockOfLines> without_guesses(std::vector<BlockOfLines> blocks) {
    for (BlockOfLines& block : blocks) {
        std::erase_if(block,
                      [](const LineOfWords& line) { return line.empty() || is_guessed(line); });
    }
    std::erase_if(blocks, [](const BlockOfLines& block) { return block.empty(); });
    return blocks;
}

}  // namespace

bool LegiblePage::is_sound() const {
    return std::min(width, height) >= kLeastSide && dpi > 0 &&
           bits.size() == row_bytes() * static_cast<std::size_t>(height);
}

double LegiblePage::pixels(double millimetres) const {
    return millimetres * dpi / kMillimetresPerInch;
}

double LegiblePage::millimetres(int pixels) const { return pixels * kMillimetresPerInch / dpi; }

struct Recogniser::Engine {
    tesseract::TessBaseAPI library;

    std::vector<BlockOfLines> recognise(CpuTime end, const LegiblePage& page) {
        if (cpu_time() >= end) return {};
        tesseract::ETEXT_DESC limit;
        limit.cancel_this = &end;
        limit.cancel = [](void* last, int) { return cpu_time() >= *static_cast<CpuTime*>(last); };
        if (library.Recognize(&limit) != 0) return {};
        const std::unique_ptr<tesseract::ResultIterator> words(library.GetIterator());
        return FoundWords(words.get(), page).blocks();
    }
};

Recogniser::Recogniser(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;
Recogniser::~Recogniser() = default;

Result<Recogniser> Recogniser::load(const std::filesystem::path& models) {
    auto engine = std::make_unique<Engine>();
    const char* folder = models.empty() ? nullptr : models.c_str();
    if (engine->library.Init(folder, "vie", tesseract::OEM_LSTM_ONLY) != 0) {
        return fail(Fault::EyeUnavailable);
    }
    engine->library.SetVariable("debug_file", "/dev/null");
    return Recogniser(std::move(engine));
}

Result<PageText> Recogniser::read(const LegiblePage& page, std::chrono::milliseconds patience) {
    if (!page.is_sound()) return fail(Fault::PictureUnreadable);
    const CpuTime end = cpu_time() + patience;
    PageText text{.width = page.width, .height = page.height, .dpi = page.dpi, .words = {}};
    tesseract::TessBaseAPI& library = engine_->library;
    library.SetPageSegMode(tesseract::PSM_AUTO);
    // Set bits are paper to the library. It reads the other way round too, but then tries each line
    // twice, which takes half as long again.
    Bytes paper(page.bits.begin(), page.bits.end());
    for (std::uint8_t& byte : paper) byte = static_cast<std::uint8_t>(~byte);
    library.SetImage(paper.data(), page.width, page.height, 0, static_cast<int>(page.row_bytes()));
    library.SetSourceResolution(page.dpi);
    const auto found = engine_->recognise(end, page);
    text.words = words_in(found);
    std::vector<BlockOfLines> blocks = without_guesses(found);
    const int margin = static_cast<int>(page.pixels(kMarginMm));
    for (const ReadArea& area : unread_areas(page, text)) {
        const int left = std::max(0, area.left - margin);
        const int top = std::max(0, area.top - margin);
        library.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
        library.SetRectangle(left, top, std::min(area.width + 2 * margin, page.width - left),
                             std::min(area.height + 2 * margin, page.height - top));
        for (const BlockOfLines& late : without_guesses(engine_->recognise(end, page)))
            place_late(late, blocks);
    }
    text.words = words_in(blocks);
    library.Clear();
    return text;
}

}  // namespace motlan
