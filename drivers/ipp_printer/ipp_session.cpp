#include "drivers/ipp_printer/ipp_session.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <format>
#include <span>
#include <string_view>
#include <cups/cups.h>

#include "drivers/ipp_printer/printer_words.h"

namespace motlan {
namespace {

using std::chrono::milliseconds;

struct FreeIpp {
    void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, FreeIpp>;

http_t* http(void* connection) { return static_cast<http_t*>(connection); }

std::vector<std::string> texts(ipp_t* ipp, const char* name, ipp_tag_t tag) {
    std::vector<std::string> found;
    ipp_attribute_t* attribute = ippFindAttribute(ipp, name, tag);
    for (int i = 0; i < ippGetCount(attribute); ++i) {
        const char* text = ippGetString(attribute, i, nullptr);
        if (text != nullptr) found.emplace_back(text);
    }
    return found;
}

std::string first_text(ipp_t* ipp, const char* name) {
    const auto all = texts(ipp, name, IPP_TAG_TEXT);
    return all.empty() ? std::string() : plain_line(all.front());
}

int number(ipp_t* ipp, const char* name, ipp_tag_t tag) {
    ipp_attribute_t* attribute = ippFindAttribute(ipp, name, tag);
    return attribute == nullptr ? 0 : ippGetInteger(attribute, 0);
}

/// Whose our jobs are: several kiosks may share a printer, and beside the kiosk a technician may
/// print, whose look must not take back what a citizen waits for.
std::string owner() {
    std::array<char, HOST_NAME_MAX + 1> host{};
    static_cast<void>(::gethostname(host.data(), host.size() - 1));
    return std::format("{}-{}", program_invocation_short_name, host.data());
}

/// A request of this printer. libcups owns what is added to it.
Ipp request(ipp_op_t what, const std::string& address) {
    Ipp asked(ippNewRequest(what));
    ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr,
                 address.c_str());
    ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
                 owner().c_str());
    return asked;
}

Ipp request_about(int job, ipp_op_t what, const std::string& address) {
    Ipp asked = request(what, address);
    ippAddInteger(asked.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    return asked;
}

void wish_for(ipp_t* asked, std::span<const char* const> attributes) {
    ippAddStrings(asked, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(attributes.size()), nullptr, attributes.data());
}

/// What a refused request means. `answered` may be empty: nobody answered.
Fault fault_of(const ipp_t* answered, ipp_status_t status) {
    if (answered == nullptr) return Fault::PrinterUnavailable;
    switch (status) {
        case IPP_STATUS_ERROR_BUSY:
        case IPP_STATUS_ERROR_TOO_MANY_JOBS: return Fault::PrinterBusy;
        case IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED:
        case IPP_STATUS_ERROR_DOCUMENT_FORMAT_ERROR:
        case IPP_STATUS_ERROR_ATTRIBUTES_OR_VALUES:
        case IPP_STATUS_ERROR_REQUEST_ENTITY:
        case IPP_STATUS_ERROR_OPERATION_NOT_SUPPORTED:
        case IPP_STATUS_ERROR_BAD_REQUEST: return Fault::PrinterRefused;
        default: return Fault::PrinterUnavailable;
    }
}

/// Takes the request away. Fails as fault_of().
Result<Ipp> ask(void* connection, const std::string& path, Ipp asked) {
    Ipp answered(cupsDoRequest(http(connection), asked.release(), path.c_str()));
    const ipp_status_t status = answered ? ippGetStatusCode(answered.get()) : cupsLastError();
    // Statuses up to here are successes (RFC 8011, 4.1.6.1).
    if (answered && status <= IPP_STATUS_OK_EVENTS_COMPLETE) return answered;
    return fail(fault_of(answered.get(), status));
}

/// The jobs of a list. Not every printer names their owners, nor keeps to those that it was asked
/// for: one that is somebody else's by name is left out.
std::vector<int> jobs_in(ipp_t* listed) {
    std::vector<int> jobs;
    int job = 0;
    bool is_ours = true;
    const auto end_job = [&] {
        if (job > 0 && is_ours) jobs.push_back(job);
        job = 0;
        is_ours = true;
    };
    for (ipp_attribute_t* attribute = ippFirstAttribute(listed); attribute != nullptr;
         attribute = ippNextAttribute(listed)) {
        const char* name = ippGetName(attribute);
        if (name == nullptr) {
            end_job();  // what parts two groups has no name
        } else if (name == std::string_view("job-id")) {
            job = ippGetInteger(attribute, 0);
        } else if (name == std::string_view("job-originating-user-name")) {
            const char* said = ippGetString(attribute, 0, nullptr);
            is_ours = said != nullptr && said == owner();
        }
    }
    end_job();
    return jobs;
}

}  // namespace

void IppSession::Close::operator()(void* connection) const { httpClose(http(connection)); }

Result<IppSession> IppSession::open(const std::string& address, milliseconds patience) {
    std::array<char, 16> scheme{};
    std::array<char, 64> user{};
    std::array<char, 256> host{};
    std::array<char, 256> path{};
    int port = 0;
    const auto read = httpSeparateURI(HTTP_URI_CODING_ALL, address.c_str(), scheme.data(),
                                      scheme.size(), user.data(), user.size(), host.data(),
                                      host.size(), &port, path.data(), path.size());
    if (read < HTTP_URI_STATUS_OK) return fail(Fault::PrinterUnavailable);
    const bool is_secret = std::string_view(scheme.data()) == "ipps";
    const int time = static_cast<int>(patience.count());
    http_t* connection = httpConnect2(
        host.data(), port, nullptr, AF_UNSPEC,
        is_secret ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED, 1, time, nullptr);
    if (connection == nullptr) return fail(Fault::PrinterUnavailable);
    // A printer that says nothing for so long is gone.
    const auto give_up = [](http_t*, void*) { return 0; };
    httpSetTimeout(connection, static_cast<double>(time) / 1000, give_up, nullptr);
    return IppSession(connection, address, path.data());
}

Result<IppWords> IppSession::ask() {
    constexpr std::array kWanted{"printer-state", "printer-state-reasons",
                                 "printer-is-accepting-jobs", "document-format-supported"};
    Ipp asked = request(IPP_OP_GET_PRINTER_ATTRIBUTES, address_);
    wish_for(asked.get(), kWanted);
    const auto answer = motlan::ask(connection_.get(), path_, std::move(asked));
    if (!answer) return fail(Fault::PrinterUnavailable);
    ipp_t* said = answer->get();
    ipp_attribute_t* accepting =
        ippFindAttribute(said, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    return IppWords{.state = number(said, "printer-state", IPP_TAG_ENUM),
                    .is_accepting = accepting == nullptr || ippGetBoolean(accepting, 0) != 0,
                    .reasons = texts(said, "printer-state-reasons", IPP_TAG_KEYWORD),
                    .formats = texts(said, "document-format-supported", IPP_TAG_MIMETYPE)};
}

Result<IppIdentity> IppSession::ask_identity() {
    // RFC 8011, 5.4.9; PWG 5110.1; PWG 5100.13, 5.6.
    constexpr std::array kWanted{"printer-make-and-model", "printer-firmware-string-version",
                                 "printer-device-id"};
    Ipp asked = request(IPP_OP_GET_PRINTER_ATTRIBUTES, address_);
    wish_for(asked.get(), kWanted);
    const auto answer = motlan::ask(connection_.get(), path_, std::move(asked));
    if (!answer) return fail(Fault::PrinterUnavailable);
    ipp_t* said = answer->get();
    return IppIdentity{.model = first_text(said, kWanted[0]),
                       .serial = serial_in(first_text(said, kWanted[2])),
                       .firmware = first_text(said, kWanted[1])};
}

Result<int> IppSession::begin() {
    Ipp asked = request(IPP_OP_CREATE_JOB, address_);
    ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, "slip");
    const auto answer = motlan::ask(connection_.get(), path_, std::move(asked));
    if (!answer) return fail(answer.error());
    const int job = number(answer->get(), "job-id", IPP_TAG_INTEGER);
    if (job <= 0) return fail(Fault::PrinterUnavailable);
    return job;
}

Result<void> IppSession::send(int job, const Bytes& document, const std::string& format) {
    Ipp asked = request_about(job, IPP_OP_SEND_DOCUMENT, address_);
    ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
                 format.c_str());
    ippAddBoolean(asked.get(), IPP_TAG_OPERATION, "last-document", 1);
    const std::size_t size = document.size() + ippLength(asked.get());
    const http_status_t sent =
        cupsSendRequest(http(connection_.get()), asked.get(), path_.c_str(), size);
    if (sent == HTTP_STATUS_CONTINUE) {
        const auto* bytes = reinterpret_cast<const char*>(document.data());
        cupsWriteRequestData(http(connection_.get()), bytes, document.size());
    }
    const Ipp answer(cupsGetResponse(http(connection_.get()), path_.c_str()));
    const ipp_status_t status = answer ? ippGetStatusCode(answer.get()) : cupsLastError();
    if (answer && status <= IPP_STATUS_OK_EVENTS_COMPLETE) return {};
    return fail(fault_of(answer.get(), status));
}

