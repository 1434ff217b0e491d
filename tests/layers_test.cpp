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

namespace {

using Names = std::set<std::string, std::less<>>;

/// Who may include whom. A folder may always include itself.
///
///     core <- domain <- flow <- ui <- app <- programs     core <- device <- drivers <- programs
///     core <- imaging, ipc <- eye                          domain <- outbox <- backend <- link
const std::map<std::string, Names, std::less<>> kMayInclude = {
    {"core", {}},
    {"domain", {"core"}},
    {"flow", {"core", "domain"}},
    {"speech", {"core", "domain"}},
    {"ui", {"core", "domain", "flow", "speech"}},
    {"device", {"core"}},
    {"imaging", {"core"}},
    {"ipc", {"core"}},
    {"eye", {"core", "imaging", "ipc"}},
    {"outbox", {"core", "domain"}},
    {"backend", {"core", "domain", "outbox"}},
    {"link", {"core", "domain", "outbox", "backend", "ipc"}},
    {"app", {"core", "domain", "flow", "ui", "speech", "device", "eye", "link", "outbox", "ipc"}},
    {"drivers", {"core", "device", "eye", "imaging", "ipc"}},
    {"programs",
     {"core", "domain", "flow", "ui", "speech", "device", "imaging", "ipc", "eye", "outbox",
      "backend", "link", "app", "drivers"}},
};

/// A third-party library, how its headers are recognised, and the only places that may use it.
struct Library {
    std::string name;
    std::string headers;
    std::vector<std::string> homes;
};

const std::vector<Library> kLibraries = {
    {"imgui", "imgui.*|backends/imgui.*|stb_.*|ft2build.h|freetype/.*", {"kiosk/ui/"}},
    {"sdl", "SDL.*", {"kiosk/ui/", "kiosk/app/"}},
    {"qrencode", "qrencode.h", {"kiosk/ui/"}},
    {"openssl", "openssl/.*", {"kiosk/outbox/", "kiosk/backend/"}},
    {"sqlite", "sqlite3.h", {"kiosk/outbox/"}},
    {"curl", "curl/.*", {"kiosk/backend/"}},
    {"seccomp", "seccomp.h", {"kiosk/eye/"}},
    {"zxing", "ZXing/.*", {"kiosk/imaging/qr_"}},
    {"qpdf", "qpdf/.*", {"kiosk/imaging/"}},
    {"leptonica", "leptonica/.*", {"kiosk/imaging/"}},
    {"opencv", "opencv2/.*", {"kiosk/imaging/"}},
    {"tesseract", "tesseract/.*", {"kiosk/imaging/"}},
    {"jbig2", "jbig2enc/.*|libjbig2enc.*|jbig2enc.*", {"kiosk/imaging/"}},
    {"turbojpeg", "turbojpeg.h", {"kiosk/imaging/"}},
    {"png", "png.h", {"kiosk/core/png", "kiosk/imaging/"}},
    {"nlohmann", "nlohmann/.*", {"kiosk/core/json.cpp"}},
    {"toml++", "toml\\+\\+/.*", {"kiosk/core/toml.cpp"}},
    {"utf8proc", "utf8proc.h", {"kiosk/core/utf8.cpp"}},
    {"systemd", "systemd/.*", {"kiosk/programs/", "kiosk/link/"}},
    {"sane", "sane/.*", {"drivers/sane/"}},
    {"v4l2", "linux/videodev2.h", {"drivers/camera/"}},
    {"pcsc", "winscard.h|PCSC/.*", {"drivers/"}},
    {"cups", "cups/.*", {"drivers/"}},
    {"alsa", "alsa/.*", {"drivers/"}},
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
        "[a-z_0-9]+|(sys|netinet|arpa|linux)/.*|(unistd|fcntl|poll|signal|termios|dlfcn|pthread|"
        "netdb|ifaddrs|dirent|grp|pwd|sched|spawn|syslog|locale|langinfo|getopt).h");
    return std::regex_match(target, kStandard) && target != "linux/videodev2.h";
}

const Library* library_of(const std::string& target) {
    const auto found = std::ranges::find_if(kLibraries, [&](const Library& library) {
        return std::regex_match(target, std::regex(library.headers));
    });
    return found == kLibraries.end() ? nullptr : &*found;
}

