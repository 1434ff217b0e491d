#include "kiosk/app/worker.h"

#include <utility>

namespace motlan {

void pause(const std::stop_token& stop, std::chrono::milliseconds time) {
    std::mutex mutex;  // nobody else's: the wait needs one
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, time, [] { return false; });
}

Worker::Worker() : thread_([this](const std::stop_token& end) { run(end); }) {}

Worker::~Worker() {
    stop_jobs();
    thread_.request_stop();
    more_.notify_all();
}

void Worker::add(Job job) {
    {
        const std::scoped_lock lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    more_.notify_one();
}

void Worker::stop_jobs() {
    const std::scoped_lock lock(mutex_);
    jobs_.clear();
    running_.request_stop();
}

void Worker::run(const std::stop_token& end) {
    while (true) {
        std::unique_lock lock(mutex_);
        if (!more_.wait(lock, end, [this] { return !jobs_.empty(); })) return;
        Job job = std::move(jobs_.front());
        jobs_.pop_front();
        running_ = std::stop_source();
        const std::stop_token stop = running_.get_token();
        lock.unlock();
        job(stop);
    }
}

}  // namespace motlan