Result<std::vector<int>> IppSession::own_jobs() {
    constexpr int kMost = 8;
    constexpr std::array kWanted{"job-id", "job-originating-user-name"};
    Ipp asked = request(IPP_OP_GET_JOBS, address_);
    ippAddInteger(asked.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", kMost);
    wish_for(asked.get(), kWanted);
    ippAddString(asked.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr,
                 "not-completed");
    ippAddBoolean(asked.get(), IPP_TAG_OPERATION, "my-jobs", 1);
    const auto answer = motlan::ask(connection_.get(), path_, std::move(asked));
    if (!answer) return fail(Fault::PrinterUnavailable);
    std::vector<int> jobs = jobs_in(answer->get());
    if (jobs.size() > kMost) jobs.resize(kMost);
    return jobs;
}

Result<IppJobWords> IppSession::ask_about(int job) {
    constexpr std::array kWanted{"job-state", "job-state-reasons"};
    Ipp asked = request_about(job, IPP_OP_GET_JOB_ATTRIBUTES, address_);
    wish_for(asked.get(), kWanted);
    const auto answer = motlan::ask(connection_.get(), path_, std::move(asked));
    if (!answer) return fail(Fault::PrinterUnavailable);
    return IppJobWords{.state = number(answer->get(), "job-state", IPP_TAG_ENUM),
                       .reasons = texts(answer->get(), "job-state-reasons", IPP_TAG_KEYWORD)};
}

Result<void> IppSession::cancel(int job) {
    Ipp asked = request_about(job, IPP_OP_CANCEL_JOB, address_);
    const Ipp answer(cupsDoRequest(http(connection_.get()), asked.release(), path_.c_str()));
    if (answer == nullptr) return fail(Fault::PrinterUnavailable);
    const ipp_status_t status = ippGetStatusCode(answer.get());
    // What is over or forgotten cannot be cancelled, and need not be.
    const bool is_gone = status <= IPP_STATUS_OK_EVENTS_COMPLETE ||
                         status == IPP_STATUS_ERROR_NOT_POSSIBLE ||
                         status == IPP_STATUS_ERROR_NOT_FOUND || status == IPP_STATUS_ERROR_GONE;
    return is_gone ? Result<void>() : fail(Fault::PrinterUnavailable);
}

}  // namespace motlan
