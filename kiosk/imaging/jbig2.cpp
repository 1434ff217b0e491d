#include "kiosk/imaging/jbig2.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>

#include <jbig2arith.h>

namespace motlan {
namespace {

// Segment types of T.88, 7.3.
constexpr std::uint8_t kPageInformation = 48;
constexpr std::uint8_t kLosslessGenericRegion = 39;
constexpr std::uint8_t kIsLossless = 1;           // page flags, 7.4.8.5
constexpr std::uint8_t kRepeatedLinesAreOne = 8;  // TPGDON of template 0, 7.4.6.2
// The four adaptive pixels of template 0 where the standard puts them (6.2.5.3), as x and y.
constexpr std::initializer_list<int> kNominalPixels{3, -1, -3, -1, 2, -2, -2, -2};

void put(Bytes& out, std::uint32_t number) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        out.push_back(static_cast<std::uint8_t>(number >> shift));
    }
}

void put_header(Bytes& out, std::uint32_t number, std::uint8_t type, std::size_t length) {
    put(out, number);
    out.insert(out.end(), {type, 0, 1});  // refers to no segment, belongs to page 1
    put(out, static_cast<std::uint32_t>(length));
}

void put_size(Bytes& out, const BitMask& mask) {
    put(out, static_cast<std::uint32_t>(mask.width));
    put(out, static_cast<std::uint32_t>(mask.height));
    put(out, 0);  // resolution of a page, place of a region
    put(out, 0);
}

// What the arithmetic coder makes of the mask.
class Coded {
public:
    explicit Coded(const BitMask& mask) : coder_(std::make_unique<jbig2enc_ctx>()) {
        jbig2enc_init(coder_.get());
        // The coder reads the words of a row as numbers, the leftmost pixel highest.
        jbig2enc_bitimage(coder_.get(), reinterpret_cast<const std::uint8_t*>(mask.words.data()),
                          mask.width, mask.height, true);
        jbig2enc_final(coder_.get());
    }
    Coded(const Coded&) = delete;
    Coded& operator=(const Coded&) = delete;
    ~Coded() { jbig2enc_dealloc(coder_.get()); }

    [[nodiscard]] Bytes bytes() const {
        Bytes out(jbig2enc_datasize(coder_.get()));
        jbig2enc_tobuffer(coder_.get(), out.data());
        return out;
    }

private:
    std::unique_ptr<jbig2enc_ctx> coder_;
};

}  // namespace

Bytes encode_jbig2(const BitMask& mask) {
    const Bytes coded = Coded(mask).bytes();
    Bytes out;
    put_header(out, 0, kPageInformation, 19);
    put_size(out, mask);
    out.insert(out.end(), {kIsLossless, 0, 0});  // not in stripes
    put_header(out, 1, kLosslessGenericRegion, 18 + kNominalPixels.size() + coded.size());
    put_size(out, mask);
    out.insert(out.end(), {0, kRepeatedLinesAreOne});
    for (const int place : kNominalPixels) out.push_back(static_cast<std::uint8_t>(place));
    out.insert(out.end(), coded.begin(), coded.end());
    return out;
}

}  // namespace motlan
