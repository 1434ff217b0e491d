// The DER of a sealed part: the library reads it, and would have written it so.
#include <openssl/cms.h>

#include <memory>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/freed_by.h"
#include "kiosk/outbox/envelope.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const Keys& keys() {
    static const Keys kKeys;
    return kKeys;
}

Bytes written_by_library(ByteView sealed) {
    const unsigned char* at = sealed.data();
    const std::unique_ptr<CMS_ContentInfo, FreedBy<CMS_ContentInfo_free>> cms(
        d2i_CMS_ContentInfo(nullptr, &at, std::ssize(sealed)));
    Bytes written(sealed.size() + 64);
    unsigned char* end = written.data();
    const int size = cms ? i2d_CMS_ContentInfo(cms.get(), &end) : 0;
    written.resize(static_cast<std::size_t>(std::max(size, 0)));
    return written;
}

}  // namespace

TEST_CASE("a sealed part is the DER that the library writes, whatever its size", "[outbox]") {
    // With the padding, lengths of DER take three, four and five bytes.
    const std::size_t size = GENERATE(0U, 1U, 65'535U, 65'536U, 3'000'000U, 20'000'000U);
    const bool are_two = GENERATE(false, true);
    std::vector<Certificate> recipients{keys().recipient.read_certificate()};
    if (are_two) recipients.push_back(keys().spare.read_certificate());
    const Bytes content(size, 'p');

    const auto sealed = Envelope::to(recipients).value().seal(content);

    REQUIRE(sealed);
    CHECK(std::ranges::equal(written_by_library(*sealed), *sealed));
    CHECK(open_sealed(*sealed, are_two ? keys().spare : keys().recipient) == content);
}

TEST_CASE("every part has a content key and an ephemeral key of its own", "[outbox]") {
    const std::vector<Certificate> recipients{keys().recipient.read_certificate()};
    const Bytes content(100, 'p');

    const Envelope envelope = Envelope::to(recipients).value();
    const auto first = envelope.seal(content);
    const auto second = envelope.seal(content);

    REQUIRE((first && second));
    std::size_t same = 0;
    for (std::size_t at = first->size() - kPaddingStep; at < first->size(); ++at)
        same += static_cast<std::size_t>((*first)[at] == (*second)[at]);
    CHECK(same < kPaddingStep / 64);
}
