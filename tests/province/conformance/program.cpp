// The program `conformance`: does a backend keep the contract of config/province.yaml?
#include <charconv>
#include <iostream>
#include <map>
#include <optional>

#include "kiosk/core/file.h"
#include "tests/province/conformance/examination.h"

namespace motlan::province {
namespace {

constexpr std::string_view kHelp =
    R"(conformance: does a backend keep the contract of config/province.yaml?

  conformance --url https://HOST:PORT --enrolment FOLDER [--other FOLDER]

Walks every path and rule as the enrolled kiosk, prints each as passed or FAILED with what it saw,
and the sum. With a second kiosk's enrolment it also sees that kiosks are kept apart. It leaves
about a dozen dossiers of invented content behind: never point it at a province that serves people.
Exit status: 0 every rule is kept, 1 one is broken, 2 wrong usage.
)";

constexpr int kWrongUsage = 2;

// "https://HOST:PORT" into the backend; false when it is something else.
bool read_url(std::string_view url, Backend& backend) {
    constexpr std::string_view kScheme = "https://";
    const std::size_t colon = url.rfind(':');
    if (!url.starts_with(kScheme) || colon < kScheme.size()) return false;
    backend.host = url.substr(kScheme.size(), colon - kScheme.size());
    const char* end = url.data() + url.size();
    return std::from_chars(url.data() + colon + 1, end, backend.port).ptr == end &&
           !backend.host.empty();
}

int run(const std::vector<std::string>& arguments) {
    if (arguments == std::vector<std::string>{"--help"}) return (std::cout << kHelp), 0;
    std::map<std::string, std::string> options{{"--url", ""}, {"--enrolment", ""}, {"--other", ""}};
    const std::size_t known = options.size();
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2)
        options[arguments[i]] = arguments[i + 1];
    Backend backend;
    backend.enrolment = options["--enrolment"];
    backend.other = options["--other"];
    backend.authority = read_text(backend.enrolment / "ca.pem", 1 << 14).value_or("");
    const bool is_usage = arguments.size() % 2 == 0 && options.size() == known &&
                          read_url(options["--url"], backend) && !backend.authority.empty();
    if (!is_usage) return (std::cerr << kHelp), kWrongUsage;
    const Examination examination = examine(backend);
    std::cout << examination.to_text();
    return examination.broken() == 0 ? 0 : 1;
}

}  // namespace
}  // namespace motlan::province

int main(int count, char** arguments) {
    return motlan::province::run({arguments + 1, arguments + count});
}
