#include "tests/drivers/ipp_twin.h"

#include <cups/cups.h>
#include <httplib.h>

#include <algorithm>
#include <condition_variable>
#include <thread>

#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

struct FreeIpp {
    void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, FreeIpp>;

constexpr int kJob = 7;

struct Reading {
    const std::string& bytes;
    std::size_t at = 0;
};

ssize_t read_more(void* from, ipp_uchar_t* into, std::size_t count) {
    auto& reading = *static_cast<Reading*>(from);
    const std::size_t got = std::min(count, reading.bytes.size() - reading.at);
    std::ranges::copy(reading.bytes.substr(reading.at, got), into);
    reading.at += got;
    return static_cast<ssize_t>(got);
}

ssize_t write_more(void* into, ipp_uchar_t* bytes, std::size_t count) {
    static_cast<std::string*>(into)->append(reinterpret_cast<char*>(bytes), count);
    return static_cast<ssize_t>(count);
}

void add(ipp_t* ipp, ipp_tag_t group, ipp_tag_t tag, const char* name,
         const std::vector<std::string>& values) {
    std::vector<const char*> words;
    for (const std::string& value : values) words.push_back(value.c_str());
    ippAddStrings(ipp, group, tag, name, static_cast<int>(words.size()), nullptr, words.data());
}

}  // namespace

struct IppTwin::Running {
    httplib::Server server;
    int port = 0;
    std::thread thread;
    mutable std::mutex mutex;
    IppMood mood;
    std::size_t asked_about_job = 0;
    bool has_job = false;
    bool is_gone = false;
    Bytes document;
    std::vector<int> cancelled;
    std::condition_variable has_changed;

    void answer(const httplib::Request& request, httplib::Response& response) {
        std::unique_lock lock(mutex);
        Reading reading{request.body};
        const Ipp asked(ippNew());
        expects(ippReadIO(&reading, read_more, 1, nullptr, asked.get()) == IPP_STATE_DATA);
        const Ipp said(ippNewResponse(asked.get()));
        const ipp_op_t what = ippGetOperation(asked.get());
        if (what == IPP_OP_GET_PRINTER_ATTRIBUTES) say_printer(said.get());
        if (what == IPP_OP_GET_JOB_ATTRIBUTES) say_job(said.get());
        if (what == IPP_OP_CANCEL_JOB) cancel_job(asked.get(), said.get());
        if (what == IPP_OP_GET_JOBS) list_jobs(asked.get(), said.get());
        if (what == IPP_OP_CREATE_JOB) take_job(said.get());
        if (what == IPP_OP_SEND_DOCUMENT) {
            ippSetStatusCode(said.get(), static_cast<ipp_status_t>(mood.send_status));
            document.assign(request.body.begin() + static_cast<std::ptrdiff_t>(reading.at),
                            request.body.end());
        }
        if (is_late(what)) has_changed.wait(lock, [&] { return is_gone || !cancelled.empty(); });
        std::string bytes;
        ippSetState(said.get(), IPP_STATE_IDLE);
        expects(ippWriteIO(&bytes, write_more, 1, nullptr, said.get()) == IPP_STATE_DATA);
        response.set_content(bytes, "application/ipp");
    }

    void say_printer(ipp_t* said) const {
        const bool is_other = has_job && !mood.reasons_with_job.empty();
        ippAddInteger(said, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", IPP_PSTATE_IDLE);
        add(said, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "printer-state-reasons",
            is_other ? mood.reasons_with_job : mood.reasons);
        ippAddBoolean(said, IPP_TAG_PRINTER, "printer-is-accepting-jobs",
                      static_cast<char>(mood.is_accepting));
        add(said, IPP_TAG_PRINTER, IPP_TAG_MIMETYPE, "document-format-supported", mood.formats);
        say_text(said, "printer-make-and-model", mood.model);
        say_text(said, "printer-firmware-string-version", mood.firmware);
        say_text(said, "printer-device-id", mood.device_id);
    }

    static void say_text(ipp_t* said, const char* name, const std::string& text) {
        if (!text.empty()) add(said, IPP_TAG_PRINTER, IPP_TAG_TEXT, name, {text});
    }

    void take_job(ipp_t* said) {
        ippSetStatusCode(said, static_cast<ipp_status_t>(mood.create_status));
        if (mood.create_status != 0) return;
        has_job = true;
        asked_about_job = 0;
        ippAddInteger(said, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", kJob);
        ippAddInteger(said, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", IPP_JSTATE_PENDING);
    }

    [[nodiscard]] bool is_late(ipp_op_t what) const {
        return (what == IPP_OP_CREATE_JOB && mood.late == IppLate::CreateJob) ||
               (what == IPP_OP_SEND_DOCUMENT && mood.late == IppLate::SendDocument);
    }

    void list_jobs(ipp_t* asked, ipp_t* said) const {
        ipp_attribute_t* user = ippFindAttribute(asked, "requesting-user-name", IPP_TAG_NAME);
        expects(user != nullptr);
        for (const int job : mood.other_jobs) list_job(said, job, "somebody");
        for (const int job : mood.own_jobs) list_job(said, job, ippGetString(user, 0, nullptr));
        if (has_job) list_job(said, kJob, ippGetString(user, 0, nullptr));
    }

    static void list_job(ipp_t* said, int job, const char* owner) {
        if (ippFindAttribute(said, "job-id", IPP_TAG_INTEGER) != nullptr) ippAddSeparator(said);
        ippAddInteger(said, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", job);
        ippAddString(said, IPP_TAG_JOB, IPP_TAG_NAME, "job-originating-user-name", nullptr, owner);
    }

    void cancel_job(ipp_t* asked, ipp_t* said) {
        ipp_attribute_t* job = ippFindAttribute(asked, "job-id", IPP_TAG_INTEGER);
        expects(job != nullptr);
        cancelled.push_back(ippGetInteger(job, 0));
        has_changed.notify_all();
        ippSetStatusCode(said, static_cast<ipp_status_t>(mood.cancel_status));
    }

    void say_job(ipp_t* said) {
        const std::size_t at = std::min(asked_about_job++, mood.job_states.size() - 1);
        ippAddInteger(said, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", mood.job_states[at]);
        add(said, IPP_TAG_JOB, IPP_TAG_KEYWORD, "job-state-reasons", mood.job_reasons);
    }
};

IppTwin::IppTwin() : running_(std::make_unique<Running>()) {
    Running& here = *running_;
    here.server.Post("/ipp/print", [&](const httplib::Request& request, httplib::Response& said) {
        here.answer(request, said);
    });
    here.port = here.server.bind_to_any_port("127.0.0.1");
    expects(here.port > 0);
    here.thread = std::thread([&here] { here.server.listen_after_bind(); });
    here.server.wait_until_ready();
}

IppTwin::~IppTwin() { go(); }

void IppTwin::go() {
    {
        const std::scoped_lock lock(running_->mutex);
        running_->is_gone = true;
    }
    running_->has_changed.notify_all();
    running_->server.stop();
    if (running_->thread.joinable()) running_->thread.join();
}

std::string IppTwin::address() const {
    return "ipp://127.0.0.1:" + std::to_string(running_->port) + "/ipp/print";
}

void IppTwin::be(IppMood mood) {
    const std::scoped_lock lock(running_->mutex);
    running_->mood = std::move(mood);
}

Bytes IppTwin::document() const {
    const std::scoped_lock lock(running_->mutex);
    return running_->document;
}

std::vector<int> IppTwin::cancelled() const {
    const std::scoped_lock lock(running_->mutex);
    return running_->cancelled;
}

}  // namespace motlan::testing
