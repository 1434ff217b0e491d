// The architecture as two tables: which folder may include which, and the one home of each
// third-party library. Reads the #include lines of kiosk/ and drivers/ and fails otherwise.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/checkout.h"

namespace {

using Names = std::set<std::string, std::less<>>;

/// Who may include whom. A folder may always include itself.
///
///     core <- domain <- flow <- ui <- app <- care <- technician <- programs     core <- device <-
///     drivers <- programs core <- imaging, ipc <- eye <- reading               domain <- outbox <-
///     backend <- link, staff domain, device <- chip <- app             outbox <- saved <- app
const std::map<std::string, Names, std::less<>> kMayInclude = {
    {"core", {}},
    {"domain", {"core"}},
    {"flow", {"core", "domain"}},
    {"speech", {"core", "domain"}},
    {"ui", {"core", "domain", "flow", "speech"}},
    {"device", {"core"}},
    {"chip", {"core", "domain", "device"}},
    {"imaging", {"core"}},
    {"ipc", {"core"}},
    {"eye", {"core", "imaging", "ipc"}},
    {"reading", {"core", "ipc", "eye"}},
    {"outbox", {"core", "domain"}},
    {"saved", {"core", "domain", "outbox"}},
    {"backend", {"core", "domain", "outbox"}},
    {"staff", {"core", "domain", "outbox", "backend"}},
    {"link", {"core", "domain", "outbox", "backend", "ipc"}},
    {"app",
     {"core", "domain", "flow", "ui", "speech", "device", "chip", "eye", "reading", "backend",
      "link", "outbox", "saved", "staff", "ipc"}},
    {"drivers", {"core", "device", "chip", "eye", "imaging", "ipc"}},
    {"care",
     {"core", "domain", "device", "imaging", "flow", "ui", "eye", "outbox", "backend", "link",
      "ipc", "app", "drivers"}},
    {"technician",
     {"care", "core", "domain", "device", "flow", "ui", "eye", "outbox", "app", "drivers"}},
    {"programs",
     {"technician", "care", "core", "domain", "flow", "ui", "speech", "device", "chip", "imaging",
      "ipc", "eye", "reading", "outbox", "backend", "staff", "link", "app", "drivers"}},
};

/// A third-party library: its headers, its types, and the only places that may know them.
struct Library {
    std::string name;
    std::string headers;
    std::string types;
    std::vector<std::string> homes;
};

const std::vector<Library> kLibraries = {
    {"imgui", "(backends/)?imgui.*", "Im(Gui|Vec|Font|Draw|Texture)\\w*", {"kiosk/ui/"}},
    {"stb", "stb.*", "stb_?(tt|rp|i)_\\w+|stbtt_\\w+", {"kiosk/ui/"}},
    {"freetype", "ft2build.h|freetype/.*", "FT_\\w+", {"kiosk/ui/"}},
    {"sdl", "(SDL2/)?SDL.*", "SDL_\\w+", {"kiosk/ui/", "kiosk/app/"}},
    {"qrencode", "qrencode.h", "QRcode", {"kiosk/ui/"}},
    {"openssl",
     "openssl/.*",
     "(EVP|CMS|SSL|BIO|evp|x509)_\\w+|X509\\w*",
     {"kiosk/outbox/", "kiosk/saved/", "kiosk/backend/", "kiosk/chip/", "kiosk/staff/"}},
    {"sqlite", "sqlite3.h", "sqlite3\\w*", {"kiosk/outbox/"}},
    {"curl", "curl/.*", "CURL\\w*|curl_\\w+", {"kiosk/backend/"}},
    {"seccomp", "seccomp.h", "scmp_\\w+", {"kiosk/eye/"}},
    {"zxing", "ZXing/.*", "ZXing", {"kiosk/imaging/qr_"}},
    {"qpdf", "qpdf/.*", "QPDF\\w*", {"kiosk/imaging/"}},
    {"leptonica", "leptonica/.*", "Pix|PIX", {"kiosk/imaging/"}},
    {"opencv", "opencv2/.*", "cv::\\w+", {"kiosk/imaging/"}},
    {"tesseract", "tesseract/.*", "tesseract", {"kiosk/reading/"}},
    {"jbig2", ".*jbig2.*", "jbig2ctx", {"kiosk/imaging/"}},
    {"lcms2", "lcms2.*", "cmsHPROFILE", {"kiosk/imaging/"}},
    {"openjpeg", "openjpeg.h", "opj_\\w+", {"kiosk/imaging/jpeg2000.cpp"}},
    {"turbojpeg", "turbojpeg.h", "tjhandle", {"kiosk/imaging/"}},
    {"png", "png.h", "png_(struct|info|image)\\w*", {"kiosk/core/png.cpp", "kiosk/imaging/"}},
    {"nlohmann", "nlohmann/.*", "nlohmann", {"kiosk/core/json.cpp"}},
    {"toml++", "toml\\+\\+/.*", "toml::\\w+", {"kiosk/core/toml.cpp"}},
    {"utf8proc", "utf8proc.h", "utf8proc_\\w+", {"kiosk/core/utf8.cpp"}},
    {"systemd", "systemd/.*", "sd_(bus|event|journal)\\w*", {"kiosk/programs/", "kiosk/link/"}},
    {"sane", "sane/.*", "SANE_\\w+", {"drivers/sane/"}},
    {"v4l2", "linux/videodev2.h", "v4l2_\\w+", {"drivers/camera/"}},
    {"pcsc", "winscard.h|PCSC/.*", "SCARD\\w+", {"drivers/card_pcsc/"}},
    {"cups", "cups/.*", "cups_\\w+|ipp_t", {"drivers/"}},
    {"alsa", "alsa/.*", "snd_pcm_\\w+", {"drivers/"}},
};

/// What only touches the world, so that domain/ and flow/ stay functions over values.
const Names kWorld = {"filesystem", "fstream", "iostream", "thread", "mutex",  "condition_variable",
                      "future",     "atomic",  "random",   "print",  "cstdio", "ctime"};

struct Include {
    std::string file;  ///< from the root: kiosk/flow/step.cpp
    int line = 0;
    std::string target;
    bool quoted = false;
};

std::string folder_of(std::string_view path) {
    if (path.starts_with("drivers/")) return "drivers";
    if (!path.starts_with("kiosk/")) return std::string(path.substr(0, path.find('/')));
    path.remove_prefix(6);
    return std::string(path.substr(0, path.find('/')));
}

bool is_header(std::string_view path) { return path.ends_with(".h"); }

bool is_standard(const std::string& target) {
    static const std::regex kStandard(
        "[a-z_0-9]+|(sys|net|netinet|arpa|linux)/.*|(unistd|fcntl|poll|signal|termios|dlfcn|"
        "pthread|netdb|ifaddrs|dirent|grp|pwd|sched|spawn|syslog|locale|langinfo|getopt|time|"
        "malloc).h");
    return std::regex_match(target, kStandard) && target != "linux/videodev2.h";
}

const Library* library_of(const std::string& target) {
    const auto found = std::ranges::find_if(kLibraries, [&](const Library& library) {
        return std::regex_match(target, std::regex(library.headers));
    });
    return found == kLibraries.end() ? nullptr : &*found;
}

bool is_home(const Library& library, std::string_view file) {
    return std::ranges::any_of(library.homes,
                               [&](const auto& home) { return file.starts_with(home); });
}

/// Only a header named after the library, openssl.h, may include it, for the sources of its home.
std::optional<std::string> misplaced(const Include& include, const Library& library) {
    if (!is_home(library, include.file)) return library.name + " does not live here";
    if (is_header(include.file) && !include.file.ends_with("/" + library.name + ".h"))
        return "a header includes " + library.name;
    return {};
}

std::optional<std::string> wrong_layer(const Include& include) {
    const std::string from = folder_of(include.file);
    const std::string to = folder_of(include.target);
    const auto layer = kMayInclude.find(from);
    if (layer == kMayInclude.end()) return from + " is not in the table of layers";
    if (from != to && !layer->second.contains(to)) return from + " may not include " + to;
    return {};
}

/// Why the include is not allowed; nothing when it is.
std::optional<std::string> complaint(const Include& include) {
    if (include.quoted) return wrong_layer(include);
    const std::string from = folder_of(include.file);
    const bool pure = from == "domain" || from == "flow";
    if (pure && (kWorld.contains(include.target) || include.target.contains('.')))
        return from + " touches the world";
    if (is_standard(include.target)) return {};
    const Library* library = library_of(include.target);
    if (library == nullptr) return "a library without a home in the table";
    return misplaced(include, *library);
}

/// A source of ours, without its comments.
struct Source {
    std::vector<Include> includes;
    std::string code;
};

using Sources = std::map<std::string, Source, std::less<>>;

Source read(const std::filesystem::path& path, const std::string& name) {
    static const std::regex kInclude(R"re(^\s*#\s*include\s*(["<])([^">]+)[">].*)re");
    Source source;
    std::ifstream stream(path);
    std::string text;
    for (int line = 1; std::getline(stream, text); ++line) {
        std::smatch match;
        if (std::regex_match(text, match, kInclude))
            source.includes.push_back({name, line, match[2].str(), match[1] == "\""});
        source.code += text.substr(0, text.find("//")) + '\n';
    }
    return source;
}

