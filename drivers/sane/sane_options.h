// The options of an open SANE device. They are found by the names that the SANE standard
// fixes (SANE 1.06, section 4.5) and by what they can do, never by the text that a vendor
// shows to people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace motlan {

class SaneOptions {
public:
    /// `device` is an open SANE handle and must outlive this.
    explicit SaneOptions(void* device) : device_(device) {}

    /// Sets a number to the nearest value that the device allows; false when it has no such
    /// option now. Numbers are whole or, where the device says so, SANE's fixed point.
    bool set_number(const char* name, double value);
    /// What a number is now.
    [[nodiscard]] std::optional<double> number(const char* name) const;
    /// The largest value that a number may take.
    [[nodiscard]] std::optional<double> largest(const char* name) const;
    /// The texts that an option offers; empty when it has none.
    [[nodiscard]] std::vector<std::string> choices(const char* name) const;
    /// Chooses one of these texts; false when the device refuses.
    bool choose(const char* name, const std::string& choice);
    /// Switches something on or off; false when the device has no such switch now.
    bool set_switch(const char* name, bool is_on);
    /// Whether a sensor sees something; false also when there is none, and for what can be set:
    /// that tells what is wished, not what is seen.
    [[nodiscard]] bool senses(const char* name) const;

private:
    struct Found;
    /// What may be set, or what may at least be looked at.
    enum class Use : std::uint8_t { Set, Look };
    [[nodiscard]] std::optional<Found> find(std::string_view name, Use use) const;

    void* device_;
};

}  // namespace motlan
