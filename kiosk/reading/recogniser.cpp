#include "kiosk/reading/recogniser.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <utility>

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>

#include "kiosk/core/utf8.h"
#include "kiosk/reading/coverage.h"

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

// The words that the library has found, as it would print them.
class FoundWords {
public:
    explicit FoundWords(tesseract::ResultIterator* words) : words_(words) {}

    void add_to(PageText& text, int first_line) {
        if (words_ == nullptr) return;
        int line = first_line - 1;
        do {
            if (words_->Empty(tesseract::RIL_WORD)) continue;
            if (words_->IsAtBeginningOf(tesseract::RIL_TEXTLINE) || line < first_line) ++line;
            add_word(text, line);
        } while (words_->Next(tesseract::RIL_WORD));
    }

private:
    void add_word(PageText& text, int line) {
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
        text.words.push_back(
            {.text = trimmed(*word),
             .left = std::clamp(left, 0, text.width),
             .top = std::clamp(top, 0, text.height),
             .width = std::clamp(right, left, text.width) - left,
             .height = std::clamp(bottom, top, text.height) - top,
             .confidence =
                 std::clamp(static_cast<int>(words_->Confidence(tesseract::RIL_WORD)), 0, 100),
             .line = line});
    }

    tesseract::ResultIterator* words_;
};

int lines_in(const PageText& text) {
    int lines = 0;
    for (const PageWord& word : text.words) lines = std::max(lines, word.line + 1);
    return lines;
}

// A signature or writing by hand makes lines of nothing but guesses: they are no text.
void drop_guesses(PageText& text) {
    struct Line {
        std::size_t letters = 0;
        std::size_t sureness = 0;
    };
    std::vector<Line> lines(static_cast<std::size_t>(lines_in(text)));
    for (const PageWord& word : text.words) {
        Line& line = lines[static_cast<std::size_t>(word.line)];
        line.letters += word.text.size();
        line.sureness += word.text.size() * static_cast<std::size_t>(word.confidence);
    }
    std::erase_if(text.words, [&](const PageWord& word) {
        const Line& line = lines[static_cast<std::size_t>(word.line)];
        return line.sureness < line.letters * kGuess;
    });
    int before = -1;
    int number = -1;
    for (PageWord& word : text.words) {
        if (std::exchange(before, word.line) != word.line) ++number;
        word.line = number;
    }
}

// Lines in the order of their places, numbered anew: what was read later belongs between them.
void sort_lines(PageText& text) {
    struct Line {
        int number;
        int middle;
    };
    std::vector<Line> lines;
    for (const PageWord& word : text.words) {
        if (lines.empty() || lines.back().number != word.line) {
            lines.push_back({word.line, word.top + word.height / 2});
        }
    }
    std::ranges::stable_sort(lines, {}, &Line::middle);
    std::vector<PageWord> sorted;
    int number = 0;
    for (const Line& line : lines) {
        for (PageWord& word : text.words) {
            if (word.line != line.number) continue;
            sorted.push_back(std::move(word));
            sorted.back().line = number;
        }
        ++number;
        std::erase_if(text.words, [&](const PageWord& word) { return word.text.empty(); });
    }
    text.words = std::move(sorted);
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

    void recognise(CpuTime end, PageText& text, int first_line) {
        if (cpu_time() >= end) return;
        tesseract::ETEXT_DESC limit;
        limit.cancel_this = &end;
        limit.cancel = [](void* last, int) { return cpu_time() >= *static_cast<CpuTime*>(last); };
        if (library.Recognize(&limit) != 0) return;
        const std::unique_ptr<tesseract::ResultIterator> words(library.GetIterator());
        FoundWords(words.get()).add_to(text, first_line);
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
    engine_->recognise(end, text, 0);
    const int margin = static_cast<int>(page.pixels(kMarginMm));
    const auto unread = unread_areas(page, text);
    for (const ReadArea& area : unread) {
        const int left = std::max(0, area.left - margin);
        const int top = std::max(0, area.top - margin);
        library.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
        library.SetRectangle(left, top, std::min(area.width + 2 * margin, page.width - left),
                             std::min(area.height + 2 * margin, page.height - top));
        engine_->recognise(end, text, lines_in(text));
    }
    drop_guesses(text);
    if (!unread.empty()) sort_lines(text);
    library.Clear();
    return text;
}

}  // namespace motlan