const Sources& all_sources() {
    static const Sources kSources = [] {
        const std::filesystem::path root = motlan::checkout();
        Sources sources;
        for (const char* top : {"kiosk", "drivers"}) {
            for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
                const std::string name = std::filesystem::relative(entry.path(), root).string();
                if (name.ends_with(".h") || name.ends_with(".cpp"))
                    sources.emplace(name, read(entry.path(), name));
            }
        }
        return sources;
    }();
    return kSources;
}

/// Adds the headers of ours that `name` includes, and what those include.
void add_seen(const Sources& sources, const std::string& name, Names& seen) {
    const auto source = sources.find(name);
    if (source == sources.end()) return;
    for (const Include& include : source->second.includes)
        if (include.quoted && seen.insert(include.target).second)
            add_seen(sources, include.target, seen);
}

/// Every "file sees header" where a header that names the library's types reaches beyond its home.
std::vector<std::string> leaks(const Sources& sources, const Library& library) {
    const std::regex types("\\b(" + library.types + ")\\b");
    Names naming;
    for (const auto& [name, source] : sources)
        if (is_header(name) && std::regex_search(source.code, types)) naming.insert(name);
    std::vector<std::string> found;
    for (const auto& [name, source] : sources) {
        if (is_home(library, name)) continue;
        Names seen = {name};
        add_seen(sources, name, seen);
        for (const auto& header : seen)
            if (naming.contains(header)) found.push_back(name + " sees " + header);
    }
    return found;
}

