// What came of former tests: for each, its last 20 results, in a small file of its own. Names
// nobody.
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "kiosk/core/device_test.h"
#include "kiosk/core/result.h"
#include "kiosk/core/tree.h"

namespace motlan {

/// Of each test, the newest last.
using TestResults = std::map<DeviceTest, std::vector<TestResult>>;

/// The newest result of a test; nullptr when it was never made.
[[nodiscard]] const TestResult* newest(const TestResults& results, DeviceTest test);

class TestHistory {
public:
    static constexpr std::size_t kKept = 20;

    /// `folder` is "$STATE_DIRECTORY/tests"; it is made when the first result is kept.
    explicit TestHistory(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Adds a result. Fails with Fault::DiskFull or StorageFailed.
    [[nodiscard]] Result<void> add(const TestResult& result) const;

    /// The results of a test, the newest last; none from a file that is damaged.
    [[nodiscard]] std::vector<TestResult> read(DeviceTest test) const;
    /// The same of every test.
    [[nodiscard]] TestResults read_all() const;

private:
    [[nodiscard]] std::filesystem::path file_of(DeviceTest test) const;

    std::filesystem::path folder_;
};

/// A result as a document, for the history and for scripts.
[[nodiscard]] Tree to_tree(const TestResult& result);

/// Back; nothing for what is no result.
[[nodiscard]] std::optional<TestResult> test_result_of(const Tree& tree);

}  // namespace motlan
