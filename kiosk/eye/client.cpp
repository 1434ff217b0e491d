#include "kiosk/eye/client.h"

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/eye/picture_words.h"
#include "kiosk/eye/text_words.h"

namespace motlan {
namespace {

using std::chrono::milliseconds;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kSlowness = 5;  // sanitized builds
#else
constexpr int kSlowness = 1;
#endif

constexpr milliseconds kStartPatience{5000 * kSlowness};
// A card's picture is worth two seconds: then the next one is more promising.
constexpr milliseconds kCardPatience{2000 * kSlowness};
constexpr milliseconds kPagePatience{8000 * kSlowness};

Result<Child> start_child(const std::filesystem::path& program) {
    auto child = Child::start(program, {}, {});
    if (!child) return child;
    const auto greeting = child->channel().receive(kStartPatience);
    if (!greeting || greeting->body.find("ready") == nullptr) return fail(Fault::EyeUnavailable);
    return child;
}

Result<ByteView> block(const Message& message, std::size_t index) {
    if (index >= message.blocks.size()) return fail(Fault::EyeUnavailable);
    return message.blocks[index].bytes();
}

Result<Image> preview_in(const Message& message, std::size_t index) {
    const Tree* words = message.body.find("preview");
    const auto pixels = block(message, index);
    if (words == nullptr || !pixels) return fail(Fault::EyeUnavailable);
    return image_of(*words, *pixels).transform_error([](Fault) { return Fault::EyeUnavailable; });
}

Result<CodeSighting> sighting_in(const Message& message) {
    CodeSighting sighting{.payload = {},
                          .step = std::string(message.body.text_at("step")),
                          .pictures = static_cast<int>(message.body.number_at("pictures", 1)),
                          .hint = card_hint(message.body.text_at("hint")),
                          .side = static_cast<int>(message.body.number_at("side")),
                          .room = static_cast<int>(message.body.number_at("room"))};
    if (message.body.find("payload") == nullptr) return sighting;
    auto payload = from_base64(message.body.text_at("payload"));
    if (!payload) return fail(Fault::EyeUnavailable);
    sighting.payload = *std::move(payload);
    return sighting;
}

Result<Message> request_about(const EncodedPicture& picture, Tree::Table request) {
    auto memory = SharedMemory::copy_of(picture.bytes);
    if (!memory) return fail(Fault::EyeUnavailable);
    request.emplace("picture", words_of(view_of(picture)));
    Message message{.body = std::move(request), .blocks = {}};
    message.blocks.push_back(*std::move(memory));
    return message;
}

Result<EncodedPicture> picture_in(const Message& message) {
    const Tree* words = message.body.find("picture");
    const auto bytes = block(message, 0);
    if (words == nullptr || !bytes) return fail(Fault::EyeUnavailable);
    const auto seen = picture_of(*words, *bytes);
    if (!seen) return fail(Fault::EyeUnavailable);
    return EncodedPicture{.coding = seen->coding,
                          .width = seen->width,
                          .height = seen->height,
                          .dpi = seen->dpi,
                          .bytes = Bytes(bytes->begin(), bytes->end())};
}

std::vector<Fault> doubts_in(const Tree& body) {
    std::vector<Fault> doubts;
    for (const Tree& each : body.list_at("doubts")) {
        const auto doubt = each.text() != nullptr ? fault_of(*each.text()) : std::nullopt;
        if (doubt) doubts.push_back(*doubt);
    }
    return doubts;
}

}  // namespace

Result<EyeClient> EyeClient::start(std::filesystem::path program) {
    auto child = start_child(program);
    if (!child) return fail(child.error());
    return EyeClient(std::move(program), *std::move(child));
}

// What is left of the old eye ends here. The picture is to blame, unless no eye starts at all.
Fault EyeClient::begin_again() {
    auto child = start_child(program_);
    if (!child) return Fault::EyeUnavailable;
    child_ = *std::move(child);
    earlier_eyes_ = sheets_;
    return Fault::PictureUnreadable;
}

Tree::List EyeClient::counted_by_eye(const std::vector<int>& sheets) const {
    Tree::List numbers;
    for (const int sheet : sheets) {
        if (sheet >= earlier_eyes_) numbers.emplace_back(std::int64_t{sheet - earlier_eyes_});
    }
    return numbers;
}

std::vector<int> EyeClient::counted_by_client(const Tree::List& numbers) const {
    std::vector<int> sheets;
    for (const Tree& each : numbers) {
        if (each.number() != nullptr)
            sheets.push_back(earlier_eyes_ + static_cast<int>(*each.number()));
    }
    return sheets;
}

// A page is somebody's effort: when the eye died over it, a fresh one looks once more.
Result<Message> EyeClient::ask_about_page(const Message& request) {
    const int before = child();
    auto answer = ask(request, kPagePatience);
    return answer || child() == before ? std::move(answer) : ask(request, kPagePatience);
}

Result<Message> EyeClient::ask(const Message& request, milliseconds patience) {
    if (!child_.channel().send(request)) {
        // It died between two pictures, so this picture deserves a fresh one.
        if (begin_again() == Fault::EyeUnavailable) return fail(Fault::EyeUnavailable);
        if (!child_.channel().send(request)) return fail(Fault::EyeUnavailable);
    }
    auto answer = child_.channel().receive(patience);
    if (!answer) return fail(begin_again());
    const Tree* refused = answer->body.find("fault");
    if (refused == nullptr) return answer;
    return fail(fault_of(answer->body.text_at("fault")).value_or(Fault::EyeUnavailable));
}

Result<Message> EyeClient::ask_about_card(const EncodedPicture& picture, Tree::Table request) {
    request.emplace("ask", "card");
    return request_about(picture, std::move(request)).and_then([this](const Message& asked) {
        return ask(asked, kCardPatience);
    });
}

Result<CardSighting> EyeClient::look_at_card(const EncodedPicture& picture, Sequence sequence) {
    const auto answer =
        ask_about_card(picture, {{"preview", true}, {"goes_on", sequence == Sequence::GoesOn}});
    if (!answer) return fail(answer.error());
    auto code = sighting_in(*answer);
    if (!code) return fail(code.error());
    auto preview = preview_in(*answer, 0);
    if (!preview) return fail(preview.error());
    return CardSighting{*std::move(code), *std::move(preview)};
}

Result<CodeSighting> EyeClient::read_code(const EncodedPicture& picture, Sequence sequence) {
    return ask_about_card(picture, {{"goes_on", sequence == Sequence::GoesOn}})
        .and_then(sighting_in);
}

Result<DeskSighting> EyeClient::look_at_desk(const EncodedPicture& picture, milliseconds taken,
                                             Sequence sequence) {
    const auto request =
        request_about(picture, {{"ask", "desk"},
                                {"goes_on", sequence == Sequence::GoesOn},
                                {"taken_ms", static_cast<std::int64_t>(taken.count())}});
    if (!request) return fail(request.error());
    const auto answer = ask(*request, kCardPatience);
    if (!answer) return fail(answer.error());
    auto preview = preview_in(*answer, 0);
    if (!preview) return fail(preview.error());
    return DeskSighting{paper_hint(answer->body.text_at("hint")), *std::move(preview)};
}

Result<AcceptedPage> EyeClient::accept_page(const EncodedPicture& picture, const PageAsk& asked) {
    Tree::Table words{{"ask", "page"},
                      {"photo", asked.is_photo},
                      {"all", asked.takes_all},
                      {"fine", asked.is_fine}};
    if (asked.kept) words.emplace("kept", counted_by_eye(*asked.kept));
    const auto request = request_about(picture, std::move(words));
    if (!request) return fail(request.error());
    const auto answer = ask_about_page(*request);
    if (!answer) return fail(answer.error());
    auto packed = picture_in(*answer);
    if (!packed) return fail(packed.error());
    auto preview = preview_in(*answer, 1);
    if (!preview) return fail(preview.error());
    const Tree* ink = answer->body.find("ink");
    const double share = ink != nullptr && ink->real() != nullptr ? *ink->real() : 0;
    const auto legible = block(*answer, 2);
    if (!legible) return fail(legible.error());
    const int sheet = earlier_eyes_ + static_cast<int>(answer->body.number_at("sheet"));
    sheets_ = std::max(sheets_, sheet + 1);
    return AcceptedPage{.packed = *std::move(packed),
                        .preview = *std::move(preview),
                        .legible = Bytes(legible->begin(), legible->end()),
                        .ink = share,
                        .doubts = doubts_in(answer->body),
                        .sheet = sheet,
                        .same_as = counted_by_client(answer->body.list_at("same_as"))};
}

Result<Image> EyeClient::view(const EncodedPicture& picture) {
    return request_about(picture, {{"ask", "view"}})
        .and_then([this](const Message& asked) { return ask(asked, kCardPatience); })
        .and_then([](const Message& answer) { return preview_in(answer, 0); });
}

Result<Bytes> EyeClient::bind_pages(std::span<const PageToBind> pages) {
    Tree::List words;
    Bytes bytes;
    Bytes texts;
    for (const PageToBind& page : pages) {
        Tree::Table entry = words_of(view_of(page.packed));
        bytes.insert(bytes.end(), page.packed.bytes.begin(), page.packed.bytes.end());
        if (page.text) {
            const Bytes text = words_of(*page.text);
            entry.emplace("text_bytes", static_cast<std::int64_t>(text.size()));
            texts.insert(texts.end(), text.begin(), text.end());
        }
        if (page.turns != 0) entry.emplace("turns", page.turns);
        words.emplace_back(std::move(entry));
    }
    Message message{.body = Tree::Table{{"ask", "bind"}, {"pages", std::move(words)}},
                    .blocks = {}};
    for (const Bytes* part : {&bytes, &texts}) {
        if (part->empty()) continue;
        auto memory = SharedMemory::copy_of(*part);
        if (!memory) return fail(Fault::EyeUnavailable);
        message.blocks.push_back(*std::move(memory));
    }
    const auto answer = ask_about_page(message);
    if (!answer) return fail(answer.error());
    return block(*answer, 0).transform([](ByteView file) {
        return Bytes(file.begin(), file.end());
    });
}

}  // namespace motlan