TEST_CASE("every include keeps to its layer and every library to its home", "[layers]") {
    for (const auto& [name, source] : all_sources()) {
        for (const Include& include : source.includes) {
            const auto reason = complaint(include);
            INFO(name << ":" << include.line << " includes " << include.target << ": "
                      << reason.value_or(""));
            CHECK_FALSE(reason.has_value());
        }
    }
}

TEST_CASE("outside its home nobody sees a type of a library", "[layers]") {
    for (const Library& library : kLibraries) {
        INFO(library.name);
        CHECK(leaks(all_sources(), library) == std::vector<std::string>{});
    }
}

TEST_CASE("a type that leaks through two headers is found", "[layers]") {
    const Library library = {"sdl", "SDL.*", "SDL_\\w+", {"kiosk/ui/"}};
    const Sources sources = {
        {"kiosk/ui/paint.h", {.includes = {}, .code = "struct SDL_Renderer;"}},
        {"kiosk/ui/window.h", {.includes = {{"", 1, "kiosk/ui/paint.h", true}}, .code = ""}},
        {"kiosk/app/loop.cpp", {.includes = {{"", 1, "kiosk/ui/window.h", true}}, .code = ""}},
    };

    CHECK(leaks(sources, library) ==
          std::vector<std::string>{"kiosk/app/loop.cpp sees kiosk/ui/paint.h"});
}

TEST_CASE("an include upwards, sideways or of a stranger is found", "[layers]") {
    const std::vector<Include> wrong = {
        {"kiosk/domain/profile.h", 1, "kiosk/flow/state.h", true},
        {"kiosk/ui/renderer.cpp", 1, "kiosk/app/queue.h", true},
        {"kiosk/device/document_scanner.h", 1, "kiosk/imaging/page_file.h", true},
        {"kiosk/flow/step.cpp", 1, "drivers/factory.h", true},
        {"kiosk/app/loop.cpp", 1, "tests/support/clock.h", true},
        {"kiosk/newcomer/x.cpp", 1, "kiosk/core/result.h", true},
        {"kiosk/domain/procedure.cpp", 1, "fstream", false},
        {"kiosk/flow/step.cpp", 1, "unistd.h", false},
        {"kiosk/app/loop.cpp", 1, "imgui.h", false},
        {"kiosk/imaging/page_file.h", 1, "qpdf/QPDF.hh", false},
        {"kiosk/outbox/seal.h", 1, "openssl/evp.h", false},
        {"kiosk/core/log.cpp", 1, "boost/any.hpp", false},
    };

    for (const Include& include : wrong) {
        INFO(include.file << " includes " << include.target);
        CHECK(complaint(include).has_value());
    }
}

TEST_CASE("an include downwards and of a library at home is allowed", "[layers]") {
    const std::vector<Include> right = {
        {"kiosk/flow/step.cpp", 1, "kiosk/domain/profile.h", true},
        {"kiosk/flow/step.cpp", 1, "kiosk/flow/state.h", true},
        {"drivers/sane/sane_scanner.cpp", 1, "kiosk/device/document_scanner.h", true},
        {"drivers/sane/sane_scanner.cpp", 1, "sane/sane.h", false},
        {"kiosk/outbox/seal.cpp", 1, "kiosk/outbox/openssl.h", true},
        {"kiosk/outbox/openssl.h", 1, "openssl/evp.h", false},
        {"kiosk/domain/profile.h", 1, "optional", false},
        {"kiosk/programs/link.cpp", 1, "kiosk/link/service.h", true},
    };

    for (const Include& include : right) {
        INFO(include.file << " includes " << include.target);
        CHECK(complaint(include) == std::nullopt);
    }
}

}  // namespace
