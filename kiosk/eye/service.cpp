#include "kiosk/eye/service.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>
#include <vector>

#include "kiosk/core/paper_hint.h"
#include "kiosk/eye/picture_words.h"
#include "kiosk/eye/text_words.h"
#include "kiosk/imaging/card_hint.h"
#include "kiosk/imaging/colour.h"
#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/legible.h"
#include "kiosk/imaging/packed_layers.h"
#include "kiosk/imaging/page_file.h"
#include "kiosk/imaging/page_glare.h"
#include "kiosk/imaging/picture_file.h"
#include "kiosk/imaging/prepared_page.h"
#include "kiosk/imaging/resize.h"

namespace motlan {
namespace {

constexpr unsigned kLongestSeconds = 10;
constexpr int kAnyHeight = 1 << 20;

Message refusal(Fault fault) { return {.body = Tree::Table{{"fault", code(fault)}}, .blocks = {}}; }

Result<Message> with_blocks(Tree::Table body, std::initializer_list<ByteView> blocks) {
    Message message{.body = std::move(body), .blocks = {}};
    for (const ByteView bytes : blocks) {
        auto memory = SharedMemory::copy_of(bytes);
        if (!memory) return fail(memory.error());
        message.blocks.push_back(*std::move(memory));
    }
    return message;
}

ByteView first_block(const Message& request) {
    return request.blocks.empty() ? ByteView{} : request.blocks.front().bytes();
}

Result<EncodedView> picture_in(const Message& request) {
    const Tree* words = request.body.find("picture");
    if (words == nullptr) return fail(Fault::MessageMalformed);
    return picture_of(*words, first_block(request));
}

Tree::Table words_of(const CodeReading& reading, CardHint hint, const Image& grey) {
    Tree::Table words{{"hint", name(hint)}, {"step", reading.step}, {"pictures", reading.pictures}};
    if (reading.place) words.emplace("side", std::min(reading.place->width, reading.place->height));
    if (reading.place) words.emplace("room", std::min(grey.width, grey.height));
    if (reading.payload) words.emplace("payload", to_base64(*reading.payload));
    return words;
}

Result<Image> viewfinder(const EncodedView& picture) {
    const DecodeAs how{
        .format = PixelFormat::Rgba, .damage = Damage::Accept, .least_width = kPreviewWidth};
    return decode_picture(picture, how).transform([](const Image& image) {
        return shrunk_to_fit(image.view(), kPreviewWidth, kAnyHeight);
    });
}

Result<Message> answer_card(const Message& request, EyeMemory& memory) {
    const auto picture = picture_in(request);
    if (!picture) return fail(picture.error());
    // A camera's next picture is better than none; what stands alone is whole or refused.
    const bool goes_on = request.body.truth_at("goes_on");
    const auto grey =
        decode_picture(*picture, {.damage = goes_on ? Damage::Accept : Damage::Refuse});
    if (!grey) return fail(grey.error());
    if (!goes_on) memory.forget_card();
    const CodeReading reading = memory.reader.look(grey->view());
    const CardHint hint =
        goes_on ? memory.guide.after(grey->view(), reading) : hint_for(grey->view(), reading);
    Tree::Table words = words_of(reading, hint, *grey);
    if (!request.body.truth_at("preview")) return with_blocks(std::move(words), {});
    const auto preview = viewfinder(*picture);
    if (!preview) return fail(preview.error());
    words.emplace("preview", motlan::words_of(*preview));
    return with_blocks(std::move(words), {preview->pixels});
}

// A small picture is enough to see whether something moves; the sheet is taken at its full size.
Result<Message> answer_desk(const Message& request, EyeMemory& memory) {
    const auto picture = picture_in(request);
    if (!picture) return fail(picture.error());
    const auto seen = viewfinder(*picture);
    if (!seen) return fail(seen.error());
    if (!request.body.truth_at("goes_on")) memory.desk = {};
    const StillPage::Time taken{std::chrono::milliseconds(request.body.number_at("taken_ms"))};
    const Image grey = converted(seen->view(), PixelFormat::Grey);
    const PaperHint hint = memory.desk.after(grey.view(), taken);
    return with_blocks({{"hint", name(hint)}, {"preview", motlan::words_of(*seen)}},
                       {seen->pixels});
}

bool is_grey(const EncodedView& picture) {
    return picture.coding == PictureCoding::RawGrey || is_grey_jpeg(picture.bytes);
}

// Numbers of the sheets that were accepted before, as far as the kiosk still keeps them.
std::vector<std::int64_t> earlier_sheets(const Message& request, const EyeMemory& memory) {
    const bool are_all = request.body.find("kept") == nullptr;
    const Tree::List& kept = request.body.list_at("kept");
    std::vector<std::int64_t> earlier;
    for (const auto& [sheet, fingerprint] : memory.sheets) {
        const auto is_it = [&](const Tree& each) {
            return each.number() != nullptr && *each.number() == sheet;
        };
        if (are_all || std::ranges::any_of(kept, is_it)) earlier.push_back(sheet);
    }
    return earlier;
}

Result<PreparedPage> prepared_in(const Message& request, std::span<const PageFingerprint> earlier) {
    const auto picture = picture_in(request);
    if (!picture) return fail(picture.error());
    const auto format = is_grey(*picture) ? PixelFormat::Grey : PixelFormat::Rgb;
    const auto decoded = decode_picture(*picture, {.format = format});
    if (!decoded) return fail(decoded.error());
    PageOptions options{.dpi = picture->dpi, .earlier = earlier};
    if (request.body.truth_at("photo")) options.source = PageSource::Photo;
    options.takes_all = request.body.truth_at("all");
    return prepare_page(decoded->view(), options);
}

Result<Message> answer_page(const Message& request, EyeMemory& memory) {
    const auto earlier = earlier_sheets(request, memory);
    std::vector<PageFingerprint> fingerprints;
    for (const std::int64_t sheet : earlier) fingerprints.push_back(memory.sheets.at(sheet));
    auto page = prepared_in(request, fingerprints);
    if (!page) return fail(page.error());
    const InkMasks ink = split_ink(page->picture.view());
    const auto layers = take_apart(page->picture.view(), page->dpi, ink);
    if (!layers) return fail(layers.error());
    const Bytes packed = pack_layers(*layers);
    const int high = request.body.truth_at("fine") ? kFineHeight : kPreviewHeight;
    const Image small = shrunk_to_fit(page->picture.view(), kAnyHeight, high);
    Image preview = converted(small.view(), PixelFormat::Rgba);
    ring(preview, page->report.dazzled);
    const EncodedView words{kLayers, page->picture.width, page->picture.height, page->dpi, packed};
    Tree::List doubts;
    for (const Fault fault : page->report.faults) doubts.emplace_back(std::string(code(fault)));
    Tree::List same_as;
    for (const std::size_t place : page->report.same_as) same_as.emplace_back(earlier[place]);
    return with_blocks({{"doubts", std::move(doubts)},
                        {"ink", page->report.scores.ink},
                        {"sheet", memory.remember(std::move(page->report.fingerprint))},
                        {"same_as", std::move(same_as)},
                        {"picture", motlan::words_of(words)},
                        {"preview", motlan::words_of(preview)}},
                       {packed, preview.pixels, bits_of(legible_ink(ink, page->dpi))});
}

Result<Message> answer_view(const Message& request) {
    return picture_in(request)
        .and_then([](const EncodedView& picture) {
            return decode_picture(picture, {.format = PixelFormat::Rgba});
        })
        .and_then([](const Image& image) {
            const Image seen = shrunk_to_fit(image.view(), kPreviewWidth, kPreviewHeight);
            return with_blocks({{"preview", motlan::words_of(seen)}}, {seen.pixels});
        });
}

// The next bytes of a block, as many as the words say.
Result<ByteView> taken(ByteView& rest, std::int64_t size) {
    if (size < 0 || size > static_cast<std::int64_t>(rest.size())) {
        return fail(Fault::MessageMalformed);
    }
    const ByteView bytes = rest.first(static_cast<std::size_t>(size));
    rest = rest.subspan(bytes.size());
    return bytes;
}

Result<FilePage> file_page(const Tree& words, ByteView& pages, ByteView& texts) {
    const auto page = taken(pages, words.number_at("bytes", -1)).and_then([&](ByteView bytes) {
        return picture_of(words, bytes);
    });
    if (!page) return fail(page.error());
    if (page->coding != kLayers) return fail(Fault::PictureUnreadable);
    auto layers = unpack_layers(page->bytes);
    if (!layers) return fail(layers.error());
    FilePage read{*std::move(layers), {}, static_cast<int>(words.number_at("turns") % 4)};
    if (words.find("text_bytes") == nullptr) return read;
    auto text = taken(texts, words.number_at("text_bytes", -1)).and_then(text_of);
    if (!text) return fail(text.error());
    read.text = *std::move(text);
    return read;
}

Result<Message> answer_bind(const Message& request) {
    ByteView pages = first_block(request);
    ByteView texts = request.blocks.size() > 1 ? request.blocks[1].bytes() : ByteView{};
    std::vector<FilePage> read;
    for (const Tree& words : request.body.list_at("pages")) {
        auto page = file_page(words, pages, texts);
        if (!page) return fail(page.error());
        read.push_back(*std::move(page));
    }
    return bind_pages(read).and_then([](const Bytes& file) { return with_blocks({}, {file}); });
}

Result<Message> answer_by_kind(const Message& request, EyeMemory& memory) {
    const std::string_view kind = request.body.text_at("ask");
    if (kind == "card") return answer_card(request, memory);
    if (kind == "desk") return answer_desk(request, memory);
    if (kind == "page") return answer_page(request, memory);
    if (kind == "view") return answer_view(request);
    if (kind == "bind") return answer_bind(request);
    return fail(Fault::MessageMalformed);
}

// Ends the process if it is still there when the time is up: nobody waits for it any more.
class Deadline {
public:
    Deadline() { ::alarm(kLongestSeconds); }
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;
    ~Deadline() { ::alarm(0); }
};

}  // namespace

Message answer(const Message& request, EyeMemory& memory) {
    auto answered = answer_by_kind(request, memory);
    return answered ? *std::move(answered) : refusal(answered.error());
}

void serve(Channel& channel) {
    if (!channel.send({.body = Tree::Table{{"ready", true}}, .blocks = {}})) return;
    EyeMemory memory;
    while (true) {
        const auto request = channel.receive(std::chrono::hours(1));
        if (!request && request.error() == Fault::LinkUnavailable) return;
        if (!request && request.error() == Fault::SourceSilent) continue;
        const Deadline deadline;
        if (!channel.send(request ? answer(*request, memory) : refusal(request.error()))) return;
    }
}

}  // namespace motlan
