#include "drivers/alsa_jack/alsa_jack.h"

#include <alsa/asoundlib.h>

#include <memory>
#include <utility>

namespace motlan {
namespace {

/// ALSA would write to standard error what its answers say anyway.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}

class Jack {
public:
    Jack(std::string card, std::string control)
        : card_(std::move(card)), control_(std::move(control)) {}

    bool is_plugged() {
        if (!open_) open_ = open();
        const Value value = make_value();
        if (!open_ || !value) return false;
        snd_ctl_elem_value_set_interface(value.get(), SND_CTL_ELEM_IFACE_CARD);
        snd_ctl_elem_value_set_name(value.get(), control_.c_str());
        if (snd_ctl_elem_read(open_.get(), value.get()) < 0) {
            open_.reset();
            return false;
        }
        return snd_ctl_elem_value_get_boolean(value.get(), 0) != 0;
    }

private:
    using Card = std::unique_ptr<snd_ctl_t, int (*)(snd_ctl_t*)>;
    using Value = std::unique_ptr<snd_ctl_elem_value_t, void (*)(snd_ctl_elem_value_t*)>;

    [[nodiscard]] Card open() const {
        static_cast<void>(snd_lib_error_set_handler(say_nothing));
        snd_ctl_t* card = nullptr;
        static_cast<void>(snd_ctl_open(&card, card_.c_str(), SND_CTL_READONLY | SND_CTL_NONBLOCK));
        return {card, snd_ctl_close};
    }

    static Value make_value() {
        snd_ctl_elem_value_t* made = nullptr;
        static_cast<void>(snd_ctl_elem_value_malloc(&made));
        return {made, snd_ctl_elem_value_free};
    }

    std::string card_;
    std::string control_;
    Card open_{nullptr, snd_ctl_close};
};

}  // namespace

std::function<bool()> jack_question(const std::string& card, const std::string& control) {
    if (control.empty()) return {};
    return [jack = std::make_shared<Jack>(card, control)] { return jack->is_plugged(); };
}

}  // namespace motlan
