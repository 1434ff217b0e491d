#include "kiosk/programs/command_pages.h"

#include <map>
#include <print>
#include <set>
#include <string>

#include "kiosk/core/version.h"

namespace motlan {
namespace {

/// groff takes a leading dot or quote for a request and a hyphen for a dash.
std::string groff(std::string_view text) {
    std::string escaped;
    for (const char letter : text) {
        if (letter == '-' || letter == '\\') escaped += '\\';
        escaped += letter;
    }
    return escaped;
}

/// Every "--option" of a usage line.
std::set<std::string> options_of(std::string_view usage) {
    std::set<std::string> options;
    for (std::size_t at = usage.find("--"); at != std::string_view::npos;
         at = usage.find("--", at + 2)) {
        const std::size_t end = usage.find_first_not_of("-abcdefghijklmnopqrstuvwxyz", at);
        options.emplace(usage.substr(at, end == std::string_view::npos ? end : end - at));
    }
    return options;
}

std::string joined(const std::set<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
    return line;
}

}  // namespace

void print_help(Commands commands) {
    std::println("kioskctl: look after a Một Lần kiosk\n");
    for (const KioskctlCommand& command : commands) {
        std::println("  kioskctl {} {}\n      {}", command.name, command.usage, command.purpose);
    }
    std::println("  kioskctl --help | --man | --completion | --version\n");
    std::println("Exit status: 0 fine, 1 something is wrong, 2 called wrongly.");
}

void print_man(Commands commands) {
    std::println(".TH KIOSKCTL 1 \"\" \"Một Lần {}\"", groff(version()));
    std::println(".SH NAME\nkioskctl \\- look after a Một Lần kiosk");
    std::println(".SH SYNOPSIS\n.B kioskctl\n\\fICOMMAND\\fR [\\fIARGUMENT\\fR…]\n.SH COMMANDS");
    for (const KioskctlCommand& command : commands) {
        std::println(".TP\n.B {}\n.I {}\n.br\n{}.", groff(command.name), groff(command.usage),
                     groff(command.purpose));
    }
    std::println(
        ".SH ENVIRONMENT\n.TP\n.B STATE_DIRECTORY\nwhere the kiosk keeps its keys and "
        "its outbox; /var/lib/motlan on an installed kiosk.\n.TP\n.B RUNTIME_DIRECTORY\n"
        "where its sockets are; /run/motlan on an installed kiosk.");
    std::println(".SH EXIT STATUS\n0 fine, 1 something is wrong, 2 called wrongly.");
    std::println(".SH SEE ALSO\n.BR kiosk (8),\n.BR kiosk\\-link (8)");
}

void print_completion(Commands commands) {
    std::map<std::string, std::set<std::string>> next;
    for (const KioskctlCommand& command : commands) {
        const std::size_t space = command.name.find(' ');
        const std::string first(command.name.substr(0, space));
        next[""].insert(first);
        if (space != std::string_view::npos) next[first].emplace(command.name.substr(space + 1));
        next[std::string(command.name)].merge(options_of(command.usage));
    }
    std::println("# Completion of kioskctl for bash; printed by kioskctl --completion.");
    std::println("_kioskctl() {{\n    local words='' current=${{COMP_WORDS[COMP_CWORD]}}");
    std::println("    case \"${{COMP_WORDS[*]:1:COMP_CWORD - 1}}\" in");
    for (const auto& [said, words] : next) {
        const bool is_command =
            said.contains(' ') || words.empty() || words.begin()->starts_with("--");
        std::println("        \"{}\"{}) words='{}' ;;", said,
                     is_command && !said.empty() ? " | \"" + said + " \"*" : "", joined(words));
    }
    std::println(
        "    esac\n    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n}}");
    std::println("complete -o default -F _kioskctl kioskctl");
}

}  // namespace motlan
