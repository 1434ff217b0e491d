// slow_road DEVICE KBIT_PER_S DELAY_MS LOSS_PERCENT: puts the kernel's netem on a network card, so
// that what leaves it is slow, late and partly lost.
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

constexpr std::uint32_t kMostPackets = 1000;

template <typename Content>
struct Attribute {
    rtattr head{};
    Content content{};
};

// One request to the kernel (rtnetlink(7)): a new root discipline for a device.
struct Request {
    nlmsghdr head{.nlmsg_len = sizeof(Request),
                  .nlmsg_type = RTM_NEWQDISC,
                  .nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE};
    tcmsg place{.tcm_parent = TC_H_ROOT};
    Attribute<char[8]> kind{{4 + sizeof "netem", TCA_KIND}, "netem"};
    rtattr options{sizeof options + sizeof road + sizeof delay + sizeof rate, TCA_OPTIONS};
    tc_netem_qopt road{.limit = kMostPackets};
    struct __attribute__((packed)) {
        rtattr head{12, TCA_NETEM_LATENCY64};
        std::int64_t nanoseconds = 0;
    } delay;
    Attribute<tc_netem_rate> rate{{sizeof rate, TCA_NETEM_RATE}, {}};
};
static_assert(sizeof(Request) == sizeof(nlmsghdr) + sizeof(tcmsg) + 12 + 4 + sizeof(tc_netem_qopt) +
                                     12 + 4 + sizeof(tc_netem_rate));

struct Answer {
    nlmsghdr head{};
    nlmsgerr refusal{};
};

// 0, or the kernel's refusal as an errno.
int ask(const Request& request) {
    Answer answer;
    const int socket = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    const bool is_answered =
        ::send(socket, &request, sizeof request, 0) == ssize_t{sizeof request} &&
        ::recv(socket, &answer, sizeof answer, 0) >= ssize_t{sizeof answer};
    ::close(socket);
    return is_answered ? -answer.refusal.error : EIO;
}

std::uint32_t number(const char* word) {
    return static_cast<std::uint32_t>(std::strtoul(word, nullptr, 10));
}

}  // namespace

int main(int count, char** words) {
    if (count != 5) return 2;
    Request request;
    request.place.tcm_ifindex = static_cast<int>(::if_nametoindex(words[1]));
    request.rate.content.rate = number(words[2]) * 125;
    request.delay.nanoseconds = std::int64_t{number(words[3])} * 1'000'000;
    request.road.loss =
        static_cast<std::uint32_t>(std::uint64_t{UINT32_MAX} * number(words[4]) / 100);
    const int refusal = ask(request);
    std::printf("road %s kbit/s, %s ms, %s %% lost: %s\n", words[2], words[3], words[4],
                refusal == 0 ? "set" : std::strerror(refusal));
    return refusal == 0 ? 0 : 1;
}
