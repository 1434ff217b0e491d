#include "drivers/simulated/world.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <string>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/file.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {
namespace {

constexpr timeval kAnswerPatience{.tv_sec = 2, .tv_usec = 0};

struct Accident {
    std::string_view name;
    void (SimulatedWorld::*change)(std::optional<Fault>) = nullptr;
    std::optional<Fault> fault = std::nullopt;
    std::string_view province_line = {};
};

constexpr auto kAccidents = std::to_array<Accident>({
    {"camera_lost", &SimulatedWorld::break_camera, Fault::CameraUnavailable},
    {"camera_mended", &SimulatedWorld::break_camera},
    {"scanner_jam", &SimulatedWorld::break_scanner, Fault::ScannerJam},
    {"scanner_cover", &SimulatedWorld::break_scanner, Fault::ScannerCoverOpen},
    {"scanner_busy", &SimulatedWorld::break_scanner, Fault::ScannerBusy},
    {"scanner_double", &SimulatedWorld::break_scanner, Fault::ScannerDoubleFeed},
    {"scanner_warming", &SimulatedWorld::break_scanner, Fault::ScannerWarmingUp},
    {"scanner_unplugged", &SimulatedWorld::break_scanner, Fault::ScannerUnplugged},
    {"scanner_lost", &SimulatedWorld::break_scanner, Fault::ScannerUnavailable},
    {"scanner_mended", &SimulatedWorld::break_scanner},
    {"printer_paper_out", &SimulatedWorld::break_printer, Fault::PrinterPaperOut},
    {"printer_paper_low", &SimulatedWorld::let_paper_run_low, Fault::PrinterPaperLow},
    {"printer_paper_new", &SimulatedWorld::let_paper_run_low},
    {"printer_cover", &SimulatedWorld::break_printer, Fault::PrinterCoverOpen},
    {"printer_lost", &SimulatedWorld::break_printer, Fault::PrinterUnavailable},
    {"printer_mended", &SimulatedWorld::break_printer},
    {.name = "network_cut", .province_line = "network cut"},
    {.name = "network_slow", .province_line = "network slow"},
    {.name = "network_up", .province_line = "network up"},
});

Result<EncodedPicture> read_picture(const std::filesystem::path& path) {
    auto bytes = read_file(path, kEncodedLimit);
    return bytes ? picture_of_file(*std::move(bytes)) : fail(Fault::PictureUnreadable);
}

Result<Descriptor> connect_to(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (path.empty() || path.native().size() >= sizeof(address.sun_path) || !socket.is_open()) {
        return fail(Fault::LinkUnavailable);
    }
    std::ranges::copy(path.native(), address.sun_path);
    ::setsockopt(socket.number(), SOL_SOCKET, SO_RCVTIMEO, &kAnswerPatience,
                 sizeof(kAnswerPatience));
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    if (::connect(socket.number(), generic, sizeof(address)) != 0) {
        return fail(Fault::LinkUnavailable);
    }
    return socket;
}

}  // namespace

Result<void> SimulatedWorld::show_card(const std::filesystem::path& picture) {
    if (picture.empty()) {
        const std::scoped_lock lock(mutex_);
        contents_.card.reset();
        return {};
    }
    auto read = read_picture(picture);
    if (!read) return fail(read.error());
    const std::scoped_lock lock(mutex_);
    contents_.card = *std::move(read);
    return {};
}

Result<void> SimulatedWorld::lay_papers(const std::vector<std::filesystem::path>& pictures) {
    std::vector<EncodedPicture> papers;
    for (const std::filesystem::path& picture : pictures) {
        auto read = read_picture(picture);
        if (!read) return fail(read.error());
        papers.push_back(*std::move(read));
    }
    const std::scoped_lock lock(mutex_);
    contents_.papers = std::move(papers);
    return {};
}

Result<void> SimulatedWorld::happen(std::string_view accident) {
    const auto known = std::ranges::find(kAccidents, accident, &Accident::name);
    if (known == kAccidents.end()) return fail(Fault::MessageMalformed);
    if (!known->province_line.empty()) return tell_province(known->province_line);
    (this->*known->change)(known->fault);
    return {};
}

void SimulatedWorld::break_camera(std::optional<Fault> fault) {
    const std::scoped_lock lock(mutex_);
    contents_.camera_fault = fault;
}

void SimulatedWorld::break_scanner(std::optional<Fault> fault) {
    const std::scoped_lock lock(mutex_);
    contents_.scanner_fault = fault;
}

void SimulatedWorld::break_printer(std::optional<Fault> fault) {
    const std::scoped_lock lock(mutex_);
    contents_.printer_fault = fault;
}

void SimulatedWorld::let_paper_run_low(std::optional<Fault> low) {
    const std::scoped_lock lock(mutex_);
    contents_.is_paper_low = low.has_value();
}

Result<void> SimulatedWorld::tell_province(std::string_view line) {
    const auto socket = connect_to(province_control_);
    if (!socket) return fail(socket.error());
    const std::string whole = std::string(line) + "\n";
    if (::send(socket->number(), whole.data(), whole.size(), MSG_NOSIGNAL) < 0) {
        return fail(Fault::LinkUnavailable);
    }
    std::array<char, 256> answer{};
    const ssize_t got = ::recv(socket->number(), answer.data(), answer.size(), 0);
    if (got <= 0) return fail(Fault::LinkUnavailable);
    const std::string_view said(answer.data(), static_cast<std::size_t>(got));
    return said.starts_with("ok") ? Result<void>() : fail(Fault::MessageMalformed);
}

std::optional<EncodedPicture> SimulatedWorld::card() const {
    const std::scoped_lock lock(mutex_);
    return contents_.card;
}

std::optional<EncodedPicture> SimulatedWorld::paper_on_glass() const {
    const std::scoped_lock lock(mutex_);
    if (contents_.papers.empty()) return std::nullopt;
    return contents_.papers.front();
}

void SimulatedWorld::next_paper(LastSheet last) {
    const std::scoped_lock lock(mutex_);
    const std::size_t stay = last == LastSheet::Stays ? 1 : 0;
    if (contents_.papers.size() > stay) contents_.papers.erase(contents_.papers.begin());
}

std::optional<Fault> SimulatedWorld::camera_fault() const {
    const std::scoped_lock lock(mutex_);
    return contents_.camera_fault;
}

std::optional<Fault> SimulatedWorld::scanner_fault() const {
    const std::scoped_lock lock(mutex_);
    return contents_.scanner_fault;
}

std::optional<Fault> SimulatedWorld::printer_fault() const {
    const std::scoped_lock lock(mutex_);
    return contents_.printer_fault;
}

bool SimulatedWorld::is_paper_low() const {
    const std::scoped_lock lock(mutex_);
    return contents_.is_paper_low;
}

}  // namespace motlan
