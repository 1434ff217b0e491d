#include "tests/province/database.h"

#include <condition_variable>
#include <map>
#include <thread>

namespace motlan::province {
namespace {

constexpr int kServerConnections = 8;

}  // namespace

std::int64_t number_of(const Cell& cell) {
    const auto* number = std::get_if<std::int64_t>(&cell);
    return number != nullptr ? *number : 0;
}

std::string text_of(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text != nullptr ? *text : std::string();
}

Bytes bytes_of(Cell cell) {
    auto* bytes = std::get_if<Bytes>(&cell);
    return bytes != nullptr ? std::move(*bytes) : Bytes();
}

struct Database::Connections {
    struct Turn {
        Connection* connection = nullptr;
        int depth = 0;
    };

    std::mutex mutex;
    std::condition_variable given_back;
    std::vector<std::unique_ptr<Connection>> all;
    std::vector<Connection*> free;
    std::map<std::thread::id, Turn> turns;
};

Database::Database(std::unique_ptr<Connections> connections)
    : connections_(std::move(connections)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::string& place) {
    const bool is_server = place.starts_with("postgresql://");
    auto connections = std::make_unique<Connections>();
    for (int n = 0; n < (is_server ? kServerConnections : 1); ++n) {
        auto opened = is_server ? open_postgresql(place) : open_sqlite(place);
        if (!opened) return fail(opened.error());
        connections->free.push_back(opened->get());
        connections->all.push_back(*std::move(opened));
    }
    return Database(std::move(connections));
}

void Database::lock() {
    Connections& all = *connections_;
    std::unique_lock lock(all.mutex);
    const auto self = std::this_thread::get_id();
    if (const auto mine = all.turns.find(self); mine != all.turns.end()) {
        ++mine->second.depth;
        return;
    }
    all.given_back.wait(lock, [&] { return !all.free.empty(); });
    all.turns.emplace(self, Connections::Turn{.connection = all.free.back(), .depth = 1});
    all.free.pop_back();
}

void Database::unlock() {
    Connections& all = *connections_;
    {
        const std::lock_guard lock(all.mutex);
        const auto mine = all.turns.find(std::this_thread::get_id());
        if (--mine->second.depth > 0) return;
        all.free.push_back(mine->second.connection);
        all.turns.erase(mine);
    }
    all.given_back.notify_one();
}

Result<std::vector<Row>> Database::run(const std::string& statement, const Row& values) {
    const std::lock_guard turn(*this);
    Connection* connection = nullptr;
    {
        const std::lock_guard lock(connections_->mutex);
        connection = connections_->turns.at(std::this_thread::get_id()).connection;
    }
    return connection->run(statement, values);
}

}  // namespace motlan::province
