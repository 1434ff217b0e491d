// The child's side of a SANE scanner: the only process that loads a vendor's backend.
//
//     {"ready":true}                                     now and after each page: ask away
//   {"ask":"list"}                                       what scanners are there?
//     {"scanners":[{"name","words"}, …]}                 or {"fault":CODE}
//   {"ask":"scan","dpi":N,"colour":BOOL,"source":N}      scan one sheet of that PaperSource; while
//                                                        it runs
//     {"percent":N}                                      any number of times, then one of
//     {"picture":P,"both_sides":BOOL}                    block 0: the pixels; P as in
//                                                        kiosk/eye/service.h
//     {"fault":CODE}                                     the last word: a fresh process follows
//   {"ask":"cancel"}                                     ends a running scan soon
#pragma once

#include <string_view>

#include "kiosk/ipc/channel.h"

namespace motlan {

/// Scans for the other side of the channel until it is gone.
void serve_scanner(Channel& channel, std::string_view device);

}  // namespace motlan
