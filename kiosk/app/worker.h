// One thread that does jobs one after the other and stops with its owner.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace motlan {

/// Waits for that time, or until the job is asked to stop.
void pause(const std::stop_token& stop, std::chrono::milliseconds time);

class Worker {
public:
    using Job = std::function<void(std::stop_token)>;

    Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    /// Asks the running job to stop, drops the waiting ones and waits for the thread.
    ~Worker();

    /// Adds a job. Thread-safe.
    void add(Job job);
    /// Asks the running job to stop and drops the waiting ones. Thread-safe.
    void stop_jobs();

private:
    void run(const std::stop_token& end);

    std::mutex mutex_;  // guards the jobs between the owner and the thread
    std::condition_variable_any more_;
    std::deque<Job> jobs_;
    std::stop_source running_;
    std::jthread thread_;
};

}  // namespace motlan
