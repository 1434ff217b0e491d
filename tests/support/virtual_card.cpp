#include "tests/support/virtual_card.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tests/support/der.h"

namespace motlan::testing {
namespace {

constexpr std::array<std::uint8_t, 7> kApplication{0xA0, 0, 0, 2, 0x47, 0x10, 1};
// The most plain bytes whose protected answer still is a short one.
constexpr std::size_t kProtectedRead = 0xDF;

constexpr CardAnswer refusal(std::uint16_t status) { return {.words = {}, .status = status}; }

Bytes piece(const Bytes& file, std::size_t offset, std::size_t size) {
    const auto begin = file.begin() + static_cast<std::ptrdiff_t>(offset);
    return {begin, begin + static_cast<std::ptrdiff_t>(size)};
}

// Writes another length into a file whose own stands in two bytes after 82.
void claim(Bytes& file, const Bytes& length) {
    const ByteView old = file;
    file = joined({old.first(1), length, old.subspan(4)});
}

void mislabel(Bytes& file, Misbehaviour misbehaviour) {
    const std::size_t more = file.size() - 4 + 64;
    const Bytes too_long{0x82, static_cast<std::uint8_t>(more >> 8),
                         static_cast<std::uint8_t>(more)};
    if (misbehaviour == Misbehaviour::SaysTooLong) claim(file, too_long);
    if (misbehaviour == Misbehaviour::SaysHuge) claim(file, {0x84, 0xFF, 0xFF, 0xFF, 0xFF});
    if (misbehaviour == Misbehaviour::EndlessFile) claim(file, {0x83, 0xFF, 0xFF, 0xFF});
}

}  // namespace

VirtualCard::VirtualCard(const CardPerson& person, CardFiles files, CardManner manner)
    : manner_(manner),
      files_(std::move(files)),
      basic_access_(basic_access_words(person)),
      pace_(card_access_file(manner.suite), person.access_number()) {
    if (manner_.has_pace) files_[kCardAccess] = card_access_file(manner_.suite);
    if (files_.contains(kVietnamese)) mislabel(files_[kVietnamese], manner_.misbehaviour);
}

void VirtualCard::reset() {
    channel_.reset();
    next_channel_.reset();
    is_in_application_ = is_password_chosen_ = false;
    selected_.reset();
    last_closed_.reset();
}

std::optional<Bytes> VirtualCard::answer(ByteView bytes) {
    if (is_dead()) return std::nullopt;
    ++answers_;
    const auto command = CardCommand::parse(bytes);
    if (!command) return refusal(0x6700).bytes();
    if (next_channel_) channel_ = std::make_unique<CardMessaging>(std::move(next_channel_));
    if (command->is_protected()) return protected_answer(*command).bytes();
    // A command in the open ends the channel (ICAO 9303-11, 9.8.3).
    channel_.reset();
    return obey(*command).bytes();
}

CardAnswer VirtualCard::protected_answer(const CardCommand& outer) {
    if (!channel_) return refusal(0x6882);
    const auto inner = channel_->opened(outer);
    if (!inner) {
        channel_.reset();
        return refusal(0x6988);
    }
    CardAnswer closed = channel_->closed(obey(*inner), inner->is_odd());
    distort(closed);
    return closed;
}

void VirtualCard::distort(CardAnswer& closed) {
    if (manner_.misbehaviour == Misbehaviour::WrongSeal) closed.words.back() ^= 1;
    if (manner_.misbehaviour != Misbehaviour::RepeatsAnswer) return;
    if (last_closed_) closed = *last_closed_;
    last_closed_ = closed;
}

CardAnswer VirtualCard::obey(const CardCommand& command) {
    switch (command.ins) {
        case 0x22: return choose_password(command);
        case 0x82: return authenticate(command);
        case 0x84: return challenge();
        case 0x86: return agree(command);
        case 0xA4: return select(command);
        case 0xB0: return read_by_number(command);
        case 0xB1: return read_by_object(command);
        case 0xC0:
            return refusal(manner_.misbehaviour == Misbehaviour::EndlessMore ? 0x6110 : 0x6985);
        default: return refusal(0x6D00);
    }
}

CardAnswer VirtualCard::select(const CardCommand& command) {
    selected_.reset();
    if (command.p1 == 4) {
        is_in_application_ = std::ranges::equal(command.words, kApplication);
        return refusal(is_in_application_ ? 0x9000 : 0x6A82);
    }
    if (command.p1 > 2 || command.words.size() != 2) return refusal(0x6A86);
    const auto file = static_cast<std::uint16_t>(command.words[0] << 8 | command.words[1]);
    const bool is_here = is_in_application_ != (file == kCardAccess);
    if (!is_here || !files_.contains(file)) return refusal(0x6A82);
    selected_ = file;
    return {};
}

CardAnswer VirtualCard::read_by_number(const CardCommand& command) {
    if ((command.p1 & 0x80) == 0) {
        if (!selected_) return refusal(0x6986);
        return read(command, *selected_, std::size_t{command.p1} << 8 | command.p2);
    }
    const auto file = static_cast<std::uint16_t>(0x0100 | (command.p1 & 0x1F));
    const bool is_here = is_in_application_ != (file == kCardAccess);
    if (!is_here || !files_.contains(file)) return refusal(0x6A82);
    selected_ = file;
    return read(command, file, command.p2);
}

std::size_t VirtualCard::room_for(std::size_t wanted) const {
    return channel_ && wanted <= 256 ? std::min(wanted, kProtectedRead) : wanted;
}

// Odd READ BINARY: the offset in 54, the bytes in 53 (ISO/IEC 7816-4, 11.3.3).
CardAnswer VirtualCard::read_by_object(const CardCommand& command) {
    const auto words = value_of(command.words, 0x54);
    if (!selected_) return refusal(0x6986);
    if (!words || words->empty() || words->size() > 3) return refusal(0x6A80);
    std::size_t offset = 0;
    for (const std::uint8_t byte : *words) offset = offset << 8 | byte;
    CardCommand plain = command;
    const std::size_t room = room_for(command.wanted);
    plain.wanted = room - std::min(room, room <= 129 ? std::size_t{2} : 3);
    CardAnswer answer = read(plain, *selected_, offset);
    if (!answer.words.empty()) answer.words = der(0x53, answer.words);
    return answer;
}

std::optional<CardAnswer> VirtualCard::misread(std::uint16_t file, std::size_t size) const {
    if (file != kVietnamese) return std::nullopt;
    switch (manner_.misbehaviour) {
        case Misbehaviour::EndlessFile: return CardAnswer{.words = Bytes(size, 0x30)};
        case Misbehaviour::EndlessMore: return refusal(0x6110);
        case Misbehaviour::EmptyAnswers: return CardAnswer{};
        case Misbehaviour::None:
        case Misbehaviour::SaysTooLong:
        case Misbehaviour::SaysHuge:
        case Misbehaviour::WrongSeal:
        case Misbehaviour::RepeatsAnswer: break;
    }
    return std::nullopt;
}

CardAnswer VirtualCard::read(const CardCommand& command, std::uint16_t file, std::size_t offset) {
    if (file != kCardAccess && !channel_) return refusal(0x6982);
    const std::size_t wanted = room_for(command.wanted);
    const bool is_beginning = offset == 0 && manner_.misbehaviour == Misbehaviour::EndlessFile;
    if (const auto wrong = misread(file, wanted); wrong && !is_beginning) return *wrong;
    const Bytes& bytes = files_.at(file);
    if (offset >= bytes.size()) return refusal(0x6B00);
    const std::size_t size = std::min(wanted, bytes.size() - offset);
    CardAnswer answer{.words = piece(bytes, offset, size)};
    if (size == wanted || manner_.end_of_file == EndOfFile::SaysNothing) return answer;
    if (manner_.end_of_file == EndOfFile::Corrects) {
        return refusal(static_cast<std::uint16_t>(0x6C00 | size));
    }
    answer.status = 0x6282;
    return answer;
}

CardAnswer VirtualCard::challenge() {
    if (!manner_.has_basic_access || !is_in_application_) return refusal(0x6982);
    return {.words = basic_access_.challenge()};
}

CardAnswer VirtualCard::authenticate(const CardCommand& command) {
    if (!manner_.has_basic_access) return refusal(0x6982);
    const auto words = basic_access_.answer(command.words);
    if (!words) return refusal(0x6300);
    next_channel_ = basic_access_.take_channel();
    return {.words = *words};
}

// MSE:Set AT with the suite that EF.CardAccess names and the password 2, the card access number.
CardAnswer VirtualCard::choose_password(const CardCommand& command) {
    const auto suite = value_of(command.words, 0x80);
    const auto password = value_of(command.words, 0x83);
    if (!manner_.has_pace || command.p1 != 0xC1 || command.p2 != 0xA4) return refusal(0x6A81);
    if (manner_.tries == 0) return refusal(0x6983);
    if (!suite || suite->empty() || suite->back() != manner_.suite.cipher) return refusal(0x6A80);
    if (!password || !std::ranges::equal(*password, Bytes{2})) return refusal(0x6A88);
    is_password_chosen_ = true;
    return {};
}

CardAnswer VirtualCard::agree(const CardCommand& command) {
    const auto words = value_of(command.words, 0x7C);
    if (!is_password_chosen_ || !words) return refusal(0x6985);
    const auto answer = pace_.answer(*words);
    if (!answer) {
        is_password_chosen_ = false;
        if (!manner_.tries) return refusal(0x6300);
        manner_.tries = std::max(0, *manner_.tries - 1);
        return refusal(static_cast<std::uint16_t>(0x63C0 | *manner_.tries));
    }
    next_channel_ = pace_.take_channel();
    return {.words = der(0x7C, *answer)};
}

}  // namespace motlan::testing
