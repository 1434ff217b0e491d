// Memory that is kept back for OpenSSL, so that an allocation that fails does not end the program.
#pragma once

namespace motlan {

/// From here on an allocation of OpenSSL that fails is served from memory kept back for that, up to
/// 256 KiB at a time. Some of its functions cannot say that they found no memory (in 3.5,
/// SSL_set_connect_state leaves a connection without its record layer and libcurl's next call
/// follows the null pointer; the library's own start waits for itself for ever): they get some,
/// and whoever asks next and looks at the answer ends the work. Call it first in main, before
/// OpenSSL allocates anything; later it does nothing.
void keep_spare_memory();

}  // namespace motlan
