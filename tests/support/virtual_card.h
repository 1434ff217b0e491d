// An identity card without plastic: the chip's side of ISO/IEC 7816-4 and ICAO 9303, for an
// invented person, well-behaved or not. It shares no line with the code that reads cards.
#pragma once

#include <memory>
#include <optional>

#include "tests/support/card_basic_access.h"
#include "tests/support/card_command.h"
#include "tests/support/card_files.h"
#include "tests/support/card_messaging.h"
#include "tests/support/card_pace.h"

namespace motlan::testing {

enum class Misbehaviour : std::uint8_t {
    None,
    SaysTooLong,    ///< DG13 claims 64 bytes more than there are
    SaysHuge,       ///< DG13 claims four gigabytes
    EndlessFile,    ///< DG13 claims 16 MiB and gives bytes wherever it is read
    EndlessMore,    ///< "61 10: more is there", again and again
    EmptyAnswers,   ///< success without a byte, again and again
    WrongSeal,      ///< the first protected answer has a wrong MAC
    RepeatsAnswer,  ///< each protected answer after the first is the one before, replayed
};

/// What a card says when more was wanted than the file still has.
enum class EndOfFile : std::uint8_t { Warns, Corrects, SaysNothing };  // 6282, 6Cxx, 9000

struct CardManner {
    Misbehaviour misbehaviour = Misbehaviour::None;
    bool has_pace = true;
    bool has_basic_access = true;
    PaceSuite suite;
    EndOfFile end_of_file = EndOfFile::Warns;
    std::optional<int> dies_after;  ///< so many answers, then silence
    std::optional<int> tries;       ///< wrong passwords until it is blocked; none: no limit
};

class VirtualCard {
public:
    VirtualCard(const CardPerson& person, CardFiles files, CardManner manner = {});

    /// What a contactless reader makes up for such a card (PC/SC part 3).
    static Bytes answer_to_reset() { return {0x3B, 0x80, 0x80, 0x01, 0x01}; }
    void reset();
    /// One answer; nothing once the card is dead.
    [[nodiscard]] std::optional<Bytes> answer(ByteView bytes);
    [[nodiscard]] bool is_dead() const {
        return manner_.dies_after && answers_ >= *manner_.dies_after;
    }

private:
    CardAnswer protected_answer(const CardCommand& outer);
    CardAnswer obey(const CardCommand& command);
    CardAnswer select(const CardCommand& command);
    CardAnswer read(const CardCommand& command, std::uint16_t file, std::size_t offset);
    CardAnswer read_by_number(const CardCommand& command);
    CardAnswer read_by_object(const CardCommand& command);
    CardAnswer challenge();
    CardAnswer authenticate(const CardCommand& command);
    CardAnswer choose_password(const CardCommand& command);
    CardAnswer agree(const CardCommand& command);
    [[nodiscard]] std::size_t room_for(std::size_t wanted) const;
    [[nodiscard]] std::optional<CardAnswer> misread(std::uint16_t file, std::size_t size) const;
    void distort(CardAnswer& closed);

    CardManner manner_;
    CardFiles files_;
    CardBasicAccess basic_access_;
    CardPace pace_;
    std::unique_ptr<CardMessaging> channel_;
    std::unique_ptr<CardCipher> next_channel_;  // used from the next command on
    bool is_in_application_ = false;
    bool is_password_chosen_ = false;
    std::optional<std::uint16_t> selected_;
    std::optional<CardAnswer> last_closed_;
    int answers_ = 0;
};

}  // namespace motlan::testing