/// The library that a header of ours wraps for the sources of its home: kiosk/outbox/openssl.h.
const Library* wrapped_by(std::string_view header) {
    const auto found = std::ranges::find_if(kLibraries, [&](const Library& library) {
        return header.ends_with("/" + library.name + ".h") &&
               std::ranges::any_of(library.homes,
                                   [&](const auto& home) { return header.starts_with(home); });
    });
    return found == kLibraries.end() ? nullptr : &*found;
}

std::optional<std::string> misplaced(const Include& include, const Library& library) {
    const bool at_home = std::ranges::any_of(
        library.homes, [&](const auto& home) { return include.file.starts_with(home); });
    if (!at_home) return library.name + " does not live here";
    if (is_header(include.file) && wrapped_by(include.file) != &library)
        return "a header shows " + library.name;
    return {};
}

std::optional<std::string> wrong_layer(const Include& include) {
    const std::string from = folder_of(include.file);
    const std::string to = folder_of(include.target);
    const auto layer = kMayInclude.find(from);
    if (layer == kMayInclude.end()) return from + " is not in the table of layers";
    if (from != to && !layer->second.contains(to)) return from + " may not include " + to;
    const Library* wrapped = wrapped_by(include.target);
    return wrapped == nullptr ? std::nullopt : misplaced(include, *wrapped);
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

std::vector<Include> includes_of(const std::filesystem::path& root,
                                 const std::filesystem::path& file) {
    static const std::regex kInclude(R"re(^\s*#\s*include\s*(["<])([^">]+)[">].*)re");
    std::vector<Include> found;
    std::ifstream stream(file);
    std::string text;
    for (int line = 1; std::getline(stream, text); ++line) {
        std::smatch match;
        if (!std::regex_match(text, match, kInclude)) continue;
        found.push_back({.file = std::filesystem::relative(file, root).string(),
                         .line = line,
                         .target = match[2].str(),
                         .quoted = match[1] == "\""});
    }
    return found;
}

std::vector<Include> all_includes(const std::filesystem::path& root) {
    std::vector<Include> all;
    for (const char* top : {"kiosk", "drivers"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
            const auto extension = entry.path().extension();
            if (extension == ".h" || extension == ".cpp")
                std::ranges::move(includes_of(root, entry.path()), std::back_inserter(all));
        }
    }
    return all;
}

TEST_CASE("every include keeps to its layer and every library to its home", "[layers]") {
    const std::vector<Include> includes = all_includes(KIOSK_SOURCE_DIR);

    CHECK(includes.size() > 100);
    for (const Include& include : includes) {
        const auto reason = complaint(include);
        INFO(include.file << ":" << include.line << " includes " << include.target << ": "
                          << reason.value_or(""));
        CHECK_FALSE(reason.has_value());
    }
}

TEST_CASE("a header of ours names no type of a library", "[layers]") {
    static const std::regex kTheirs(
        R"re(.*\b(SDL_\w+|Im(Gui|Vec|Font|Draw)\w*|sqlite3\w*|(EVP|evp|x509|CMS|SSL|SANE|scmp)_\w+|)re"
        R"re(X509\w*|CURL\w*|curl_\w+|nlohmann|toml::|ZXing|cv::|QPDF\w*|png_(struct|info)\w*|)re"
        R"re(QRcode|Pix|tesseract::)\b.*)re");
    for (const char* top : {"kiosk", "drivers"}) {
        const auto root = std::filesystem::path(KIOSK_SOURCE_DIR);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
            const std::string name = std::filesystem::relative(entry.path(), root).string();
            if (!is_header(name) || wrapped_by(name) != nullptr) continue;
            std::ifstream stream(entry.path());
            for (std::string line; std::getline(stream, line);) {
                INFO(name << ": " << line);
                CHECK_FALSE(std::regex_match(line.substr(0, line.find("//")), kTheirs));
            }
        }
    }
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
        {"kiosk/outbox/seal.h", 1, "kiosk/outbox/openssl.h", true},
        {"kiosk/link/service.cpp", 1, "kiosk/outbox/openssl.h", true},
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
