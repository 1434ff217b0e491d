// A sound card of ALSA that exists in a file: an ALSA plug-in with one switch, "Headphone Jack",
// which is on while the file of its configuration holds a "1", and gone with the file.
#include <alsa/asoundlib.h>
#include <alsa/control_external.h>

#include <cstring>
#include <fstream>
#include <string>

namespace {

constexpr const char* kSwitch = "Headphone Jack";

struct Twin {
    snd_ctl_ext_t ext{};
    std::string file;
};

int count(snd_ctl_ext_t*) { return 1; }

int list(snd_ctl_ext_t*, unsigned int, snd_ctl_elem_id_t* id) {
    snd_ctl_elem_id_set_interface(id, SND_CTL_ELEM_IFACE_CARD);
    snd_ctl_elem_id_set_name(id, kSwitch);
    return 0;
}

snd_ctl_ext_key_t find(snd_ctl_ext_t*, const snd_ctl_elem_id_t* id) {
    const bool is_it = std::strcmp(snd_ctl_elem_id_get_name(id), kSwitch) == 0 &&
                       snd_ctl_elem_id_get_interface(id) == SND_CTL_ELEM_IFACE_CARD;
    return is_it ? 0 : SND_CTL_EXT_KEY_NOT_FOUND;
}

int attribute(snd_ctl_ext_t*, snd_ctl_ext_key_t, int* type, unsigned int* access,
              unsigned int* values) {
    *type = SND_CTL_ELEM_TYPE_BOOLEAN;
    *access = SND_CTL_EXT_ACCESS_READ;
    *values = 1;
    return 0;
}

int read_switch(snd_ctl_ext_t* ext, snd_ctl_ext_key_t, long* value) {
    std::ifstream file(static_cast<const Twin*>(ext->private_data)->file);
    return file >> *value ? 0 : -ENODEV;
}

void close_twin(snd_ctl_ext_t* ext) { delete static_cast<Twin*>(ext->private_data); }

int read_event(snd_ctl_ext_t*, snd_ctl_elem_id_t*, unsigned int*) { return -EAGAIN; }

constexpr snd_ctl_ext_callback_t kCallbacks{.close = close_twin,
                                            .elem_count = count,
                                            .elem_list = list,
                                            .find_elem = find,
                                            .get_attribute = attribute,
                                            .read_integer = read_switch,
                                            .read_event = read_event};

}  // namespace

extern "C" {

SND_CTL_PLUGIN_DEFINE_FUNC(twin) {
    static_cast<void>(root);
    snd_config_t* file = nullptr;
    const char* path = nullptr;
    if (snd_config_search(conf, "file", &file) < 0 || snd_config_get_string(file, &path) < 0 ||
        !std::ifstream(path)) {
        return -ENODEV;
    }
    auto* twin = new Twin{.file = path};
    twin->ext.version = SND_CTL_EXT_VERSION;
    twin->ext.poll_fd = -1;
    twin->ext.callback = &kCallbacks;
    twin->ext.private_data = twin;
    const int failed = snd_ctl_ext_create(&twin->ext, name, mode);
    if (failed < 0) {
        delete twin;
        return failed;
    }
    *handlep = twin->ext.handle;
    return 0;
}

SND_CTL_PLUGIN_SYMBOL(twin)
}
