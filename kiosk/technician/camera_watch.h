// Looks through the card camera while a technician sets it, on the thread that owns the eye; what
// it sees goes to the desk. Belongs to the window's thread.
#pragma once

#include <future>
#include <memory>

#include "kiosk/technician/care_queue.h"
#include "kiosk/technician/care_session.h"

namespace motlan {

class CameraWatch {
public:
    /// Both must outlive it.
    CameraWatch(const CareParts& parts, CareQueue& answers) : parts_(parts), answers_(answers) {}
    CameraWatch(const CameraWatch&) = delete;
    CameraWatch& operator=(const CameraWatch&) = delete;
    /// The camera is closed then.
    ~CameraWatch();

    void begin();
    void end();
    void set(const ControlWish& wish);

private:
    const CareParts& parts_;
    CareQueue& answers_;
    std::shared_ptr<CameraWishes> wishes_;  // the camera's thread has it too
    std::future<void> running_;
};

}  // namespace motlan
