#include "tests/support/card_pace.h"

#include <eac/pace.h>
#include <openssl/err.h>

#include <algorithm>
#include <array>

#include "kiosk/core/expects.h"
#include "tests/support/der.h"

namespace motlan::testing {
namespace {

using Buffer = std::unique_ptr<BUF_MEM, decltype(&BUF_MEM_clear_free)>;
using Context = std::unique_ptr<EAC_CTX, decltype(&EAC_CTX_clear_free)>;
using Password = std::unique_ptr<PACE_SEC, decltype(&PACE_SEC_clear_free)>;

Buffer owned(BUF_MEM* buffer) { return {buffer, BUF_MEM_clear_free}; }

Buffer buffer_of(ByteView bytes) {
    Buffer buffer = owned(BUF_MEM_new());
    expects(buffer && BUF_MEM_grow(buffer.get(), bytes.size()) == bytes.size());
    std::ranges::copy(bytes, buffer->data);
    return buffer;
}

Bytes bytes_of(const Buffer& buffer) {
    if (!buffer) return {};
    const auto* begin = reinterpret_cast<const std::uint8_t*>(buffer->data);
    return {begin, begin + buffer->length};
}

Context context_of(ByteView card_access) {
    static const bool kIsReady = [] {
        EAC_init();
        return true;
    }();
    expects(kIsReady);
    Context context(EAC_CTX_new(), EAC_CTX_clear_free);
    expects(context &&
            EAC_CTX_init_ef_cardaccess(card_access.data(), card_access.size(), context.get()) == 1);
    context->tr_version = EAC_TR_VERSION_2_02;
    return context;
}

class PaceCipher final : public CardCipher {
public:
    explicit PaceCipher(Context context) : context_(std::move(context)) {
        expects(EAC_CTX_set_encryption_ctx(context_.get(), EAC_ID_PACE) == 1 &&
                EAC_set_ssc(context_.get(), 0) == 1);
    }

    [[nodiscard]] std::size_t block() const override { return 16; }
    void count() override { expects(EAC_increment_ssc(context_.get()) == 1); }
    [[nodiscard]] Bytes encrypted(ByteView plain) override {
        return bytes_of(owned(EAC_encrypt(context_.get(), buffer_of(plain).get())));
    }
    [[nodiscard]] Bytes decrypted(ByteView coded) override {
        return bytes_of(owned(EAC_decrypt(context_.get(), buffer_of(coded).get())));
    }
    [[nodiscard]] Bytes seal(ByteView blocks) override {
        return bytes_of(owned(EAC_authenticate(context_.get(), buffer_of(blocks).get())));
    }

private:
    Context context_;
};

}  // namespace

struct CardPace::Session {
    Session(ByteView card_access, const std::string& access_number)
        : context(context_of(card_access)),
          password(PACE_SEC_new(access_number.data(), access_number.size(), PACE_CAN),
                   PACE_SEC_clear_free) {
        expects(password != nullptr);
    }

    // The four steps; each empty when it fails.
    Bytes nonce(ByteView) {
        return bytes_of(owned(PACE_STEP1_enc_nonce(context.get(), password.get())));
    }
    Bytes mapping(ByteView theirs) {
        const Bytes ours = bytes_of(owned(PACE_STEP3A_generate_mapping_data(context.get())));
        const bool is_mapped =
            PACE_STEP3A_map_generator(context.get(), buffer_of(theirs).get()) == 1;
        return is_mapped ? ours : Bytes{};
    }
    Bytes agreement(ByteView theirs) {
        terminal_key = Bytes(theirs.begin(), theirs.end());
        const Bytes ours = bytes_of(owned(PACE_STEP3B_generate_ephemeral_key(context.get())));
        const bool is_agreed =
            PACE_STEP3B_compute_shared_secret(context.get(), buffer_of(theirs).get()) == 1;
        return is_agreed ? ours : Bytes{};
    }
    Bytes proof(ByteView theirs) {
        if (PACE_STEP3C_derive_keys(context.get()) != 1) return {};
        Bytes ours = bytes_of(owned(PACE_STEP3D_compute_authentication_token(
            context.get(), buffer_of(terminal_key).get())));
        is_open =
            PACE_STEP3D_verify_authentication_token(context.get(), buffer_of(theirs).get()) == 1;
        return is_open ? ours : Bytes{};
    }

    Context context;
    Password password;
    Bytes terminal_key;
    std::size_t step = 0;
    bool is_open = false;
};

CardPace::CardPace(ByteView card_access, const std::string& access_number)
    : card_access_(card_access.begin(), card_access.end()), access_number_(access_number) {}

CardPace::CardPace(CardPace&&) noexcept = default;
CardPace& CardPace::operator=(CardPace&&) noexcept = default;
CardPace::~CardPace() = default;

std::optional<Bytes> CardPace::answer(ByteView words) {
    struct Step {
        std::uint8_t asked, answered;
        Bytes (Session::*work)(ByteView);
    };
    static constexpr std::array<Step, 4> kSteps{{{0, 0x80, &Session::nonce},
                                                 {0x81, 0x82, &Session::mapping},
                                                 {0x83, 0x84, &Session::agreement},
                                                 {0x85, 0x86, &Session::proof}}};
    if (!session_ || words.empty()) {
        session_ = std::make_unique<Session>(card_access_, access_number_);
    }
    const Step& step = kSteps.at(session_->step++ % kSteps.size());
    const auto theirs = step.asked == 0 ? std::optional(ByteView{}) : value_of(words, step.asked);
    const Bytes ours = theirs ? (*session_.*step.work)(*theirs) : Bytes{};
    ERR_clear_error();
    if (!ours.empty()) return der(step.answered, ours);
    session_.reset();
    return std::nullopt;
}

std::unique_ptr<CardCipher> CardPace::take_channel() {
    if (!session_ || !session_->is_open) return nullptr;
    auto channel = std::make_unique<PaceCipher>(std::move(session_->context));
    session_.reset();
    return channel;
}

}  // namespace motlan::testing
